"""The short forms before the application: may you apply, where do we write to, and the code from the mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.city import country_choices
from membership.forms.fields import CountField, choice, mark_needed
from membership.forms.guards import OpenedField, was_read
from membership.rules.countries import ELSEWHERE
from membership.rules.eligibility import ApplicantKind

KINDS = [
    (ApplicantKind.LOCAL_GOVERNMENT_IN_REGION.value, _("A local government in one of the twelve countries")),
    (ApplicantKind.LOCAL_GOVERNMENT_OUTSIDE.value, _("A local government in another country")),
    (ApplicantKind.LOCAL_ASSOCIATION.value, _("An association of local governments")),
    (ApplicantKind.INTERNATIONAL_BODY.value, _("An international body")),
]


class EligibilityForm(forms.Form):
    """Who asks, and from where. It is sent by GET and stored nowhere; an address with none of its answers asks nothing."""

    kind = choice(_("Who are you?"), KINDS)
    country = forms.ChoiceField(
        label=_("Country"),
        choices=lambda: [*country_choices(), (ELSEWHERE, _("Another country"))],
        required=False,
        error_messages={"invalid_choice": _("Choose one of the countries, or “Another country”.")},
    )
    population = CountField(
        label=_("Population"),
        required=False,
        min_value=0,
        max_value=10**9,
        help_text=_("Needed only for a local government in another country (Article 6)."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("country", "population"):  # the hint and the other answers say who may leave them empty
            mark_needed(self.fields[name], is_needed=True)

    @classmethod
    def is_asked(cls, query: Mapping[str, Any]) -> bool:
        """Whether the form was sent: a browser leaves out radio buttons of which none was chosen."""
        return not cls.base_fields.keys().isdisjoint(query)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        is_outside = kind == ApplicantKind.LOCAL_GOVERNMENT_OUTSIDE and cleaned.get("country") == ELSEWHERE
        if kind and kind != ApplicantKind.INTERNATIONAL_BODY and cleaned.get("country") == "":
            self.add_error("country", _("Choose a country."))
        if is_outside and "population" in cleaned and cleaned["population"] is None:
            self.add_error("population", _("Enter the population: it decides (Article 6)."))
        return cleaned


class AddressForm(forms.Form):
    """Where the link and the code are sent. The second field is a trap for programs, and empty for people."""

    email = forms.EmailField(
        label=_("Your work e-mail address"),
        max_length=200,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Enter an e-mail address like name@example.org.")},
    )
    nickname = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}))
    opened = OpenedField()

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("nickname"))

    def was_read(self, now: datetime) -> bool:
        """Whether the form was open long enough to be read."""
        return was_read(self.cleaned_data.get("opened", ""), now)


class CodeForm(forms.Form):
    """The six digits from the mail."""

    code = forms.RegexField(
        label=_("Six-digit code"),
        regex=r"^\s*([0-9]\s*){6}$",
        help_text=_("It stands in the mail we have sent you."),
        error_messages={"invalid": _("The code has six digits.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "size": "8"}),
    )
