"""The form with which anybody writes to the Secretariat: what it is about, from whom, and the message."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from membership.forms.entry import AddressForm
from membership.forms.fields import choice
from membership.forms.guards import opened_at
from membership.labels.contact import Concern

SHORTEST, LONGEST = 10, 5_000  # letters of a message


class ContactForm(AddressForm):
    """A message to the Secretariat; nothing but an address for the answer and the message itself is needed."""

    field_order = ("concern", "name", "organisation", "email", "message", "nickname", "opened")

    concern = choice(_("What is it about?"), Concern.choices)
    name = forms.CharField(
        label=_("Your name"), required=False, max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    organisation = forms.CharField(
        label=_("City, organisation or medium"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("The answer goes there."),
        error_messages={"invalid": _("Enter an e-mail address like name@example.org.")},
    )
    message = forms.CharField(
        label=_("Your message"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("You may write in any language of this site. Please tell the page if a fact on it is wrong."),
    )

    def ask_again(self) -> None:
        """Let the writer, whose message came too quickly for a person, send it once more from a form opened now."""
        self.data = {**self.data.dict(), "opened": opened_at(timezone.now())}  # type: ignore[attr-defined]  # a QueryDict
        self.add_error(None, _("Please read your message once more and send it again. Nothing of it is lost."))

    def fields_to_fill(self) -> list[Any]:
        """Return the fields that people see, in their order."""
        return [self[name] for name in self.field_order if name not in ("nickname", "opened")]
