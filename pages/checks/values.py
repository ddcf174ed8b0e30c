"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Whether readers lose something, so that the editor is asked before the page is published, or lose little."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend or to look at: a word for programs, a sentence for people, and where it is."""

    code: str
    level: Level
    message: str
    place: str
