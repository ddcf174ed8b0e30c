"""Checks a catalogue as a whole: complete, current, with the plural forms of its language."""

import gettext
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from pages.languages.messages.extraction import Message
from pages.languages.messages.lines import malformed_lines
from pages.languages.messages.pairs import Pair, placeholders, problems, says_nothing
from pages.languages.table import SOURCE, Language

_PLURAL_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=(.+?);?\s*", re.DOTALL)
_NUMBERS = range(1001)

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, where it stands."""

    place: str
    problem: str
    msgid: str = ""

    def __str__(self) -> str:
        text = " ".join(self.msgid.split())
        return f"{self.place}: {self.problem}" + (f': "{text[:80]}"' if text else "")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's catalogue, the messages it must have, and the sources that may stay as they are."""

    language: Language
    path: Path
    messages: Mapping[Key, Message]
    same_as_english: Collection[str]

    def findings(self) -> Iterator[Finding]:
        if not self.path.exists():
            yield Finding(str(self.path), "there is no catalogue")
            return
        if malformed := list(malformed_lines(self.path)):
            yield from (Finding(f"{self.path}:{line}", "not a line of a catalogue") for line in malformed)
            return
        catalogue = polib.pofile(str(self.path), encoding="utf-8")
        entries = [entry for entry in catalogue if not entry.obsolete]
        yield from self._header_findings(catalogue.metadata.get("Plural-Forms", ""))
        yield from self._key_findings(entries)
        for entry in catalogue.obsolete_entries():
            yield self._finding(entry, "obsolete")
        for entry in entries:
            yield from (self._finding(entry, problem) for problem in self._entry_problems(entry))

    def _header_findings(self, header: str) -> Iterator[Finding]:
        found = _PLURAL_HEADER.fullmatch(header)
        if not found or int(found[1]) != self.language.plural_forms or not self._rule_agrees(found[2]):
            yield Finding(str(self.path), f"the header must say Plural-Forms: {self.language.plural_header}")

    def _rule_agrees(self, rule: str) -> bool:
        try:
            written, right = gettext.c2py(rule), gettext.c2py(self.language.plural_rule)
        except ValueError:
            return False
        return all(written(number) == right(number) for number in _NUMBERS)

    def _key_findings(self, entries: list[polib.POEntry]) -> Iterator[Finding]:
        known = {(entry.msgctxt, entry.msgid): entry for entry in entries}
        for key, message in self.messages.items():
            if key not in known:
                yield Finding(str(self.path), f"missing, from {message.place}", message.msgid)
            elif (known[key].msgid_plural or "") != message.plural:
                yield self._finding(known[key], f"the plural differs from {message.place}")
        for key, entry in known.items():
            if key not in self.messages:
                yield self._finding(entry, "not in the sources")

    def _entry_problems(self, entry: polib.POEntry) -> Iterator[str]:
        if entry.fuzzy:
            yield "fuzzy"
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if entry.msgid_plural and len(texts) != self.language.plural_forms:
            yield f"{len(texts)} plural forms instead of {self.language.plural_forms}"
            return
        if not all(texts):
            yield "untranslated"
            return
        if self._is_left_in_english(entry, texts):
            yield "the same as the English"
        for pair in self._pairs(entry):
            yield from problems(pair)

    def _is_left_in_english(self, entry: polib.POEntry, texts: list[str]) -> bool:
        if entry.msgid in self.same_as_english or says_nothing(entry.msgid):
            return False
        return any(text.strip() in {entry.msgid.strip(), entry.msgid_plural.strip()} for text in texts)

    def _pairs(self, entry: polib.POEntry) -> Iterator[Pair]:
        """Yield a pair for the text, or for each plural form.

        A form that serves one number alone may leave out the placeholders that the English singular leaves out.
        """
        if not entry.msgid_plural:
            yield Pair(self.language, entry.msgid, entry.msgstr)
            return
        left_out = placeholders(entry.msgid_plural) - placeholders(entry.msgid)
        for form, text in entry.msgstr_plural.items():
            optional = left_out if self._serves_one_number(form) else frozenset()
            yield Pair(self.language, entry.msgid_plural, text, optional)

    def _serves_one_number(self, form: int) -> bool:
        rule = gettext.c2py(self.language.plural_rule)
        return sum(rule(number) == form for number in _NUMBERS if number) == 1

    def _finding(self, entry: polib.POEntry, problem: str) -> Finding:
        return Finding(f"{self.path}:{entry.linenum}", problem, entry.msgid)


def read_same_as_english(path: Path) -> dict[str, set[str]]:
    """Return by language code the sources that may stay English: lines as `hr sl | Portal`, or `* | B40` for all."""
    allowed: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        codes, bar, msgid = line.partition(" | ")
        if line.startswith("#") or not line.strip():
            continue
        if not bar:
            raise ValueError(f"{path}: not as `{SOURCE} | Text`: {line}")
        for code in codes.split():
            allowed.setdefault(code, set()).add(msgid)
    return allowed
