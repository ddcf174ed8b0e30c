"""Whether a text is in the language of its page, by its letters and by the words that every text has."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from pages.checks.content import Content, Text
from pages.checks.values import Finding, Level
from pages.checks.words import STOP_WORDS
from pages.languages.table import BY_CODE

FEWEST_LETTERS = 40  # names and addresses alone say nothing about a language
FEWEST_WORDS = 6  # of the other language, and three times as many as of the page's own
TIMES = 3
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek"}
_WORD = re.compile(r"[^\W\d_]+")


def language(content: Content) -> Iterator[Finding]:
    """Find texts in another script than the page's (most of the letters), or clearly in another language."""
    own = content.language
    texts = [Text(content.summary or "", _("Summary")), *(text for text in content.texts if not text.is_quotation)]
    for text in texts:
        script = script_of(text.words)
        words = {"language": own.own_name, "start": " ".join(text.words.split()[:6])}
        if script and script != own.script:
            message = _("“%(start)s …” is not in the script of the page (%(language)s).")
            yield Finding("other_script", Level.ERROR, message % words, text.place)
        elif script and (other := other_language(text.words, own.code)):
            message = _("“%(start)s …” seems to be in another language than the page (%(other)s, not %(language)s).")
            found = message % {**words, "other": BY_CODE[other].own_name}
            yield Finding("other_language", Level.WARNING, found, text.place)


def script_of(words: str) -> str:
    """Return the script of more than half of the letters; nothing for a text with few letters."""
    letters = [letter for letter in words if letter.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return ""
    counted = Counter(_SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "") for letter in letters)
    script, most = counted.most_common(1)[0]
    return script if most * 2 > len(letters) else ""


def other_language(words: str, code: str) -> str:
    """Return the language of a text where it is clearly not the one named."""
    counted = Counter(_WORD.findall(words.casefold()))
    scores = {other: sum(counted[word] for word in stops) for other, stops in STOP_WORDS.items()}
    best = max(scores, key=lambda other: (scores[other], other == code))
    is_clear = scores[best] >= FEWEST_WORDS and scores[best] >= TIMES * scores.get(code, 0)
    return best if best != code and is_clear else ""
