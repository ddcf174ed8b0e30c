"""The forms of the President's decision on a request to be an observer (Statutes, Art. 6)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.applicant_forms import reason
from membership.desk.dossier_forms import DayInput, VersionForm
from membership.labels.states import ObserverKind


class InviteForm(VersionForm):
    """For how long the observer is invited."""

    key = "invite"
    kind = forms.ChoiceField(label=_("Kind"), choices=ObserverKind.choices, widget=forms.RadioSelect)
    ends_on = forms.DateField(label=_("For one event: until"), widget=DayInput, required=False)


class DeclineObserverForm(VersionForm):
    """Why the request is not followed; the reason stays in the dossier."""

    key = "decline-observer"
    reason = reason()
