"""The mails to applicants: language, links, and the footnote of Kosovo*."""

import re
from pathlib import Path

import pytest

from membership.emails import access_message, receipt_message, write
from membership.emails.kinds import TO_ACCOUNTS, TO_APPLICANTS, TO_COMMITTEE, TO_MEMBERS, TO_OFFICE, written
from pages.languages.table import CODES
from tests.membership.factories import ApplicationFactory, make_ready_application

FOOTNOTE = "* This designation is without prejudice to positions on status"


def test_the_mail_of_a_key_has_one_subject_line_the_code_and_an_absolute_link(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://b40.example"

    message = access_message("el", token="abc", code="012345", hours=24)

    assert message.language == "el"
    assert "\n" not in message.subject
    assert "\n012345\n" in message.body
    assert "\nhttps://b40.example/el/apply/key/abc/\n" in message.body


@pytest.mark.django_db
def test_the_receipt_names_reference_and_hash():
    application = make_ready_application(name_local="Краљево")
    revision = application.revisions.get()

    message = receipt_message(revision)

    assert (application.reference in message.subject, "Краљево" in message.body) == (True, True)
    assert "0" * 64 in message.body
    assert FOOTNOTE not in message.body


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Kosovo* Polje", "Косово* Поље"])
def test_a_mail_that_names_kosovo_has_the_footnote(name):
    application = ApplicationFactory.build(name_local=name, reference="B40-M-2027-KKKK")

    message = write("receipt", "en", {"application": application, "revision": None})

    assert message.body.count(FOOTNOTE) == 1


def test_a_name_is_written_as_it_is_and_not_for_a_browser():
    application = ApplicationFactory.build(name_local="N'Djamena & <Sons>", reference="B40-M-2027-KKKK")

    message = write("receipt", "en", {"application": application, "revision": None})

    assert "N'Djamena & <Sons>" in message.body


KINDS = {**TO_APPLICANTS, **TO_OFFICE, **TO_COMMITTEE, **TO_MEMBERS, **TO_ACCOUNTS}
TEMPLATES = {path.stem for path in (Path(__file__).resolve().parents[2] / "templates/emails").glob("*.txt")} - {"base"}
MARKUP = re.compile(r"[{}<>]|%[(%]|&(?:amp|lt|gt|quot|#)")
WORDS = re.compile(r"[a-z]{3}.* .*[a-z]{3}")  # a line of words, not a code, an address or a hash
UNTRANSLATED = {"B40 Balkan Cities Network"}


@pytest.fixture(scope="module")
def mails():
    """Every kind of mail in every language."""
    return {code: written(KINDS, code) for code in CODES}


def test_every_template_is_a_kind_and_has_a_sample():
    assert {kind.partition(":")[0] for kind in KINDS} == TEMPLATES


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_mail_is_written_in_every_language(mails, code):
    for kind, mail in mails[code].items():
        assert mail.language == code, kind
        assert mail.subject, kind
        assert "\n" not in mail.subject, kind
        assert not MARKUP.search(f"{mail.subject}{mail.body}"), kind


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_mail_that_is_translated_has_no_english_left(mails, code, kind):
    english, mail = mails["en"][kind], mails[code][kind]
    if mail.subject == english.subject:
        pytest.skip("not translated yet")

    left = [line for line in mail.body.splitlines() if line in english.body.splitlines() and WORDS.search(line)]

    assert [line for line in left if line not in UNTRANSLATED] == []


def test_no_mail_of_the_committee_tells_a_vote_and_none_a_person(mails):
    for kind, mail in {**mails["en"]}.items():
        assert not re.search(r"voted (yes|against)|abstain", mail.body.lower()), kind
        if kind != "office_contact":  # what a visitor wrote is for the Secretariat, who answers to the address in it
            assert "@" not in mail.body, kind
