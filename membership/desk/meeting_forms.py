"""The forms of a meeting: planning it, its agenda, and the opening of the session."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.desk.dossier_forms import DayInput
from membership.labels.states import ApplicationState
from membership.models import Application, Meeting, Seat


class PlanForm(DeskForm):
    """A meeting to come."""

    key = "plan"
    title = forms.CharField(label=_("Meeting"), max_length=160)
    held_on = forms.DateField(label=_("Day"), widget=DayInput)
    place = forms.CharField(label=_("Place, or video"), max_length=160, required=False)


class ApplicationItemForm(DeskForm):
    """An application that is ready for the Committee."""

    key = "application"
    application_id = forms.TypedChoiceField(label=_("Application"), coerce=int)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready = Application.objects.filter(state=ApplicationState.READY).exclude(agenda_items__meeting=meeting)
        self.offer("application_id", [("", "–"), *((row.pk, str(row)) for row in ready.order_by("submitted_at"))])


class MatterForm(DeskForm):
    """Another matter, decided by simple majority."""

    key = "matter"
    title = forms.CharField(label=_("Matter"), max_length=200)
    motion = forms.CharField(label=_("Motion"), widget=forms.Textarea(attrs={"rows": 3}), required=False)


class OpenSessionForm(DeskForm):
    """The opening of the session; the President takes the chair unless he named somebody else."""

    key = "open-session"
    chair_id = forms.TypedChoiceField(
        label=_("In the chair"),
        help_text=_("The President, or whom the President names. Only a President who is present has a casting vote."),
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = Seat.objects.held_on(today).select_related("city")
        self.offer("chair_id", [("", _("The President")), *((seat.pk, str(seat)) for seat in seats)])
