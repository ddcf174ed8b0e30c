"""What an applicant writes after submitting: messages, answers, reasons, a corrected address."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.people import mail

MOST_SIGNS = 5000


class MessageForm(forms.Form):
    """A message to the Secretariat."""

    body = forms.CharField(
        label=_("Your message to the Permanent Secretariat"),
        max_length=MOST_SIGNS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write your message first.")},
    )


class AnswerForm(forms.Form):
    """What the applicant adds to the parts that were completed."""

    text = forms.CharField(
        label=_("What the Secretariat should know about your changes"),
        max_length=MOST_SIGNS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class InsistForm(forms.Form):
    """Why the applicant insists on a decision."""

    reason = forms.CharField(
        label=_("Your reason"), max_length=MOST_SIGNS, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )


class MayorAddressForm(forms.Form):
    """The corrected address of the mayor's office."""

    email = mail(_("E-mail address of the mayor’s office"))
