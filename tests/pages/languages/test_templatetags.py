"""Template tags of languages."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from pages.languages.partial_dates import PartialDate


def render(text, **context):
    return Template("{% load languages %}" + text).render(Context(context))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{{ day|localdate }}", "28. jun 2022."),
        ('{{ day|localdate:"full" }}', "utorak, 28. jun 2022."),
        ("{{ none|localdate }}", ""),
        ("{{ known|partialdate }}", "jun 2022."),
        ('{{ "2022-06"|partialdate }}', "jun 2022."),
        ('{{ ""|partialdate }}', ""),
        ("{% daterange day end %}", "28.–30. jun 2022."),
        ("{% daterange day none %}", "28. jun 2022."),
        ("{% daterange day %}", "28. jun 2022."),
        ("{{ 1273651|localnumber }}", "1.273.651"),
        ("{{ 0|localnumber }}", "0"),
        ("{{ none|localnumber }}", ""),
        ("{{ share|localpercent:1 }}", "66,7%"),
        ("{{ none|localpercent }}", ""),
        ("{{ names|locallist }}", "Kotor, Nikšić i Podgorica"),
        ('{{ names|locallist:"or" }}', "Kotor, Nikšić ili Podgorica"),
        ("{{ 'cnr'|lang_attr }}", "cnr"),
        ("{{ 'cnr'|hreflang }}", "sr-Latn-ME"),
        ("{{ 'sr'|lang_attr }}", "sr-Cyrl"),
    ],
)
def test_values_are_written_in_the_active_language(text, written):
    context = {
        "day": date(2022, 6, 28),
        "end": date(2022, 6, 30),
        "known": PartialDate(2022, 6),
        "names": ["Kotor", "Nikšić", "Podgorica"],
        "none": None,
        "share": Fraction(2, 3),
    }

    with translation.override("cnr"):
        assert render(text, **context) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{{ moment|localdate }}", "1 July 2022"),
        ("{{ moment|localmoment }}", "1 July 2022, 00:30"),
        ("{% daterange moment moment %}", "1 July 2022"),
    ],
)
def test_a_moment_is_read_in_the_current_time_zone(text, written):
    moment = datetime(2022, 6, 30, 21, 30, tzinfo=UTC)

    with timezone.override("Europe/Istanbul"), translation.override("en"):
        assert render(text, moment=moment) == written


def test_a_moment_without_a_time_zone_is_taken_as_it_is():
    with translation.override("en"):
        assert render("{{ moment|localmoment }}", moment=datetime(2022, 6, 30, 21, 30)) == "30 June 2022, 21:30"


def test_no_moment_writes_nothing():
    assert render("{{ moment|localmoment }}", moment=None) == ""


def test_a_country_is_named_with_its_star():
    with translation.override("en"):
        assert render('{{ "XK"|country }}') == "Kosovo*"


@pytest.mark.parametrize("language", [None, "fr"])
def test_english_is_written_where_none_of_the_languages_is_active(language):
    with translation.override(language):
        assert render("{{ day|localdate }}", day=date(2022, 6, 28)) == "28 June 2022"
