"""What an uploaded letter is, by its content."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from membership.forms.files import checked
from membership.inspection.inspect import MOST_BYTES
from tests.membership.applicant import ENDING, PDF, letter


def picture(kind: str) -> bytes:
    """Return a whole picture of many colours."""
    content = BytesIO()
    Image.linear_gradient("L").resize((300, 200)).save(content, kind)
    return content.getvalue()


JPG, PNG = picture("JPEG"), picture("PNG")


def refusal(content: bytes, name: str = "letter.pdf") -> str:
    with pytest.raises(ValidationError) as error:
        checked(letter(content, name))
    return error.value.message


@pytest.mark.parametrize(
    ("content", "name", "extension", "content_type"),
    [
        (PDF, "letter.pdf", "pdf", "application/pdf"),
        (JPG, "letter.jpeg", "jpg", "image/jpeg"),
        (PNG, "letter.png", "png", "image/png"),
        (PDF, "letter.exe", "pdf", "application/pdf"),
        (JPG, "letter", "jpg", "image/jpeg"),
    ],
)
def test_the_content_says_what_a_file_is(content, name, extension, content_type):
    file = checked(letter(content, name))

    assert (file.extension, file.content_type, file.content, file.display_name) == (
        extension,
        content_type,
        content,
        name,
    )


def test_a_file_has_at_most_ten_megabytes():
    filling = b"0" * (MOST_BYTES - len(PDF))

    assert len(checked(letter(PDF[: -len(ENDING)] + filling + ENDING)).content) == 10 * 1024 * 1024
    assert refusal(PDF[: -len(ENDING)] + filling + b"0" + ENDING).startswith("The file is larger than 10 MB.")


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + b"\x00" * 500,
        b"\x7fELF" + b"\x00" * 500,
        b"PK\x03\x04" + b"\x00" * 500,
        b"<html></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + PDF,
        b" " + PDF,
        b"\x00",
        b"letter",
    ],
    ids=["exe", "elf", "zip", "html", "svg", "gif and pdf", "space before pdf", "nul", "text"],
)
def test_other_kinds_are_refused_whatever_their_name_says(content):
    assert refusal(content) == "The file is not a PDF, JPG or PNG, whatever its name says."


@pytest.mark.parametrize("content", [PDF[: -len(ENDING)], JPG[:-200], PNG[: len(PNG) // 2]], ids=["pdf", "jpg", "png"])
def test_a_file_that_was_cut_off_is_refused(content):
    assert refusal(content).startswith("The file is not complete.")


def test_what_a_camera_writes_behind_a_photograph_is_no_fault():
    assert checked(letter(JPG + b"\x00" * 5000, "photo.jpg")).extension == "jpg"


@pytest.mark.parametrize("entry", [b"/Encrypt 5 0 R", b"/Encrypt<< /Filter /Standard >>", b"/Encrypt\n12 0 R"])
def test_a_protected_pdf_is_refused(entry):
    assert refusal(PDF.replace(ENDING, b"\ntrailer\n<< " + entry + b" >>\n%%EOF\n")).startswith("The file is protected")


def test_a_pdf_that_only_writes_of_encryption_is_taken():
    assert checked(letter(PDF.replace(ENDING, b"\n(see /Encryption and /Encrypt)" + ENDING))).extension == "pdf"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("писмо градоначелника.pdf", "писмо градоначелника.pdf"),
        ("επιστολή.pdf", "επιστολή.pdf"),
        ("letter\u202efdp.exe", "letterfdp.exe"),
        ("two\nlines.pdf", "twolines.pdf"),
    ],
)
def test_a_name_of_any_script_is_shown_without_marks_that_deceive(name, shown):
    assert checked(letter(PDF, name)).display_name == shown
