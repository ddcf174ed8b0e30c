"""The forms of the Committee: a seat filled, ended or handed over, and the change prepared for a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.desk.dossier_forms import DayInput
from membership.labels.states import SeatRole
from membership.models import City, Member, Seat
from membership.permissions import COMMITTEE_GROUP
from membership.services.committee import NewSeat

ROWS = 4  # cities that may begin in one change: three rotate, one may replace another


def override() -> forms.CharField:
    return forms.CharField(
        label=_("Why it must be so against a warning"),
        help_text=_("Only where the statutes warn; it is kept and shown."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )


def cities() -> list[tuple[Any, Any]]:
    """Return the cities that are members, by country."""
    members = City.objects.filter(memberships__in=Member.objects.holding()).order_by("country", "name_en")
    return [("", "–"), *((city.pk, f"{city.name_en}, {city.get_country_display()}") for city in members)]


def accounts() -> list[tuple[Any, Any]]:
    """Return the accounts that may hold a seat."""
    users = get_user_model().objects.filter(is_active=True, groups__name=COMMITTEE_GROUP).order_by("username")
    return [("", _("No account: the Secretariat records its votes")), *((user.pk, str(user)) for user in users)]


class SeatFields(DeskForm):
    """What a seat has: role, city, holder."""

    role = forms.ChoiceField(label=_("Role"), choices=SeatRole.choices)
    city_id = forms.TypedChoiceField(label=_("City"), coerce=int)
    holder_id = forms.TypedChoiceField(label=_("Account of the holder"), coerce=int, empty_value=None, required=False)
    holder_title = forms.CharField(
        label=_("Office of the holder"),
        help_text=_("The office, not the person: mayor."),
        max_length=120,
        required=False,
    )
    mandate_ends = forms.DateField(label=_("Mandate of the holder ends"), widget=DayInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("city_id", cities())
        self.offer("holder_id", accounts())


class FillForm(SeatFields):
    """A seat given to a city from a day on."""

    key = "fill"
    start = forms.DateField(label=_("First day"), widget=DayInput)
    end = forms.DateField(label=_("Last day"), widget=DayInput, required=False)
    override = override()


class SeatChoice(DeskForm):
    """Which of the seats is meant."""

    seat_id = forms.TypedChoiceField(label=_("Seat"), coerce=int)

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("seat_id", [("", "–"), *((seat.pk, str(seat)) for seat in seats)])


class EndForm(SeatChoice):
    """A seat that ends."""

    key = "end"
    last_day = forms.DateField(label=_("Last day"), widget=DayInput)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}))
    override = override()


class HolderForm(SeatChoice):
    """Another person in the same seat."""

    key = "holder"
    holder_id = forms.TypedChoiceField(label=_("Account of the holder"), coerce=int, empty_value=None, required=False)
    title = forms.CharField(
        label=_("Office of the holder"),
        help_text=_("The office, not the person: mayor."),
        max_length=120,
        required=False,
    )
    mandate_ends = forms.DateField(label=_("Mandate of the holder ends"), widget=DayInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("holder_id", accounts())


class HandoverForm(DeskForm):
    """A change prepared for a day: which seats end the day before, and which begin."""

    key = "handover"
    day = forms.DateField(label=_("Day of the change"), widget=DayInput)
    leaving = forms.TypedMultipleChoiceField(
        label=_("Seats that end the day before"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )
    override = override()

    def __init__(self, *args: Any, seats: list[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("leaving", ((seat.pk, str(seat)) for seat in seats))
        offered = cities()
        for row in range(1, ROWS + 1):
            self.fields[f"city_{row}"] = forms.TypedChoiceField(
                label=_("City that begins (%(number)d)") % {"number": row},
                choices=offered,
                coerce=int,
                empty_value=None,
                required=False,
            )
            self.fields[f"role_{row}"] = forms.ChoiceField(
                label=_("Its role (%(number)d)") % {"number": row}, choices=SeatRole.choices, required=False
            )
        self.order_fields([name for name in self.fields if name != "override"] + ["override"])

    def clean(self) -> dict[str, Any]:
        """Make of the rows `joining`, the seats that begin; holders are named afterwards, when they are known."""
        words = self.cleaned_data
        rows = [(words.pop(f"role_{row}", ""), words.pop(f"city_{row}", None)) for row in range(1, ROWS + 1)]
        return {**words, "joining": [NewSeat(role=role, city_id=city) for role, city in rows if city]}


class WithdrawHandoverForm(DeskForm):
    key = "withdraw-handover"
    day = forms.DateField(widget=forms.HiddenInput)


class ResignForm(DeskForm):
    """The whole Committee resigned (Statutes, Art. 13)."""

    key = "resign"
    last_day = forms.DateField(label=_("Last day"), widget=DayInput)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}))
