"""The parts of the form: what is refused, what is kept, and two windows at once."""

import pytest

from membership.models import SectionAnswers
from tests.membership.applicant import ANSWERS

pytestmark = pytest.mark.django_db


def test_an_incomplete_section_is_kept_and_told(opened):
    answer = opened.post("/tr/apply/form/city/", {"name_en": "Kraljevo", "version": "0"})

    row = SectionAnswers.objects.get(section="city")
    assert answer.status_code == 422
    assert (row.answers["name_en"], row.is_complete, row.version) == ("Kraljevo", False, 1)
    assert 'name="version" value="1"' in answer.content.decode()


def test_saving_for_later_keeps_an_incomplete_section_without_complaint(opened):
    answer = opened.post("/tr/apply/form/city/", {"name_en": "Kraljevo", "version": "0", "later": "1"})

    assert (answer.status_code, answer["Location"]) == (302, "/tr/apply/form/")
    assert SectionAnswers.objects.get().answers["name_en"] == "Kraljevo"


@pytest.mark.parametrize(
    ("section", "changes"),
    [
        ("city", {"country": "DE"}),
        ("city", {"population": "0"}),
        ("city", {"population": "-1"}),
        ("city", {"population": "1000000000000"}),
        ("city", {"population": "many"}),
        ("city", {"name_en": "K" * 121}),
        ("city", {"population_year": "1989"}),
        ("city", {"latitude": "80"}),
        ("city", {"website": "javascript:alert(1)"}),
        ("mandate", {"last_election_year": "2999"}),
        ("mandate", {"last_election_day": "31", "last_election_month": "2"}),
        ("mandate", {"last_election_day": ""}),
        ("mandate", {"mandate_ends_year": "2020"}),
        ("contacts", {"mayor_email": "mayor"}),
        ("role", {"national_role": "word " * 251}),
        ("city", {"population": "110.5"}),
        ("city", {"name_en": "K\x00"}),
        ("city", {"kind": "empire"}),
        ("city", {"email_domain": "office@kraljevo"}),
        ("mandate", {"last_election_year": "23"}),
        ("mandate", {"mandate_ends_year": "9999"}),
        ("mandate", {"council_size": "0"}),
        ("contacts", {"mail_language": "de"}),
        ("contacts", {"contact_phone": "call me"}),
        ("role", {"projects-0-link": "javascript:alert(1)"}),
        ("contribution", {"pledge": "word " * 301}),
        ("contribution", {"aims_how": "word " * 101}),
        ("contribution", {"could_host": "olympics"}),
    ],
    ids=lambda value: next(iter(value.items()), value)[1][:12] if isinstance(value, dict) else value,
)
def test_nonsense_is_refused_at_the_field_and_in_the_summary(opened, section, changes):
    typed = {**ANSWERS[section], **changes, "version": "0"}
    answer = opened.post(f"/en/apply/form/{section}/", typed)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "There is a problem" in page
    assert "field__error" in page
    assert SectionAnswers.objects.count() == 0


def test_what_was_typed_stays_on_a_refused_page(opened):
    page = opened.post("/en/apply/form/city/", {**ANSWERS["city"], "population": "0", "version": "0"}).content.decode()

    assert "Краљево" in page
    assert "Trg Jovana Sarića 1" in page


def test_an_appointed_head_needs_an_explanation(opened):
    answer = opened.post("/en/apply/form/mandate/", {**ANSWERS["mandate"], "in_office": "appointed", "version": "0"})

    assert answer.status_code == 422
    assert SectionAnswers.objects.get().is_complete is False


def test_answers_in_another_language_need_a_summary(opened):
    typed = {**ANSWERS["role"], "answer_language": "other", "version": "0"}

    assert opened.post("/en/apply/form/role/", typed).status_code == 422
    typed |= {"version": "1", "summary_en": "Seat of the district."}
    assert opened.post("/en/apply/form/role/", typed).status_code == 302


def test_two_tabs_show_both_texts_and_lose_none(opened):
    first = {**ANSWERS["role"], "national_role": "First window.", "version": "0"}
    second = {**ANSWERS["role"], "national_role": "Second window.", "version": "0"}
    opened.post("/en/apply/form/role/", first)

    conflict = opened.post("/en/apply/form/role/", second)
    page = conflict.content.decode()

    assert conflict.status_code == 409
    assert "First window." in page
    assert "Second window." in page
    assert SectionAnswers.objects.get().answers["national_role"] == "First window."
    assert opened.post("/en/apply/form/role/", {**second, "version": "1"}).status_code == 302
    assert SectionAnswers.objects.get().answers["national_role"] == "Second window."


def test_the_language_can_change_in_the_middle_and_the_answers_stay(opened):
    opened.post("/tr/apply/form/city/", {**ANSWERS["city"], "version": "0"})

    assert "Краљево" in opened.get("/el/apply/form/city/").content.decode()


def test_a_text_that_is_too_long_is_told_with_its_count_and_kept_on_the_page(opened):
    typed = {**ANSWERS["role"], "national_role": "riječ " * 251, "version": "0"}

    page = opened.post("/en/apply/form/role/", typed).content.decode()

    assert "The text has 251 words; at most 250 are possible." in page
    assert page.count("riječ ") >= 250


def test_aims_to_which_nothing_is_contributed_are_kept_and_told(opened):
    typed = {**ANSWERS["contribution"], "aim_climate": "no", "aim_crisis": "no", "version": "0"}

    answer = opened.post("/en/apply/form/contribution/", typed)

    row = SectionAnswers.objects.get()
    assert answer.status_code == 422
    assert "for at least one aim (Article 3)" in answer.content.decode()
    assert (row.answers["aim_climate"], row.is_complete) == ("no", False)


def test_every_part_of_the_list_says_how_far_it_is(opened):
    opened.post("/en/apply/form/role/", {**ANSWERS["role"], "version": "0"})
    opened.post("/en/apply/form/city/", {"name_en": "Kraljevo", "version": "0", "later": "1"})

    page = opened.get("/en/apply/form/").content.decode()

    assert (page.count("Completed"), page.count("In progress"), page.count("Not started")) == (1, 1, 5)
    assert "1 of 7 parts is complete." in page


def test_an_error_is_in_the_title_in_the_summary_and_at_the_field(opened):
    page = opened.post("/en/apply/form/city/", {**ANSWERS["city"], "population": "0", "version": "0"}).content.decode()

    assert "<title>Error: The local government" in page
    assert 'href="#id_population">Population – The population must be at least 1.</a>' in page
    assert 'aria-describedby="id_population_helptext id_population_error"' in page


def test_the_same_answers_sent_twice_are_no_conflict(opened):
    typed = {**ANSWERS["role"], "version": "0"}
    opened.post("/en/apply/form/role/", typed)

    assert opened.post("/en/apply/form/role/", typed).status_code == 302
    assert SectionAnswers.objects.get().version == 1


def test_two_tabs_can_keep_what_was_saved(opened):
    opened.post("/en/apply/form/mandate/", {**ANSWERS["mandate"], "version": "0"})

    page = opened.post("/en/apply/form/mandate/", {**ANSWERS["mandate"], "council_size": "71", "version": "0"})

    assert page.status_code == 409
    assert '<input type="hidden" name="council_size" value="71">' in page.content.decode()
    assert '<input type="hidden" name="last_election_day" value="17">' in page.content.decode()
    assert '<input type="hidden" name="version" value="1">' in page.content.decode()
    assert 'href="/en/apply/form/mandate/"' in page.content.decode()


def test_an_unknown_part_is_not_found(opened):
    assert opened.get("/en/apply/form/treasury/").status_code == 404
