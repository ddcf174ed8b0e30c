"""What a document consists of; every text is already in the reader's language."""

from dataclasses import dataclass

from pages.typesetting.languages import TAGS
from pages.typesetting.letters import printable
from pages.typesetting.richtext import Passage

NETWORK = "B40 Balkan Cities Network"
MOST_BLANK_LINES = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One question and its answer.

    Without a value it is a question of a blank form: `choices` get a box each to tick, and `blank_lines` ruled lines
    are left to write on. Line ends within a value are kept.
    """

    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()
    blank_lines: int = 0

    def __post_init__(self) -> None:
        _require_text("a line's label", self.label)
        if not 0 <= self.blank_lines <= MOST_BLANK_LINES:
            raise ValueError(f"{self.blank_lines} ruled lines; there may be 0 to {MOST_BLANK_LINES}")


@dataclass(frozen=True, slots=True)
class Part:
    """Questions under one heading."""

    title: str
    lead: str = ""
    lines: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        _require_text("a part's title", self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A receipt, a copy of an application or a blank form.

    `kicker` is the small line above the title; `facts` are pairs of name and value; `steps` are numbered. `page_word`
    is the foot of each page, such as "Page {page} of {pages}".
    """

    lang: str
    title: str
    kicker: str = ""
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    steps_title: str = ""
    steps: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    footnote: str = ""
    page_word: str
    network: str = NETWORK

    def __post_init__(self) -> None:
        _require_language(self.lang)
        _require_text("a sheet's title", self.title)
        _require_count(self.page_word)


@dataclass(frozen=True, slots=True)
class Section:
    """An article, or what stands before, between or after articles; without a title it has no heading."""

    title: str
    anchor: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of a paper, with the anchor to which its mark in the text leads."""

    mark: str
    anchor: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document by article; `address` is where it is read online, `facts` are pairs of name and value.

    Without `contents_title` there is no list of contents. Anchors are each there once.
    """

    lang: str
    title: str
    kicker: str = ""
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    contents_title: str = ""
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    footnote: str = ""
    address: str
    page_word: str
    network: str = NETWORK

    def __post_init__(self) -> None:
        _require_language(self.lang)
        _require_text("a paper's title", self.title)
        _require_count(self.page_word)
        anchors = [section.anchor for section in self.sections if section.anchor] + [note.anchor for note in self.notes]
        if len(anchors) != len(set(anchors)):
            raise ValueError("an anchor stands twice in a paper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of a city, on its own behalf; places to fill in by hand are written as "……".

    The footnote stands at the end of the letter, after the signature.
    """

    lang: str
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    place_and_date: str
    subject: str
    paragraphs: tuple[str, ...]
    closing: str
    signature_lines: tuple[str, ...]
    footnote: str = ""

    def __post_init__(self) -> None:
        _require_language(self.lang)
        _require_text("a letter's subject", self.subject)


def _require_language(lang: str) -> None:
    if lang not in TAGS:
        raise ValueError(f"Not a language of the network: {lang!r}")


def _require_count(page_word: str) -> None:
    if "{page}" not in page_word or "{pages}" not in page_word:
        raise ValueError(f"The foot of the page counts no pages: {page_word!r}")


def _require_text(name: str, text: str) -> None:
    if not printable(text).strip():
        raise ValueError(f"{name} is empty")
