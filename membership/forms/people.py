"""Section 3: whom the network writes to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.base import SectionForm
from membership.forms.fields import NOT_AMONG, text
from pages.languages.table import DJANGO_LANGUAGES


def mail(label: Any, *, needed: bool = True, **kwargs: Any) -> forms.EmailField:
    """The address of somebody else than who types it: the browser must not offer the typist's own."""
    widget = forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    errors = {"invalid": _("Enter an e-mail address like name@example.org.")}
    return forms.EmailField(
        label=label, max_length=200, required=needed, widget=widget, error_messages=errors, **kwargs
    )


def telephone() -> forms.RegexField:
    return forms.RegexField(
        label=_("Telephone"),
        regex=r"^\+?[0-9\s()./-]{6,30}$",
        help_text=_("With the country code, for example +381 18 000 000"),
        error_messages={"invalid": _("Enter a telephone number, for example +381 18 000 000.")},
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )


def mail_language_choice() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Language in which you prefer our mails"),
        choices=[("", ""), *DJANGO_LANGUAGES],
        error_messages={"required": NOT_AMONG, "invalid_choice": NOT_AMONG},
    )


class ContactsForm(SectionForm):
    """The mayor's office, the main contact and an alternate; work addresses only."""

    key = "contacts"
    title = _("Contacts")
    lead = _("Please give work addresses. The e-mail address of the main contact is the one you have confirmed.")

    mayor_email = mail(
        _("E-mail address of the mayor’s office"),
        help_text=_("We tell this office that an application was made, so that nobody applies in your city’s name."),
    )
    contact_name = text(_("Name of the main contact"), autocomplete="name", max_length=120)
    contact_post = text(_("Post"), autocomplete="organization-title", max_length=120)
    contact_department = text(_("Department"), max_length=120)
    contact_phone = telephone()
    contact_languages = text(
        _("Languages which the main contact speaks"), max_length=120, help_text=_("For example Serbian, English")
    )
    alternate_name = text(_("Name of the alternate contact"), max_length=120)
    alternate_post = text(_("Post of the alternate contact"), needed=False, max_length=120)
    alternate_email = mail(_("E-mail address of the alternate contact"))
    political_name = text(
        _("Name of the political contact"),
        needed=False,
        max_length=120,
        help_text=_("For example a deputy mayor or a member of the council, if you wish to name one"),
    )
    political_post = text(_("Post of the political contact"), needed=False, max_length=120)
    political_email = mail(_("E-mail address of the political contact"), needed=False)
    mail_language = mail_language_choice()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("political_email") and not cleaned.get("political_name"):
            self.add_error("political_name", _("Enter the name, or leave the whole contact out."))
        return cleaned
