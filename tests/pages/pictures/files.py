"""Picture files as telephones and programs write them, with what does not belong on the site."""

from io import BytesIO
from typing import Any

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pages.pictures.models import Picture

MAKER, PLACE = "Camera of Anna", "N 42 39 46"  # stand in the file as they are written here
_MAKE, _ORIENTATION, _GPS = 0x010F, 0x0112, 0x8825


def exif(orientation: int = 1) -> Image.Exif:
    found = Image.Exif()
    found[_MAKE], found[_ORIENTATION] = MAKER, orientation
    found.get_ifd(_GPS)[1] = PLACE
    return found


def picture_bytes(kind: str = "JPEG", size: tuple[int, int] = (60, 40), orientation: int = 1, **options: Any) -> bytes:
    """Return a picture, red on the left and blue on the right, with maker and place written beside it."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    file = BytesIO()
    picture.save(file, kind, exif=exif(orientation), **options)
    return file.getvalue()


def upload(name: str = "bridge.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture_bytes() if content is None else content)


def make_picture(
    descriptions: dict[str, str] | None = None, size: tuple[int, int] = (60, 40), **fields: Any
) -> Picture:
    """Return a picture that is kept, with what it shows by language; sizes of an earlier one with its number are forgotten."""
    cache.clear()
    file = upload(content=picture_bytes(size=size))
    picture = Picture.objects.create(**{"title": "Bridge", "file": file, **fields})
    for language, text in (descriptions or {}).items():
        picture.descriptions.create(language=language, text=text)
    return picture
