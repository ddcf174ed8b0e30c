"""Looks at an uploaded file: what it is by its content, not by its name."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import puremagic
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from membership.services.drafts import CheckedFile

MOST_BYTES = 10 * 1024 * 1024
TAIL = 2048  # a PDF ends with its end mark, and perhaps some white space
TYPES = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
BEGINNINGS = {"pdf": b"%PDF-", "jpg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n"}
ENDINGS = {"pdf": b"%%EOF", "jpg": b"\xff\xd9", "png": b"IEND"}

EMPTY = _("The file is empty. Choose the letter again.")
TOO_LARGE = _("The file is larger than 10 MB. Send it in a smaller version.")
WRONG_TYPE = _("The file is not a PDF, JPG or PNG, whatever its name says.")
CUT_OFF = _("The file is not complete. Save it again and send it once more.")


class LetterForm(forms.Form):
    """The letter signed by the mayor (Statutes, Art. 5). `cleaned_data["letter"]` is a `CheckedFile`."""

    letter = forms.FileField(
        label=_("Letter signed by the mayor"),
        help_text=_("PDF, JPG or PNG, at most 10 MB."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def clean_letter(self) -> CheckedFile:
        return checked(self.cleaned_data["letter"])


def checked(upload: UploadedFile) -> CheckedFile:
    """Return the file with its type by content. Raises `ValidationError` with a sentence: empty, too large, wrong, cut off."""
    size = upload.size or 0
    if not size:
        raise forms.ValidationError(EMPTY, code="empty")
    if size > MOST_BYTES:
        raise forms.ValidationError(TOO_LARGE, code="too_large")
    content = upload.read()
    extension = _type_of(content)
    if ENDINGS[extension] not in content[-TAIL:]:
        raise forms.ValidationError(CUT_OFF, code="cut_off")
    return CheckedFile(
        content=content,
        display_name=str(upload.name or ""),
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
