"""Sections 1 and 2: the local government and its democratic mandate (Statutes, Art. 1 and 5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from membership.forms.base import SectionForm
from membership.forms.choices import GovernmentKind, InOffice
from membership.forms.conditions import Condition
from membership.forms.fields import LONG, CountField, DayField, DegreesField, DomainField, YearField, choice, text
from pages.languages.active import active_language
from pages.languages.collation import sort_key
from pages.languages.countries import COUNTRY_NAMES

MOST_PEOPLE = 50_000_000  # more than any city has
FIRST_YEAR = 1990
LONGEST_MANDATE_YEARS = 10


def country_choices() -> list[tuple[str, str]]:
    """The twelve countries in the order of the reader's alphabet."""
    key = sort_key(active_language().code)
    return [("", ""), *sorted(((c, str(n)) for c, n in COUNTRY_NAMES.items()), key=lambda pair: key(pair[1]))]


def country_choice() -> forms.ChoiceField:
    """One of the twelve countries of Article 1."""
    return forms.ChoiceField(
        label=_("Country"),
        choices=country_choices,
        error_messages={"required": _("Choose a country."), "invalid_choice": _("Choose one of the twelve countries.")},
    )


def website() -> forms.URLField:
    return forms.URLField(
        label=_("Web site"),
        help_text=_("For example https://www.example.org"),
        assume_scheme="https",
        error_messages={"invalid": _("Enter an address like https://www.example.org.")},
        max_length=200,
        widget=forms.URLInput(attrs={"autocomplete": "url"}),
    )


def population() -> CountField:
    return CountField(
        label=_("Population"),
        help_text=_("Inhabitants of the whole local government, for example 260 237"),
        validators=[
            MinValueValidator(1, _("The population must be at least 1.")),
            MaxValueValidator(MOST_PEOPLE, _("The population is larger than that of any city.")),
        ],
    )


class CityForm(SectionForm):
    """What the city is, where it lies and how many people live there."""

    key = "city"
    title = _("The local government")
    conditions = {"metropolis": Condition("kind", (GovernmentKind.DISTRICT,), is_needed=False)}

    name_local = text(
        _("Official name in the local script"),
        max_length=120,
        help_text=_("As it stands on your letters, for example Град Ниш"),
        autocomplete="organization",
    )
    name_en = text(_("Name in English"), max_length=120, help_text=_("Only the name, for example Niš"))
    kind = choice(_("What it is"), GovernmentKind.choices)
    metropolis = text(
        _("Metropolitan municipality to which the district belongs"),
        needed=False,
        max_length=120,
        help_text=_("Only for a district. Both may apply; we look at the two applications together."),
    )
    country = country_choice()
    region = text(_("Region"), needed=False, help_text=_("Province, county or region in which it lies"))
    website = website()
    email_domain = DomainField(
        label=_("Official e-mail domain"),
        help_text=_("What stands after the @ in the addresses of your staff, for example example.org"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    postal_address = forms.CharField(
        label=_("Postal address"),
        help_text=_("Street and number, postcode and town"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    national_code = text(
        _("Number of the local government in the national register"),
        needed=False,
        max_length=40,
        help_text=_("The code under which the national office of statistics keeps it, if you know it"),
    )
    population = population()
    population_year = YearField(label=_("Year of the population figure"))
    population_source = text(
        _("Source of the population figure"), help_text=_("For example the national office of statistics, census")
    )
    area_km2 = CountField(label=_("Area in whole square kilometres"), required=False, min_value=1, max_value=100_000)
    annual_budget_eur = CountField(
        label=_("Annual budget in euros"),
        required=False,
        min_value=0,
        max_value=100_000_000_000,
        help_text=_("The last budget that was adopted, in whole euros"),
    )
    latitude = DegreesField(
        label=_("Latitude of the centre"),
        required=False,
        min_value=33,
        max_value=49,
        help_text=_("In degrees, for example 43.32472. It puts the city on the map."),
    )
    longitude = DegreesField(
        label=_("Longitude of the centre"),
        required=False,
        min_value=12,
        max_value=46,
        help_text=_("In degrees, for example 21.90333."),
    )

    def clean_population_year(self) -> int | None:
        year = self.cleaned_data["population_year"]
        if year is not None and not FIRST_YEAR <= year <= self.today.year:
            raise forms.ValidationError(
                _("Enter a year from %(first)d to %(last)d."), params={"first": FIRST_YEAR, "last": self.today.year}
            )
        return year

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        latitude, longitude = cleaned.get("latitude"), cleaned.get("longitude")
        if (latitude is None) != (longitude is None) and not {"latitude", "longitude"} & self.errors.keys():
            name = "latitude" if latitude is None else "longitude"
            self.add_error(name, _("Enter both latitude and longitude, or neither."))
        return cleaned


class MandateForm(SectionForm):
    """Who heads the local government, and by what mandate."""

    key = "mandate"
    title = _("Democratic mandate")
    lead = _("Members are local governments with an elected city government (Article 5).")
    conditions = {"in_office_explanation": Condition("in_office", (InOffice.ACTING, InOffice.APPOINTED))}

    head_name = text(_("Name of the head of the local government"), max_length=120)
    head_title = text(_("Title of the office, for example Mayor"), max_length=120)
    in_office = choice(_("How did this person come into office?"), InOffice.choices)
    in_office_explanation = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=LONG,
        help_text=_("Needed if the head is acting or appointed: why, since when, and when the next election is."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    last_election = DayField(label=_("Date of the last election"), help_text=_("For example 27 3 2024"))
    mandate_ends = DayField(label=_("The mandate ends on"), help_text=_("For example 31 3 2028"))
    council_size = CountField(label=_("Members of the council"), required=False, min_value=1, max_value=1000)
    next_election = DayField(
        label=_("Date of the next election"),
        required=False,
        help_text=_("If it is known already, for example 26 3 2028"),
    )

    def clean_last_election(self) -> date | None:
        day: date | None = self.cleaned_data["last_election"]
        if day and day > self.today:
            raise forms.ValidationError(_("The last election cannot lie in the future."))
        return self._in_years(day, FIRST_YEAR, self.today.year)

    def clean_mandate_ends(self) -> date | None:
        return self._in_years(self.cleaned_data["mandate_ends"], FIRST_YEAR, self.today.year + LONGEST_MANDATE_YEARS)

    def clean_next_election(self) -> date | None:
        day: date | None = self.cleaned_data["next_election"]
        if day and day < self.today:
            raise forms.ValidationError(_("The next election cannot lie in the past."))
        return self._in_years(day, self.today.year, self.today.year + LONGEST_MANDATE_YEARS)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        election, end = cleaned.get("last_election"), cleaned.get("mandate_ends")
        if election and end and end <= election:
            self.add_error("mandate_ends", _("The mandate must end after the last election."))
        return cleaned

    @staticmethod
    def _in_years(day: date | None, first: int, last: int) -> date | None:
        """Refuse a year with two digits or a slip of the finger; both ends are possible."""
        if day and not first <= day.year <= last:
            raise forms.ValidationError(
                _("Enter a year from %(first)d to %(last)d."), params={"first": first, "last": last}
            )
        return day
