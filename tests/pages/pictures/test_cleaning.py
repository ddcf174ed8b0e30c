"""What is written beside a picture stays behind; the picture itself stays as it was, and upright."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pages.pictures.cleaning import bare
from tests.pages.pictures.files import MAKER, PLACE, picture_bytes

KINDS = ["JPEG", "PNG", "WEBP", "AVIF"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_of_maker_and_place(kind):
    content = picture_bytes(kind)
    assert MAKER.encode() in content
    assert PLACE.encode() in content

    kept = bare(BytesIO(content), "x").read()

    assert MAKER.encode() not in kept
    assert PLACE.encode() not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.size) == (kind, (60, 40))
        assert dict(picture.getexif()) == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_lies_on_its_side_is_turned(kind):
    kept = bare(BytesIO(picture_bytes(kind, orientation=6)), "x")

    with Image.open(kept) as picture:
        red, _green, blue = picture.convert("RGB").getpixel((20, 5))
        assert picture.size == (40, 60)
        assert (red > 200, blue < 50) == (True, True)


def test_a_remark_in_the_file_and_what_stands_behind_its_end_are_left_out():
    content = picture_bytes(comment=b"Anna at home") + b"a small film"

    kept = bare(BytesIO(content), "x").read()

    assert b"Anna" in content
    assert b"Anna" not in kept
    assert b"film" not in kept


def test_words_in_a_png_are_left_out():
    words = PngInfo()
    words.add_text("Author", "Anna")

    kept = bare(BytesIO(picture_bytes("PNG", pnginfo=words)), "x").read()

    assert b"Anna" not in kept


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>", picture_bytes()[:300]], ids=["no", "gif", "svg", "cut"])
def test_what_is_no_whole_picture_is_refused(content):
    with pytest.raises(OSError, match=r".+"):
        bare(BytesIO(content), "x")
