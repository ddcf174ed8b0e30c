"""Brings names of cities to one spelling: any script, any accents, with or without "Municipality of"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby

# Letters to plain Latin. It need not be any standard: the same name, however written, must come to the same letters.
CYRILLIC = """
а=a б=b в=v г=g д=d е=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ж=z ч=c ш=s ю=iu я=ia й=i ъ=a щ=st
ь= ђ=di ј=i љ=li њ=ni ћ=c џ=dz ѓ=gi ќ=ki ѕ=dz ё=e ы=i э=e
"""
GREEK = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o"
OTHERS = "ı=i đ=di ß=ss ł=l ø=o æ=ae œ=oe"
BARE = "ı=i đ=d ß=ss ł=l ø=o æ=ae œ=oe"  # letters that lose no mark when they are decomposed
PAIRS = {
    **{"ου": "u", "μπ": "b", "ντ": "d", "γκ": "g", "αυ": "av", "ευ": "ev", "ει": "i", "οι": "i"},
    **{"ts": "c", "tz": "c", "ch": "c", "sh": "s", "zh": "z", "kh": "h", "ph": "f", "ou": "u"},
    **{"j": "i", "y": "i", "w": "v"},
}
PAIR = re.compile("|".join(sorted(PAIRS, key=len, reverse=True)))
WORD = re.compile(r"[a-z0-9]+")
# Words that say what a place is, in the languages of the network.
KINDS = """
city municipality metropolitan district county town of the capital
grad grada opština općina občina opshtina mestna glavni gradska град града општина община столична
δήμος δήμου μητροπολιτικός
bashkia bashkisë komuna municipiul primăria orașul comuna județul sectorul
belediyesi büyükşehir ilçesi ili
"""


def plain(name: str) -> str:
    """Return a name in plain small Latin letters, its words apart by one space: "Град Ниш" becomes "grad nis"."""
    letters = unicodedata.normalize("NFC", name.casefold()).translate(_table(CYRILLIC + OTHERS))
    bare = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    spelt = PAIR.sub(lambda found: PAIRS[found[0]], bare).translate(_table(GREEK))
    return " ".join(WORD.findall("".join(letter for letter, _same in groupby(spelt))))


def folded(text: str) -> str:
    """Return a text in small letters without accents, in its own script: "Град НИШ" becomes "град ниш"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(bare.translate(_table(BARE)).split())


def searchable(*texts: str) -> str:
    """Return what is kept of texts so that each can be found by any spelling: folded, then plain."""
    return "\n".join([*(folded(text) for text in texts), *(plain(text) for text in texts)])


def spellings(word: str) -> tuple[str, ...]:
    """Return how a word that is looked for may stand in what is searchable.

    A plain spelling of one letter is left out: it would find everything. So is that of a number, whose figures are
    never written otherwise.
    """
    bare = plain(word)
    is_telling = len(bare) > 1 and not any(sign.isdigit() for sign in bare)
    return tuple(dict.fromkeys([folded(word), *([bare] if is_telling else [])]))


def core(name: str) -> str:
    """Return the plain name without the words that say what it is; all of it where nothing else would be left."""
    words = plain(name).split()
    return " ".join(word for word in words if word not in _KINDS) or " ".join(words)


@cache
def _table(pairs: str) -> dict[int, str]:
    """Return "а=a б=b" as a table of translation."""
    return {ord(letter): plain for letter, _equals, plain in (pair.partition("=") for pair in pairs.split())}


_KINDS = frozenset(plain(KINDS).split())
