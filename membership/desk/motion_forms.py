"""The forms of a motion to remove a member: notice, roll call, ballots, result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from membership.desk.applicant_forms import reason
from membership.desk.base import DeskForm
from membership.labels.members import RollPresence
from membership.labels.states import Choice
from membership.rules.roll_call import Call, Presence
from membership.selectors.assembly import RollRow, Standing

HOLDERS = "roll-holders"  # the list of members that the fields for proxies suggest


class ConveneForm(DeskForm):
    """Sends the notice by mail."""

    key = "convene"


class LettersForm(DeskForm):
    """That the notice went by letter to those whom no mail has reached."""

    key = "letters"
    went = forms.BooleanField(label=_("The notice with the motion went by letter to each of these members"))


class OpenBallotForm(DeskForm):
    key = "open-ballot"


class CloseBallotForm(DeskForm):
    """The document in which the Assembly recorded its decision."""

    key = "close-ballot"
    decision = forms.CharField(
        label=_("Decision of the Assembly"), help_text=_("Its document and day"), max_length=200, required=False
    )


class WithdrawMotionForm(DeskForm):
    key = "withdraw-motion"
    reason = reason()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A member with its fields."""

    row: RollRow
    field: BoundField
    holder: BoundField | None = None


class RollForm(DeskForm):
    """A radio group and a proxy for each member; only the rows that are shown are sent and changed."""

    key = "roll"

    def __init__(self, *args: Any, standing: Standing, rows: Iterable[RollRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        self.known = {row.label.casefold(): row.member.pk for row in standing.rows}
        for row in self.rows:
            pk = row.member.pk
            self.fields[f"roll_{pk}"] = forms.ChoiceField(
                label=row.label, choices=RollPresence.choices, widget=forms.RadioSelect, required=False
            )
            self.fields[f"holder_{pk}"] = forms.CharField(
                label=_("Represented by"),
                required=False,
                widget=forms.TextInput(attrs={"list": HOLDERS, "autocomplete": "off", "size": 14}),
            )
            self.initial[f"roll_{pk}"], self.initial[f"holder_{pk}"] = row.presence, row.holder

    def table(self) -> list[FormRow]:
        """Return each member that is shown with its fields."""
        return [FormRow(row, self[f"roll_{row.member.pk}"], self[f"holder_{row.member.pk}"]) for row in self.rows]

    def clean(self) -> dict[str, Any]:
        """Return the calls by member. A name that is not on the roll is marked in its row."""
        calls: dict[int, Call] = {}
        for row in self.rows:
            pk = row.member.pk
            presence, name = self.cleaned_data.get(f"roll_{pk}"), self.cleaned_data.get(f"holder_{pk}", "").strip()
            if presence != RollPresence.REPRESENTED:
                calls[pk] = Call(Presence(presence) if presence else None)
                continue
            holder = self.known.get(name.casefold())
            if name and holder is None:
                self.add_error(f"holder_{pk}", _("No member of this name is on the roll."))
            calls[pk] = Call(Presence.REPRESENTED, holder)
        return {"calls": calls}


class BallotsForm(DeskForm):
    """A radio group for each member that attends; what is not answered stays without a vote."""

    key = "ballots"

    def __init__(self, *args: Any, rows: Iterable[RollRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = [row for row in rows if row.presence in (RollPresence.PRESENT, RollPresence.REPRESENTED)]
        for row in self.rows:
            name = f"vote_{row.member.pk}"
            self.fields[name] = forms.ChoiceField(
                label=row.label, choices=Choice.choices, widget=forms.RadioSelect, required=False
            )
            self.initial[name] = row.choice

    def table(self) -> list[FormRow]:
        """Return each member that attends and is shown with its field."""
        return [FormRow(row, self[f"vote_{row.member.pk}"]) for row in self.rows]

    def clean(self) -> dict[str, Any]:
        """Return the votes by member."""
        answers = {row.member.pk: self.cleaned_data.get(f"vote_{row.member.pk}") for row in self.rows}
        return {"choices": {pk: Choice(answer) for pk, answer in answers.items() if answer}}
