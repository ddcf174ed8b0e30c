"""The forms on the page of a member: suspension, notice of leaving, motion, contact."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.applicant_forms import reason
from membership.desk.base import DeskForm
from membership.desk.dossier_forms import DayInput
from membership.models import Member
from pages.languages.table import DJANGO_LANGUAGES


class MomentInput(forms.DateTimeInput):
    """The browser's own choice of a day and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def committee_decision() -> forms.CharField:
    return forms.CharField(
        label=_("Decision of the Committee"), help_text=_("Its document and day"), max_length=200, required=False
    )


class SuspendForm(DeskForm):
    """By the President alone."""

    key = "suspend"
    reason = reason()


class LiftForm(DeskForm):
    """By the President alone."""

    key = "lift"
    reason = reason()


class RecordSuspensionForm(DeskForm):
    """As the Committee decided."""

    key = "record-suspension"
    decision = committee_decision()
    reason = reason()


class RecordLiftingForm(DeskForm):
    """As the Committee decided."""

    key = "record-lifting"
    decision = committee_decision()
    reason = reason()


class NoteForm(DeskForm):
    """That the Committee took note of an act of the President; several may stand on a page."""

    key = "note"
    decision = forms.CharField(label=_("Meeting of the Committee"), help_text=_("Its document and day"), max_length=200)


class NoticeForm(DeskForm):
    """A member's letter of leaving; nothing is stored before the day of its effect was shown."""

    key = "notice"
    received_at = forms.DateTimeField(
        label=_("The letter came on"),
        help_text=_("As your clock shows it. The day in Istanbul decides the year in which the membership ends."),
        widget=MomentInput,
    )
    letter = forms.CharField(
        label=_("Letter of the member"), help_text=_("Its number or day"), max_length=200, required=False
    )


class ConfirmNoticeForm(DeskForm):
    """The same letter, with the day that the page has shown."""

    key = "confirm-notice"
    received_at = forms.DateTimeField(widget=forms.HiddenInput)
    letter = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)
    takes_effect_on = forms.DateField(widget=forms.HiddenInput)


class RevokeForm(DeskForm):
    """A member's letter that withdraws its notice."""

    key = "revoke"
    letter = forms.CharField(
        label=_("Letter of the member"), help_text=_("Its number or day"), max_length=200, required=False
    )


class MotionForm(DeskForm):
    """A motion to remove the member, for an Assembly."""

    key = "motion"
    assembly = forms.CharField(label=_("Assembly"), help_text=_("The summit or meeting and its place"), max_length=160)
    assembly_on = forms.DateField(label=_("Day of the Assembly"), widget=DayInput)
    reason = reason(help_text=_("All members read it in the convening notice."))


class ContactForm(DeskForm):
    """Where mails to the member go, and in which language."""

    key = "contact"
    email = forms.EmailField(label=_("E-mail address of the contact"), max_length=200, required=False)
    language = forms.ChoiceField(label=_("Language of mails"), choices=DJANGO_LANGUAGES)

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["email"], self.initial["language"] = member.contact_email, member.language
