"""The style sheets: contrast in light and dark, house rules, and the weight of what every page loads."""

import re
from pathlib import Path

import brotli
import pytest

STATIC = Path(__file__).resolve().parents[2] / "static"
TOKENS = (STATIC / "css" / "tokens.css").read_text()
SHEETS = sorted((STATIC / "css").rglob("*.css"))
TEXT = ["text", "text-quiet", "heading", "link", "link-hover", "link-visited", "success", "warning", "error", "accent"]
PARTS = ["border-strong", "accent", "focus", "pin", "pin-founding", "pin-presidency", "information"]
ON_COLOUR = [
    ("accent-text", "accent"),
    ("button-text", "button"),
    ("button-text", "button-hover"),
    ("strong-text", "strong"),
    ("text", "focus-ground"),
    ("text", "information-surface"),
    ("text", "warning-surface"),
    ("success", "success-surface"),
    ("warning", "warning-surface"),
    ("error", "error-surface"),
    ("information", "information-surface"),
]
OFFICE = ("desk.css", "door.css")
MAP_PARTS = ["pin", "pin-founding", "pin-presidency"]


def declarations(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", css))


def palette(scheme: str) -> dict[str, str]:
    """Return the tokens of a scheme; the dark ones lie over the light ones."""
    light, dark, _print = re.split(r"@media \((?:prefers-color-scheme: dark)\)|@media print", TOKENS)
    return declarations(light) | (declarations(dark) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(scheme: str, one: str, other: str) -> float:
    tokens = palette(scheme)

    def hex_of(name: str) -> str:
        value = tokens[name]
        return hex_of(value[6:-1]) if value.startswith("var(--") else value

    darker, lighter = sorted((luminance(hex_of(f"color-{one}")), luminance(hex_of(f"color-{other}"))))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["background", "surface"])
@pytest.mark.parametrize("colour", TEXT)
def test_text_can_be_read(scheme, ground, colour):
    assert contrast(scheme, colour, ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("colour", "ground"), ON_COLOUR)
def test_text_on_a_colour_can_be_read(scheme, colour, ground):
    assert contrast(scheme, colour, ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", PARTS)
def test_parts_can_be_told_from_the_ground(scheme, colour):
    assert contrast(scheme, colour, "background") >= 3
    assert contrast(scheme, colour, "surface") >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pin", MAP_PARTS)
def test_pins_can_be_told_from_land_and_sea(scheme, pin):
    assert contrast(scheme, pin, "land") >= 3
    assert contrast(scheme, pin, "sea") >= 3


def test_black_on_white_has_the_known_contrast():
    assert round((luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05), 2) == 21.0


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_keeps_the_house_rules(sheet):
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)

    assert "!important" not in rules
    assert "@layer" in rules or sheet.name in OFFICE  # Wagtail's own rules lie in no layer, and would win
    assert not re.findall(r"(?m)^[^{}:;]*#[a-z][\w-]*[^{};]*\{", rules)
    assert not re.findall(r"(?<![\w-])(?:margin|padding)-(?:left|right|top|bottom)\b", rules)


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.name not in ("tokens.css",)], ids=lambda sheet: sheet.name
)
def test_only_the_tokens_name_colours(sheet):
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[;\s)])", sheet.read_text()) == []


def test_the_script_is_small():
    assert (STATIC / "js" / "site.js").stat().st_size <= 6 * 1024


@pytest.mark.parametrize(("script", "kilobytes"), [("latin", 22), ("greek", 10), ("cyrillic", 11)])
def test_a_font_is_small(script, kilobytes):
    assert (STATIC / "fonts" / f"noto-sans-{script}.woff2").stat().st_size <= kilobytes * 1024


def test_what_every_page_loads_leaves_room_for_the_page():
    """Of 60 KB: styles, script, icon and the two fonts of a Cyrillic page; the rest is the page with its map."""
    texts = ["css/tokens.css", "css/base.css", "css/layout.css", "css/components.css", "js/site.js", "img/favicon.svg"]
    fonts = ["fonts/noto-sans-latin.woff2", "fonts/noto-sans-cyrillic.woff2"]

    weight = sum(len(brotli.compress((STATIC / name).read_bytes())) for name in texts)
    weight += sum((STATIC / name).stat().st_size for name in fonts)

    assert weight <= 44 * 1024
