"""Looks at an uploaded file: what it is by its content, not by its name, and whether it is whole."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO
from typing import Any

import puremagic
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image

from membership.inspection.values import CheckedFile

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS_READ = 50_000_000  # a larger one is taken unread: reading it could cost half a gigabyte
TAIL = 2048  # a PDF ends with its end mark, and perhaps some white space
TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
BEGINNINGS = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
PDF_END = b"%%EOF"
LOCKED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")  # stands in the trailer, which is never compressed itself
# Line breaks and other controls, and the marks that let "fdp.exe" be read as "exe.pdf"; letters of every script stay.
NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

NONE_CHOSEN = _("No file was sent. Choose the letter and send it.")
EMPTY = _("The file is empty. Choose the letter again.")
TOO_LARGE = _("The file is larger than 10 MB. Send it in a smaller version.")
WRONG_TYPE = _("The file is not a PDF, JPG or PNG, whatever its name says.")
CUT_OFF = _("The file is not complete. Save it again and send it once more.")
PROTECTED = _("The file is protected by a password. Save it without one and send it once more.")


class LetterForm(forms.Form):
    """The letter signed by the mayor (Statutes, Art. 5). `cleaned_data["letter"]` is a `CheckedFile`."""

    letter = forms.FileField(
        label=_("Letter signed by the mayor"),
        help_text=_("PDF, JPG or PNG, at most 10 MB."),
        allow_empty_file=True,
        error_messages={"required": NONE_CHOSEN, "missing": NONE_CHOSEN, "invalid": NONE_CHOSEN},
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def clean_letter(self) -> CheckedFile:
        return checked(self.cleaned_data["letter"])


def checked(upload: UploadedFile) -> CheckedFile:
    """Return the file with its type by content. Raises `ValidationError` with a sentence."""
    size = upload.size or 0
    if not size:
        raise forms.ValidationError(EMPTY, code="empty")
    if size > MOST_BYTES:
        raise forms.ValidationError(TOO_LARGE, code="too_large")
    content = upload.read()
    extension = _type_of(content)
    if extension == "pdf" and LOCKED.search(content):
        raise forms.ValidationError(PROTECTED, code="protected")
    if not (_is_whole_pdf(content) if extension == "pdf" else _is_whole_picture(content, extension)):
        raise forms.ValidationError(CUT_OFF, code="cut_off")
    return CheckedFile(
        content=content,
        display_name=NOT_SHOWN.sub("", str(upload.name or "")),
        content_type=TYPES[extension],
        extension=extension,
        sha256=sha256(content).hexdigest(),
    )


def _type_of(content: bytes) -> str:
    """Return the extension that the content deserves: its first bytes and the library must agree."""
    extension = next((name for name, begin in BEGINNINGS.items() if content.startswith(begin)), None)
    if extension is None or TYPES[extension] not in _known_types(content):
        raise forms.ValidationError(WRONG_TYPE, code="wrong_type")
    return extension


def _known_types(content: bytes) -> set[Any]:
    try:
        return {found.mime_type for found in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return set()


def _is_whole_pdf(content: bytes) -> bool:
    return PDF_END in content[-TAIL:]


def _is_whole_picture(content: bytes, extension: str) -> bool:
    """Read the picture to its end, a JPEG at an eighth of its size; what cameras write after the end is no fault."""
    try:
        with Image.open(BytesIO(content), formats=["JPEG" if extension == "jpg" else "PNG"]) as picture:
            if extension == "png":
                picture.verify()  # reads the checksums of all parts and unpacks nothing
            elif picture.width * picture.height <= MOST_PIXELS_READ:
                picture.draft("L", (1, 1))
                picture.load()
    except Image.DecompressionBombError:
        return True  # nobody unpacks it here, so that it can be no bomb
    except (OSError, SyntaxError, ValueError):
        return False
    return True
