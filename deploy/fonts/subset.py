"""Cuts the variable Noto Sans into one small file per script of the network; how to run it stands in docs/look.md.

    python subset.py "NotoSans[wdth,wght].ttf" OUTPUT_FOLDER

Needs fonttools and brotli, which nothing else does, so they are not among the project's requirements.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = (400, 700)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "liga"]

LETTERS = {
    # Latin of all the network's languages, their capitals, combining accents, punctuation, arrows and signs.
    "latin": [
        *range(0x20, 0x7F),
        *range(0xA0, 0x100),
        *(ord(letter) for letter in "ĂăĆćČčĐđĞğİıŁłŃńŐőŒœŞşŠšŢţŰűŸŹźŻżŽžǄǅǆǇǈǉǊǋǌȘșȚțẞ"),
        *range(0x300, 0x305),
        *(ord(sign) for sign in "‐‑–—‘’‚“”„†•…‰‹›€№™←↑→↓−≈≤≥\u2009\u202f"),
    ],
    # Modern Greek, one accent.
    "greek": [*range(0x370, 0x3D0)],
    # Bulgarian, Macedonian, Serbian; Ukrainian and Russian names for guests.
    "cyrillic": [*range(0x400, 0x460), 0x490, 0x491],
}


def main(source: str, folder: str) -> None:
    """Write noto-sans-<script>.woff2 for each script and print the sizes in bytes."""
    for script, letters in LETTERS.items():
        path = Path(folder) / f"noto-sans-{script}.woff2"
        subset(source, letters).save(path)
        print(path.name, path.stat().st_size)


def subset(source: str, letters: list[int]) -> TTFont:
    """Return the font with these characters only, normal width, regular to bold, without hinting."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=FEATURES, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
    cutter = Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font = instantiateVariableFont(font, {"wdth": 100, "wght": WEIGHTS})
    font.flavor = "woff2"
    return font


if __name__ == "__main__":
    main(*sys.argv[1:])
