"""The forms with which the Secretariat turns to an applicant: questions, messages, returning, another contact."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.desk.dossier_forms import DayInput, VersionForm
from membership.forms.sections import plan_of
from membership.labels.documents import leads_of
from membership.labels.states import ReturnGround, UploadKind
from membership.models import Application, City
from membership.rules.house_rules import INFORMATION_DUE_DAYS
from pages.languages.table import DJANGO_LANGUAGES

REASON = _("Reason")


def reason(label: Any = REASON, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)


class QuestionFields(DeskForm):
    """What is asked of an applicant, which parts are opened for it, and until when."""

    text = reason(
        _("What you ask of the applicant"), help_text=_("The applicant reads it as it is; write in plain words.")
    )
    sections = forms.MultipleChoiceField(
        label=_("Parts of the form to open"), widget=forms.CheckboxSelectMultiple, required=False
    )
    kinds = forms.MultipleChoiceField(label=_("Documents to open"), widget=forms.CheckboxSelectMultiple, required=False)
    due_on = forms.DateField(label=_("Answer by"), widget=DayInput)

    def offer_parts(self, application: Application, today: date) -> None:
        """Offer the parts of this application, and the day until which an answer is usually asked."""
        self.offer("sections", ((key, form.title) for key, form in plan_of(application).sections.items()))
        words = leads_of(application.route)
        self.offer("kinds", ((kind.value, words[kind].title) for kind in words if kind != UploadKind.LOGO))
        self.initial["due_on"] = today + timedelta(days=INFORMATION_DUE_DAYS)


class RequestForm(VersionForm, QuestionFields):
    """What the Secretariat misses in an application."""

    key = "request"

    def __init__(self, *args: Any, application: Application, today: date, **kwargs: Any) -> None:
        super().__init__(*args, application=application, **kwargs)
        self.offer_parts(application, today)


class ExtendForm(VersionForm):
    """More time to answer, once."""

    key = "extend"
    due_on = forms.DateField(label=_("Answer by"), widget=DayInput)


class ReopenForm(VersionForm):
    """A new day for the answer of a lapsed application."""

    key = "reopen"
    due_on = forms.DateField(label=_("Answer by"), widget=DayInput)


class ExtendApprovalForm(VersionForm):
    """The Committee gives a city more time to sign."""

    key = "extend-approval"
    decision = forms.CharField(
        label=_("Decision of the Committee"), help_text=_("Its document and day"), max_length=200
    )


class MessageForm(DeskForm):
    """A message; the mail says only that there is one."""

    key = "message"
    body = reason(_("Message to the applicant"), max_length=5000)


class ReturnForm(VersionForm):
    """Only an objective ground allows it; everything else is for the Committee (Statutes, Art. 5)."""

    key = "return"
    ground = forms.ChoiceField(label=_("Ground"), choices=ReturnGround.choices, widget=forms.RadioSelect)
    reason = reason(_("What the applicant should know"), required=False)


class ReleaseFreezeForm(VersionForm):
    """With whom the Secretariat spoke, and what the city said."""

    key = "release-freeze"
    reason = reason(_("What the city said, and to whom you spoke (offices, no names)"))


class TransferForm(VersionForm):
    """A new contact, after proof."""

    key = "transfer"
    email = forms.EmailField(label=_("E-mail address of the new contact"), max_length=200)
    reason = reason(_("What proof you saw"))


class EraseForm(VersionForm):
    """Whose request it was is not written down; that there was one is."""

    key = "erase"
    reason = reason(_("Why the personal data are erased"))


class MatchForm(VersionForm):
    """Which city of the records applies."""

    key = "match"
    city_id = forms.TypedChoiceField(label=_("City of the records"), coerce=int)
    reason = reason(required=False)

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, application=application, **kwargs)
        cities = City.objects.filter(country=application.country)
        self.offer("city_id", [("", "–"), *cities.values_list("pk", "name_en")])
        self.initial["city_id"] = application.city_id


class TakeInForm(VersionForm):
    """A late file; it may stand several times on a page, so it has no ids."""

    key = "take-in"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "auto_id": False})


class LetterForm(DeskForm):
    """An application that came by letter."""

    key = "letter"
    received_on = forms.DateField(label=_("The letter came on"), widget=DayInput)
    language = forms.ChoiceField(label=_("Language of the applicant"), choices=DJANGO_LANGUAGES)
    email = forms.EmailField(
        label=_("E-mail address of the contact"),
        help_text=_("If the letter names one; without it you write by letter."),
        max_length=200,
        required=False,
    )
