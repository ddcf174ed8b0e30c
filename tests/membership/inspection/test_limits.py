"""What is still taken and what no longer, on both sides of each limit."""

import time

import pytest

from membership.inspection.archives import holds_zip
from membership.inspection.inspect import inspect
from membership.inspection.pdf import inspect_pdf
from membership.inspection.values import Fault, RefusedFile
from tests.membership.inspection.cases import JPG, PNG, archive, pdf
from tests.membership.inspection.raw import jpg_of, page_pdf, pdf_of, png_of, stream

PDF = page_pdf()
MOST_BYTES = 10 * 1024 * 1024
SCAN = JPG[JPG.index(b"\xff\xda") : -2]
LARGE = jpg_of(10_000, 6_000)  # of which no pixel is read
TREE = ("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page >>")


def fault(content: bytes) -> str | None:
    try:
        inspect(content, "letter")
    except RefusedFile as refused:
        return refused.code
    return None


@pytest.mark.parametrize(
    ("taken", "refused", "expected"),
    [
        (JPG + bytes(MOST_BYTES - len(JPG)), JPG + bytes(MOST_BYTES - len(JPG) + 1), "too_large"),
        (png_of(15_000, 10_000), png_of(15_000, 10_001), "too_many_pixels"),
        (png_of(30_000, 1), png_of(30_001, 1), "too_many_pixels"),
        (png_of(1, 30_000), png_of(1, 30_001), "too_many_pixels"),
        (jpg_of(15_000, 10_000), jpg_of(15_001, 10_000), "too_many_pixels"),
        (LARGE[:-2] + SCAN * 39 + LARGE[-2:], LARGE[:-2] + SCAN * 40 + LARGE[-2:], "broken"),
        (PDF.strip() + b"x" * 4096, PDF.strip() + b"x" * 4097, "two_kinds"),
        (PNG + bytes(1024), PNG[:33] + b"%PDF-" + PNG[33:], "two_kinds"),
        (page_pdf(f"/A {'[' * 99}{']' * 99}"), page_pdf(f"/A {'[' * 102}{']' * 102}"), "broken"),
    ],
    ids=["bytes", "pixels", "width", "height", "pixels of a JPG", "scans", "bytes behind", "PDF within", "levels"],
)
def test_the_limit_is_taken_and_what_is_beyond_it_is_not(taken, refused, expected):
    assert (fault(taken), fault(refused)) == (None, expected)


def test_a_letter_of_many_objects_is_taken():
    assert fault(pdf_of(*TREE, *["<< /Type /StructElem /S /P /K [0] >>"] * 20_000)) is None


def test_reading_a_pdf_may_not_last():
    with pytest.raises(RefusedFile) as refused:
        inspect_pdf(PDF, wall_seconds=0.001)

    assert refused.value.code is Fault.BROKEN


@pytest.mark.parametrize(
    "content",
    [
        PDF + b"1" * 5_000_000,
        PDF + b"1 " * 2_500_000,
        PDF.replace(b"%%EOF", b"/Encrypt 1" * 500_000 + b"%%EOF"),
        JPG[:-2] + b"\xff" * 5_000_000,
        JPG[:2] + b"\xff" * 5_000_000,
        PNG + b"PK\x05\x06" * 1_000_000,
    ],
    ids=["digits", "numbers", "locks", "marks at the end", "marks at the beginning", "ends of archives"],
)
def test_no_search_takes_longer_than_its_file_is_long(content):
    begin = time.monotonic()

    fault(content)

    assert time.monotonic() - begin < 20


@pytest.mark.parametrize(
    ("content", "is_found"),
    [
        (archive(), True),
        (bytes(99_999) + archive() + bytes(99_999), True),
        (PNG + archive(comment=b"c" * 65_535), True),
        (bytes(99_999) + b"PK\x05\x06" + bytes(99_999), False),
        (PNG, False),
        (pdf(), False),
        (page_pdf("", "", stream("", b"PK\x03\x04 and PK\x01\x02 alone are no archive")), False),
        (b"", False),
    ],
    ids=["alone", "amid", "long comment", "four letters by chance", "PNG", "PDF", "PDF on archives", "nothing"],
)
def test_an_archive_is_found_wherever_it_stands(content, is_found):
    assert holds_zip(content) is is_found
