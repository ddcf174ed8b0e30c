"""The block that shows records of the network: it holds the name of a list, the template brings the list."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RECORDS = [
    ("presidencies", _("Presidencies")),
    ("summits", _("Summits and meetings")),
    ("committee", _("Executive Committee by year")),
    ("working_groups", _("Working groups")),
    ("secretariat", _("Permanent Secretariat")),
    ("assembly_decisions", _("Decisions of the General Assembly")),
    ("contradictions", _("Where the network's papers differ")),
    ("figures", _("The network in figures")),
    ("growth", _("How the network grew")),
    ("statutes_steps", _("Steps of an application")),
]


class RecordsBlock(blocks.StructBlock):
    """A list from the records; nothing is typed, so nothing goes stale."""

    kind = blocks.ChoiceBlock(label=_("List"), choices=RECORDS)

    class Meta:
        icon = "table"
        label = _("List from the records")
        template = "blocks/records_block.html"
