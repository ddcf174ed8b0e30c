"""Names of countries, and the star and footnote of Kosovo*."""

import pytest
from django.utils.functional import Promise

from pages.languages.countries import COUNTRY_NAMES, KOSOVO, country_name
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo, unstarred


def test_the_twelve_countries_of_the_rules_have_names():
    assert {code: str(name) for code, name in COUNTRY_NAMES.items()} == {
        "AL": "Albania",
        "BA": "Bosnia and Herzegovina",
        "BG": "Bulgaria",
        "HR": "Croatia",
        "GR": "Greece",
        "XK": "Kosovo*",
        "ME": "Montenegro",
        "MK": "North Macedonia",
        "RO": "Romania",
        "RS": "Serbia",
        "SI": "Slovenia",
        "TR": "Türkiye",
    }


def test_a_name_is_translated_only_when_it_is_shown():
    assert isinstance(country_name("GR"), Promise)


def test_a_country_outside_the_network_is_shown_by_its_code():
    assert country_name("FR") == "FR"


def test_kosovo_bears_its_star():
    assert str(country_name(KOSOVO)) == "Kosovo*"


def test_the_footnote_is_the_formula_verbatim():
    assert str(KOSOVO_FOOTNOTE) == (
        "* This designation is without prejudice to positions on status, and is in line with UNSCR 1244/1999 and the "
        "ICJ Opinion on the Kosovo declaration of independence."
    )


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Prishtina (Kosovo)", ["Kosovo"]),
        ("Prishtina (Kosovo*)", []),
        ("Kosovo* and Kosovo", ["Kosovo"]),
        ("KOSOVO", ["KOSOVO"]),
        ("Kosovo *", ["Kosovo"]),
        ("Kosovës dhe Kosova", ["Kosovës", "Kosova"]),
        ("Kosovës* dhe Kosova*", []),
        ("Kosova'nın, Kosova*'nın", ["Kosova"]),
        ("na Kosovu, s Kosovom", ["Kosovu", "Kosovom"]),
        ("на Косову, Косово*", ["Косову"]),
        ("Κόσοβο, Κοσόβου, Κοσσυφοπέδιο, ΚΟΣΟΒΟ", ["Κόσοβο", "Κοσόβου", "Κοσσυφοπέδιο", "ΚΟΣΟΒΟ"]),
        ("Κόσοβο*", []),
        ("Ko\u0301sovo", []),
        ("Κο\u0301σοβο", ["Κόσοβο"]),
        ("kosovski gradovi, косовски, Kosovar", []),
        ("Prekosovo", []),
        ("", []),
    ],
)
def test_each_mention_without_a_star_is_found(text, mentions):
    assert unstarred(text) == mentions


def test_the_footnote_needs_no_star_of_its_own():
    assert unstarred(f"Kosovo*. {KOSOVO_FOOTNOTE}") == []


def test_a_mention_after_the_footnote_needs_its_star():
    assert unstarred(f"{KOSOVO_FOOTNOTE} {'Other words stand between. ' * 4}Kosovo") == ["Kosovo"]


@pytest.mark.parametrize(("text", "named"), [("Prizren, Kosovo*", True), ("Prizren", False)])
def test_a_text_that_names_kosovo_needs_the_footnote(text, named):
    assert names_kosovo(text) is named


def test_the_footnote_alone_names_no_kosovo():
    assert names_kosovo(str(KOSOVO_FOOTNOTE)) is False
