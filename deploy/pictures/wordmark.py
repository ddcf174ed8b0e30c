"""Draws static/img/wordmark.svg and static/img/wordmark-white.svg for the press: the sign and the name, as outlines.

pip install fonttools; python deploy/pictures/wordmark.py
"""

import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

IMAGES = ROOT / "static" / "img"
BOLD = ROOT / "pages" / "typesetting" / "fonts" / "NotoSans-Bold.ttf"
LINES = ("B40 Balkan", "Cities Network")
SIGN = 17  # the side of the sign in its own units
SIZE = 6.2  # of the letters, in the same units
INK, WHITE = "#151c3f", "#ffffff"


def main() -> None:
    """Write both pictures; the white one has the name in white, for dark grounds."""
    sign = (IMAGES / "favicon.svg").read_text().partition(">")[2].removesuffix("</svg>\n")
    for name, colour in (("wordmark.svg", INK), ("wordmark-white.svg", WHITE)):
        outlines, width = letters()
        picture = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1f} {SIGN}"><title>{" ".join(LINES)}</title>'
            f'<g shape-rendering="crispEdges">{sign}</g><path fill="{colour}" d="{outlines}"/></svg>\n'
        )
        (IMAGES / name).write_text(picture)


def letters() -> tuple[str, float]:
    """Return the outlines of the name right of the sign, and where they end."""
    font = TTFont(BOLD)
    glyphs, cmap, scale = font.getGlyphSet(), font.getBestCmap(), SIZE / font["head"].unitsPerEm
    pen, end = SVGPathPen(glyphs, lambda number: f"{number:.2f}".rstrip("0").rstrip(".")), 0.0
    for row, line in enumerate(LINES):
        left, base = SIGN + 3.0, 7.2 + row * 7.4
        for letter in line:
            glyph = glyphs[cmap[ord(letter)]]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, left, base)))
            left += glyph.width * scale
        end = max(end, left)
    return pen.getCommands(), end + 0.5


if __name__ == "__main__":
    main()
