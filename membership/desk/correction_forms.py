"""The forms of a correcting decision."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.labels.states import Outcome


class CorrectionForm(DeskForm):
    """What should have been declared, and what was wrong."""

    key = "correction"
    outcome = forms.ChoiceField(
        label=_("What should have been declared"),
        choices=[(Outcome.APPROVED, Outcome.APPROVED.label), (Outcome.NOT_APPROVED, Outcome.NOT_APPROVED.label)],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What was wrong"),
        help_text=_("The applicant reads it in the letter."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerCorrectionForm(DeskForm):
    key = "answer-correction"
    confirms = forms.TypedChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("Confirm the correction")), ("no", _("Refuse the correction"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )


class ReleaseCorrectionForm(DeskForm):
    key = "release-correction"
