"""The mails to applicants: language, links, and the footnote of Kosovo*."""

import pytest

from membership.emails import access_message, receipt_message, write
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
