"""What the inspection of a file gives: the file as it is kept, or why it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why a file is refused; the sentence for each stands with the form."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    CUT_OFF = "cut_off"
    PROTECTED = "protected"
    BROKEN = "broken"
    SCRIPTED = "scripted"
    LAUNCHES = "launches"
    NESTED = "nested"
    DYNAMIC_FORM = "dynamic_form"
    TOO_MANY_PIXELS = "too_many_pixels"
    TWO_KINDS = "two_kinds"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was looked at. `display_name` is for eyes only; `sha256` is hexadecimal."""

    content: bytes
    display_name: str
    content_type: str
    extension: str
    sha256: str


class RefusedFile(Exception):
    """The file is not taken; `code` says why."""

    def __init__(self, code: Fault) -> None:
        super().__init__(str(code))
        self.code = code
