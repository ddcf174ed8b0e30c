"""The sections: what is needed, what is nonsense, and what is stored. Boundaries come in pairs."""

import json
from datetime import date

import pytest

from membership.forms.base import as_posted
from membership.forms.choices import AIMS
from membership.forms.city import CityForm
from membership.forms.sections import DOCUMENTS, MEMBERSHIP
from membership.forms.shown import answer_rows
from membership.labels.working_groups import WORKING_GROUPS
from membership.rules.countries import REGION_COUNTRIES
from tests.membership.applicant import ANSWERS

pytestmark = pytest.mark.django_db  # the member cities that can be chosen
SECTIONS = MEMBERSHIP.sections
TODAY = date(2027, 3, 1)
NEEDED = {
    "city": "name_local name_en kind country website email_domain postal_address population population_year population_source",
    "mandate": "head_name head_title in_office last_election mandate_ends",
    "contacts": "mayor_email contact_name contact_post contact_department contact_phone contact_languages "
    "alternate_name alternate_email mail_language",
    "role": "answer_language national_role in_association",
    "contribution": "answer_language pledge aim_climate aim_democracy aim_smart aim_economy aim_crisis aims_how",
    "declarations": "adheres_to_declaration adheres_to_principles is_authorised is_accurate has_read_privacy",
}


def filled(key: str, **changes: object):
    """Return the form of a section with good answers, some of them changed, after validation."""
    form = SECTIONS[key]({**ANSWERS[key], **changes}, today=TODAY)
    form.full_clean()
    return form


def day(name: str, day: int, month: int, year: int) -> dict[str, str]:
    return {f"{name}_day": str(day), f"{name}_month": str(month), f"{name}_year": str(year)}


@pytest.mark.parametrize("key", SECTIONS)
def test_the_good_answers_are_complete_and_can_be_stored_as_json(key):
    form = filled(key)

    assert (form.errors, form.missing()) == ({}, {})
    assert json.loads(json.dumps(form.answers())) == form.answers()


@pytest.mark.parametrize("key", SECTIONS)
def test_stored_answers_sent_again_are_the_same(key):
    stored = filled(key).answers()

    again = SECTIONS[key](as_posted(SECTIONS[key], stored, TODAY), today=TODAY)

    assert again.is_valid()
    assert again.answers() == stored


@pytest.mark.parametrize("key", SECTIONS)
def test_an_empty_section_is_stored_and_misses_what_article_5_and_the_office_need(key):
    form = SECTIONS[key]({}, today=TODAY)

    assert form.is_valid()
    assert set(form.missing()) == set(NEEDED[key].split())


@pytest.mark.parametrize(("key", "name"), [("mandate", "in_office_explanation"), ("role", "summary_en")])
def test_what_another_answer_may_make_necessary_is_not_called_optional(key, name):
    assert SECTIONS[key](today=TODAY).fields[name].is_needed


@pytest.mark.parametrize(
    ("population", "is_taken"),
    [("1", True), ("0", False), ("50000000", True), ("50000001", False), ("10000000000", False)],
)
def test_the_population_is_that_of_a_city(population, is_taken):
    assert ("population" not in filled("city", population=population).errors) is is_taken


@pytest.mark.parametrize(("year", "is_taken"), [("1990", True), ("1989", False), ("2027", True), ("2028", False)])
def test_the_year_of_the_population_is_neither_long_ago_nor_to_come(year, is_taken):
    assert ("population_year" not in filled("city", population_year=year).errors) is is_taken


@pytest.mark.parametrize(("length", "is_taken"), [(120, True), (121, False)])
def test_a_name_has_at_most_120_characters(length, is_taken):
    assert ("name_local" not in filled("city", name_local="Љ" * length).errors) is is_taken


@pytest.mark.parametrize(
    ("place", "is_taken"),
    [
        ({"latitude": "33", "longitude": "12"}, True),
        ({"latitude": "32.99", "longitude": "12"}, False),
        ({"latitude": "49", "longitude": "46"}, True),
        ({"latitude": "49", "longitude": "46.01"}, False),
        ({"latitude": "", "longitude": ""}, True),
        ({"latitude": "43", "longitude": ""}, False),
        ({"latitude": "", "longitude": "20"}, False),
    ],
)
def test_a_place_on_the_map_is_whole_and_in_the_region(place, is_taken):
    assert filled("city", **place).is_valid() is is_taken


def test_the_country_is_one_of_the_twelve_and_kosovo_has_its_star():
    choices = dict(CityForm(today=TODAY).fields["country"].choices)

    assert set(choices) == {"", *REGION_COUNTRIES}
    assert str(choices["XK"]) == "Kosovo*"


@pytest.mark.parametrize(
    ("election", "is_taken"),
    [((1, 3, 2027), True), ((2, 3, 2027), False), ((1, 1, 1990), True), ((31, 12, 1989), False)],
    ids=["today", "tomorrow", "1990", "1989"],
)
def test_the_last_election_has_been(election, is_taken):
    form = filled("mandate", **day("last_election", *election), **day("mandate_ends", 31, 12, 2030))

    assert ("last_election" not in form.errors) is is_taken


@pytest.mark.parametrize(
    ("end", "is_taken"),
    [((18, 12, 2023), True), ((17, 12, 2023), False), ((31, 12, 2037), True), ((1, 1, 2038), False)],
    ids=["day after the election", "day of the election", "ten years on", "eleven years on"],
)
def test_the_mandate_ends_after_the_election_and_in_sight(end, is_taken):
    assert ("mandate_ends" not in filled("mandate", **day("mandate_ends", *end)).errors) is is_taken


@pytest.mark.parametrize(
    ("in_office", "missing"),
    [
        ("elected", []),
        ("by_council", []),
        ("acting", ["in_office_explanation"]),
        ("appointed", ["in_office_explanation"]),
    ],
)
def test_an_explanation_is_needed_of_a_head_who_was_not_elected(in_office, missing):
    assert list(filled("mandate", in_office=in_office).missing()) == missing
    assert filled("mandate", in_office=in_office, in_office_explanation="By decree of 2026.").missing() == {}


@pytest.mark.parametrize("key", ["role", "contribution"])
def test_a_summary_is_needed_of_answers_in_another_language(key):
    assert list(filled(key, answer_language="other").missing()) == ["summary_en"]
    assert filled(key, answer_language="other", summary_en="word " * 200).missing() == {}
    assert list(filled(key, answer_language="other", summary_en="word " * 201).errors) == ["summary_en"]


@pytest.mark.parametrize(
    ("key", "name", "limit"),
    [("role", "national_role", 250), ("contribution", "pledge", 300), ("contribution", "aims_how", 100)],
)
def test_long_answers_have_their_limit_of_words(key, name, limit):
    assert name not in filled(key, **{name: "word " * limit}).errors
    assert name in filled(key, **{name: "word " * (limit + 1)}).errors


def test_each_aim_is_asked_and_one_must_be_contributed_to():
    nothing = dict.fromkeys(AIMS, "interested")

    assert list(AIMS) == ["aim_climate", "aim_democracy", "aim_smart", "aim_economy", "aim_crisis"]
    assert list(filled("contribution", **nothing).missing()) == ["aim_climate"]
    assert filled("contribution", **{**nothing, "aim_crisis": "contribute"}).missing() == {}


def test_each_working_group_is_offered_and_none_is_needed():
    form = filled("contribution", group_climate="lead")

    assert [name for name in form.fields if name.startswith("group_")] == [f"group_{key}" for key in WORKING_GROUPS]
    assert (len(WORKING_GROUPS), form.answers()["group_climate"], form.answers()["group_smart"]) == (4, "lead", "")


@pytest.mark.parametrize(
    "name", ["adheres_to_declaration", "adheres_to_principles", "is_authorised", "is_accurate", "has_read_privacy"]
)
def test_no_declaration_can_be_left_out(name):
    assert list(filled("declarations", **{name: ""}).missing()) == [name]


def test_the_city_is_not_named_in_public_unless_it_says_so():
    assert filled("declarations").answers()["may_be_named"] is False
    assert filled("declarations", may_be_named="on").answers()["may_be_named"] is True


def test_declarations_keep_the_versions_of_what_was_read():
    assert filled("declarations").answers()["versions"] == {
        "declaration": "2021-11-30",
        "principles": "2024-01",
        "privacy": "2026-11",
    }


def test_the_documents_stand_before_the_declarations():
    assert MEMBERSHIP.steps == ("city", "mandate", "contacts", "role", "contribution", DOCUMENTS, "declarations")


def test_days_are_stored_in_iso_8601():
    assert filled("mandate").answers()["last_election"] == "2023-12-17"


def test_answers_are_shown_in_words():
    answers = {key: filled(key).answers() for key in SECTIONS}
    shown = {row.name: row.value for section in answer_rows(MEMBERSHIP, answers, TODAY) for row in section.rows}

    assert (shown["population"], shown["population_year"]) == ("110,196", "2022")
    assert (shown["country"], shown["kind"]) == ("Serbia", "City")
    assert (shown["last_election"], shown["mail_language"]) == ("17 December 2023", "Српски")
    assert (shown["is_accurate"], shown["may_be_named"], shown["region"]) == ("Yes", "No", "")


def test_several_chosen_answers_are_a_list():
    answers = {"contribution": filled("contribution", could_host=["workshop", "summit"]).answers()}

    rows = {row.name: row.value for section in answer_rows(MEMBERSHIP, answers, TODAY) for row in section.rows}
    assert rows["could_host"] == "A workshop and The annual summit"


def test_nothing_answered_is_shown_as_nothing():
    rows = [row.value for section in answer_rows(MEMBERSHIP, {}, TODAY) for row in section.rows]

    assert set(rows) == {""}
