"""Picture files without what a camera or a program wrote beside the picture: place, time, device, names, small copies."""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
QUALITY = 92  # where the picture has to be turned and so to be written anew; else a JPEG keeps its own
KEPT = ("icc_profile", "transparency")  # what colours mean
_ORIENTATION = 0x0112  # Exif 2.32, table 4
_UPRIGHT = 1


class BareFile(ContentFile):
    """The file of a picture that has nothing but the picture."""


def bare(file: IO[bytes], name: str) -> BareFile:
    """Return the first picture of a file, upright, in the same format. Raises `OSError` for what is not readable."""
    file.seek(0)
    try:
        with Image.open(file, formats=FORMATS) as picture:
            written = BytesIO()
            kind = str(picture.format).replace(
                "MPO", "JPEG"
            )  # a telephone's JPEG has further pictures behind the first
            _upright(picture).save(written, kind, **_options(kind))
    except (SyntaxError, ValueError, EOFError) as error:  # so Pillow calls some broken files
        raise OSError(f"{name} is no readable picture.") from error
    return BareFile(written.getvalue(), name=name)


def _upright(picture: Image.Image) -> Image.Image:
    turned: Image.Image = picture
    if picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT:
        turned = ImageOps.exif_transpose(picture)
    turned.load()
    turned.info = {name: turned.info[name] for name in KEPT if name in turned.info}
    return turned


def _options(kind: str) -> dict[str, Any]:
    """Return what to write with: PNG loses nothing, the others as little as can be seen by nobody."""
    return {"PNG": {"optimize": True}}.get(kind, {"quality": QUALITY})
