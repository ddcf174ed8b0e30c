"""The choice of a member city: by country, in the reader's language and alphabet."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms

from membership.forms.fields import NOT_AMONG
from membership.selectors.calendar import today_in_the_network
from membership.selectors.cities import directory
from pages.languages.active import active_language
from pages.languages.collation import sort_key

Choices = list[tuple[str, Any]]


def member_choices() -> Choices:
    """Return the listed members as groups of a select, by country; the value is the city's slug."""
    code = active_language().code
    key = sort_key(code)
    rows = sorted(directory(code, today=today_in_the_network()), key=lambda row: key(row.country_name))
    groups: Choices = [
        (country, [(row.city.slug, row.name) for row in found])
        for country, found in groupby(rows, key=lambda row: row.country_name)
    ]
    return [("", ""), *groups]


def member_select(label: Any, **kwargs: Any) -> forms.ChoiceField:
    """One of the member cities, or none."""
    return forms.ChoiceField(
        label=label, choices=member_choices, required=False, error_messages={"invalid_choice": NOT_AMONG}, **kwargs
    )
