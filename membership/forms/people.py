"""Section 3: whom the network writes to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.base import SectionForm
from membership.forms.fields import NOT_AMONG, text
from pages.languages.table import DJANGO_LANGUAGES


def mail(label: Any) -> forms.EmailField:
    """The address of somebody else than who types it: the browser must not offer the typist's own."""
    return forms.EmailField(label=label, max_length=200, widget=forms.EmailInput(attrs={"autocomplete": "off"}))


class ContactsForm(SectionForm):
    """The mayor's office, the main contact and an alternate; work addresses only."""

    key = "contacts"
    title = _("Contacts")
    lead = _("Please give work addresses. The e-mail address of the main contact is the one you have confirmed.")

    mayor_email = mail(_("E-mail address of the mayor’s office"))
    contact_name = text(_("Name of the main contact"), autocomplete="name", max_length=120)
    contact_post = text(_("Post"), autocomplete="organization-title", max_length=120)
    contact_department = text(_("Department"), max_length=120)
    contact_phone = forms.RegexField(
        label=_("Telephone"),
        regex=r"^\+?[0-9\s()./-]{6,30}$",
        help_text=_("With the country code, for example +381 18 000 000"),
        error_messages={"invalid": _("Enter a telephone number, for example +381 18 000 000.")},
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    contact_languages = text(_("Languages which the main contact speaks"), max_length=120)
    alternate_name = text(_("Name of the alternate contact"), max_length=120)
    alternate_email = mail(_("E-mail address of the alternate contact"))
    mail_language = forms.ChoiceField(
        label=_("Language in which you prefer our mails"),
        choices=[("", ""), *DJANGO_LANGUAGES],
        error_messages={"required": NOT_AMONG, "invalid_choice": NOT_AMONG},
    )
