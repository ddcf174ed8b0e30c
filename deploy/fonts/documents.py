"""Cuts the variable Noto Sans (2.015) into the two fonts of the PDFs; where it comes from stands in docs/look.md.

    python documents.py "NotoSans[wdth,wght].ttf" pages/typesetting/fonts

Needs fonttools, like subset.py. Beside the fonts it writes `characters.txt`: the ranges of characters that both have, a
line each, in hexadecimal.
"""

import sys
from itertools import pairwise
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = {"Regular": 400, "Bold": 700}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum", "lnum"]
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # among them copyright and licence

# Wider than on the site: people and cities of other countries stand in the documents too.
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),  # Latin
    *range(0x2B0, 0x370),  # accents, single and combining
    *range(0x370, 0x400),  # Greek
    *range(0x400, 0x530),  # Cyrillic
    *range(0x1E00, 0x1F00),  # Latin with two accents
    *range(0x1F00, 0x2000),  # Greek with several accents
    *(letter for letter in range(0x2010, 0x2060) if letter not in range(0x2028, 0x202F)),  # punctuation
    *range(0x2070, 0x20C1),  # raised and lowered figures, currencies
    *range(0x2100, 0x2190),  # signs made of letters, fractions
    0x2212,
    0xFFFD,
]


def main(source: str, folder: str) -> None:
    """Write the fonts and the list of their characters, and print the sizes in bytes."""
    for style, weight in WEIGHTS.items():
        font = subset(source, style, weight)
        path = Path(folder) / f"NotoSans-{style}.ttf"
        font.save(path)
        print(path.name, path.stat().st_size)
    Path(folder, "characters.txt").write_text(ranges(sorted(font.getBestCmap())))


def subset(source: str, style: str, weight: int) -> TTFont:
    """Return the font with these characters only, normal width, one weight, without hinting."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=FEATURES, name_IDs=NAMES, notdef_outline=True)
    cutter = Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    font = instantiateVariableFont(font, {"wdth": 100, "wght": weight}, updateFontNames=True)
    font["name"].setName(f"NotoSans-{style}", 6, 3, 1, 0x409)
    return font


def ranges(letters: list[int]) -> str:
    """Return sorted numbers as lines of the first and last of each unbroken run."""
    starts = [letters[0], *(after for before, after in pairwise(letters) if after != before + 1)]
    ends = [*(before for before, after in pairwise(letters) if after != before + 1), letters[-1]]
    return "".join(f"{start:04X}-{end:04X}\n" for start, end in zip(starts, ends, strict=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
