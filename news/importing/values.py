"""What an export of WordPress holds, and what becomes of a post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Block = tuple[str, Any]  # as BodyBlock takes it


class FileRefusedError(ValueError):
    """A file that cannot be read, told in one sentence."""


@dataclass(frozen=True, slots=True)
class OldPicture:
    """A picture as a post names it: its address, what it shows, and the line under it."""

    address: str
    description: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class OldPost:
    """A published post; `html` and `excerpt` as WordPress wrote them, `day` by the clock of the former site."""

    number: int
    address: str
    slug: str
    title: str
    day: date
    html: str
    excerpt: str = ""
    terms: tuple[str, ...] = ()  # slugs of categories and tags
    featured: OldPicture | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """The posts of a file, and how many entries of each other kind were passed over."""

    posts: Sequence[OldPost]
    passed_over: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a post as blocks; a block `old_picture` stands where a picture stood.

    `source_words` and `words` count the words that can be read before and after; they are equal, or something is lost.
    """

    blocks: Sequence[Block]
    source_words: int
    words: int


@dataclass(slots=True)
class Report:
    """What was done: addresses of posts by what became of them, and what a person should look at."""

    made: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    pictures: int = 0
    redirects: int = 0
    passed_over: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
