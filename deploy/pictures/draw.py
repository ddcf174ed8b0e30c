"""Draws static/img/favicon.svg and static/img/share.png from the weave; run again only after the weave has changed.

python deploy/pictures/draw.py PATH_OF_CHROMIUM
"""

import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from pages import weave  # noqa: E402 – the path has to be set first

DYES = {"ground": "#151c3f", "red": "#c2412b", "green": "#0b5f58", "yellow": "#e3a92f", "wool": "#f4efe2"}
IMAGES = ROOT / "static" / "img"
FONT = (ROOT / "static" / "fonts" / "noto-sans-latin.woff2").as_uri()
SHARE_PAGE = """<!doctype html><style>
@font-face {{ font-family: Noto; font-weight: 400 700; src: url("{font}"); }}
body {{ margin: 0; width: 1200px; height: 630px; display: flex; flex-direction: column; justify-content: space-between;
  background: #fff; color: #151c3f; font: 700 84px/1.1 Noto; overflow: hidden; }}
p {{ display: flex; align-items: center; gap: 56px; margin: auto 80px; }}
div {{ display: flex; flex: none; margin-left: -36px; }} svg {{ flex: none; }}
</style><p>{mark}<span>B40 Balkan<br>Cities Network</span></p><div>{band}</div>"""


def main(chromium: str) -> None:
    """Write both pictures."""
    (IMAGES / "favicon.svg").write_text(svg(weave.mark()) + "\n")
    band = weave.band()
    html = SHARE_PAGE.format(
        font=FONT, mark=svg(weave.mark(), 'width="272" height="272"'), band=svg(band, 'width="384" height="88"') * 4
    )
    page_file = IMAGES / "share.html"
    page_file.write_text(html)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.goto(page_file.as_uri())
        page.screenshot(path=IMAGES / "share.png")
        browser.close()
    page_file.unlink()
    few_colours = Image.open(IMAGES / "share.png").convert("RGB").quantize(16, dither=Image.Dither.NONE)
    few_colours.save(IMAGES / "share.png", optimize=True)


def svg(drawn: weave.Weave, size: str = "") -> str:
    """Return a drawing as a file of its own, with its dyes written in, because no style sheet reaches it."""
    shapes = "".join(f'<path fill="{DYES[shape.dye]}" d="{shape.path}"/>' for shape in drawn.shapes)
    box = f'viewBox="0 0 {drawn.width} {drawn.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size} shape-rendering="crispEdges">{shapes}</svg>'


if __name__ == "__main__":
    main(sys.argv[1])
