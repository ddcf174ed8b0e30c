"""The letter of the mayor: looked at by its content, kept in private."""

import re

import pytest

from membership.models import Upload
from tests.membership.applicant import PDF, letter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "letter.pdf", "The file is empty"),
        (b"%PDF-1.4\n" + b"0" * 11 * 1024 * 1024 + b"\n%%EOF", "letter.pdf", "larger than 10 MB"),
        (b"MZ\x90\x00" + b"\x00" * 200, "letter.pdf", "not a PDF, JPG or PNG"),
        (b"<html><script>alert(1)</script></html>", "letter.png", "not a PDF, JPG or PNG"),
        (b"%PDF-1.4\nwithout an end", "letter.pdf", "not complete"),
        (b"GIF89a" + PDF, "letter.pdf", "not a PDF, JPG or PNG"),
    ],
    ids=["empty", "11 MB", "exe named pdf", "html named png", "cut off", "gif before pdf"],
)
def test_a_bad_letter_is_refused_in_words_and_the_old_one_stays(opened, content, name, sentence):
    opened.post("/en/apply/form/documents/mayor_letter/", {"file": letter()})

    answer = opened.post("/en/apply/form/documents/mayor_letter/", {"file": letter(content, name)})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Upload.objects.get().display_name == "pismo.pdf"


def test_no_letter_at_all_is_told(opened):
    answer = opened.post("/en/apply/form/documents/mayor_letter/", {})

    assert answer.status_code == 422
    assert "No file was sent." in answer.content.decode()


def test_a_letter_lies_in_private_storage_under_a_random_name(opened, settings):
    opened.post("/en/apply/form/documents/mayor_letter/", {"file": letter(name="писмо градоначелника.pdf")})

    upload = Upload.objects.get()
    assert upload.display_name == "писмо градоначелника.pdf"
    assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{32}\.pdf", upload.file.name)
    assert (settings.PRIVATE_ROOT / upload.file.name).read_bytes() == PDF


def test_a_better_letter_takes_the_place_of_the_first_which_is_kept(opened):
    opened.post("/en/apply/form/documents/mayor_letter/", {"file": letter(name="first.pdf")})

    opened.post("/en/apply/form/documents/mayor_letter/", {"file": letter(name="second.pdf")})

    assert [(upload.display_name, upload.replaced_at is None) for upload in Upload.objects.all()] == [
        ("first.pdf", False),
        ("second.pdf", True),
    ]
    assert "second.pdf" in opened.get("/en/apply/form/documents/mayor_letter/").content.decode()
