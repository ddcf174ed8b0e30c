"""The programme of an event, day by day."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class ProgrammeEntryBlock(blocks.StructBlock):
    """What happens at a time of the day, by the clock of the host city."""

    start = blocks.TimeBlock(label=_("Begins at"), help_text=_("By the clock of the host city."))
    end = blocks.TimeBlock(label=_("Ends at"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    place = blocks.CharBlock(label=_("Room or place"), required=False, default="", max_length=200)
    text = blocks.TextBlock(label=_("Further text"), required=False, default="")

    class Meta:
        icon = "time"
        label = _("Entry")

    def clean(self, value):
        """Refuse an end before the beginning; what goes on after midnight is an entry of the next day."""
        cleaned = super().clean(value)
        if cleaned["end"] and cleaned["end"] <= cleaned["start"]:
            raise StructBlockValidationError({"end": ValidationError(_("It ends before it begins."))})
        return cleaned


class ProgrammeDayBlock(blocks.StructBlock):
    """The entries of one day."""

    day = blocks.DateBlock(label=_("Day"))
    entries = blocks.ListBlock(ProgrammeEntryBlock(), label=_("Entries"), min_num=1)

    class Meta:
        icon = "date"
        label = _("Day")


class ProgrammeBlock(blocks.StreamBlock):
    """The days of an event."""

    day = ProgrammeDayBlock()
