"""Keeps the pictures of the former site from a copy of its upload folder; nothing is fetched from anywhere."""

from __future__ import annotations

import re
from hashlib import sha1
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import transaction
from PIL import Image

from news.importing.values import OldPicture
from pages.pictures.cleaning import BareFile, bare
from pages.pictures.models import DESCRIPTION_LENGTH, Picture, PictureDescription

UPLOADS = "/wp-content/uploads/"
_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+\Z)")  # what WordPress adds to the names of its smaller copies


class PictureRefusedError(ValueError):
    """A picture that cannot be taken, told in a few words."""


def keep_picture(old: OldPicture, folder: Path | None, language: str) -> Picture:
    """Return the picture as it is kept here, the same for the same file. Raises `PictureRefusedError`."""
    path = find(old.address, folder)
    file = _checked(path)
    digest = sha1(file.read(), usedforsecurity=False).hexdigest()  # how Wagtail knows a file again
    known = Picture.objects.filter(file_hash=digest).first()
    return known or _made(old, file, digest, language)


def find(address: str, folder: Path | None) -> Path:
    """Return the file of an address below the folder, the full size before a smaller copy. Raises `PictureRefusedError`."""
    below = unquote(urlsplit(address).path).partition(UPLOADS)[2]
    if not folder or not below or "\0" in below:
        raise PictureRefusedError("not in the folder of pictures")
    for name in (_SIZE.sub("", below), below):
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return path
    raise PictureRefusedError("not in the folder of pictures")


def _checked(path: Path) -> BareFile:
    """Return the bare picture. Raises `PictureRefusedError` for what the office's own form refuses, too."""
    if path.suffix.lower().removeprefix(".") not in settings.WAGTAILIMAGES_EXTENSIONS:
        raise PictureRefusedError("no picture of a kind that is taken")
    if path.stat().st_size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise PictureRefusedError("too large")
    try:
        with path.open("rb") as file, Image.open(file) as picture:
            if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                raise PictureRefusedError("too large")
            return bare(file, path.name)
    except (OSError, Image.DecompressionBombError) as error:
        raise PictureRefusedError("damaged") from error


@transaction.atomic
def _made(old: OldPicture, file: BareFile, digest: str, language: str) -> Picture:
    title = old.description[:255] or str(file.name)
    file.seek(0)
    picture: Picture = Picture.objects.create(title=title, file=file, source_url=old.address[:1000], file_hash=digest)
    if old.description:
        PictureDescription.objects.create(picture=picture, language=language, text=old.description[:DESCRIPTION_LENGTH])
    return picture
