"""Sheets, letters and documents as PDF: tagged (PDF/UA-1), fonts embedded, the same bytes for the same values.

The values reach the templates as JSON through `sys.inputs` and are never parsed as typst, so no text can be executed.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import local
from typing import Any, Literal

import typst

from pages import weave
from pages.typesetting.languages import TAGS
from pages.typesetting.letters import printable
from pages.typesetting.values import Letter, Paper, Sheet

FOLDER = Path(__file__).parent
DYES = {"ground": "#151c3f", "red": "#c2412b", "green": "#0b5f58", "yellow": "#e3a92f", "wool": "#f4efe2"}

_of_thread = local()


def sheet_pdf(sheet: Sheet) -> bytes:
    """Return the sheet as PDF, A4. A character outside the fonts never raises, it is printed as a sign of doubt."""
    return _pdf("sheet", sheet)


def letter_pdf(letter: Letter) -> bytes:
    """Return the letter as PDF, A4; pages are counted at the foot if there is more than one."""
    return _pdf("letter", letter)


def paper_pdf(paper: Paper) -> bytes:
    """Return a document by article as PDF, A4, with its contents and with links inside it."""
    return _pdf("paper", paper)


def _pdf(template: Literal["sheet", "letter", "paper"], document: Sheet | Letter | Paper) -> bytes:
    pdf = _compiler(template).compile(format="pdf", sys_inputs=inputs(document), pdf_standards=["ua-1"])
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst made {type(pdf).__name__} of a {template}")
    return pdf


def inputs(document: Sheet | Letter | Paper) -> dict[str, str]:
    """Return what the templates read: the document's values, its language for typst, and the woven band as SVG."""
    tags = TAGS[document.lang]
    values = _printable(asdict(document)) | {"lang": tags.pdf, "script": tags.script}
    return {"document": json.dumps(values), "band": band_svg()}


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _printable(part) for name, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, (list, tuple)) else value


@cache
def band_svg() -> str:
    """Return one repeat of the network's woven band, a unit per cell."""
    band = weave.band()
    paths = "".join(f'<path fill="{DYES[shape.dye]}" d="{shape.path}"/>' for shape in band.shapes)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {band.width} {band.height}">{paths}</svg>'


def _compiler(template: str) -> typst.Compiler:
    """Return this thread's compiler of a template: it keeps the fonts in memory and takes one document at a time."""
    compilers: dict[str, typst.Compiler] = _of_thread.__dict__.setdefault("compilers", {})
    if template not in compilers:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")]
        )
        templates = FOLDER / "templates"
        compilers[template] = typst.Compiler(
            str(templates / f"{template}.typ"), root=str(templates), font_paths=fonts, ignore_system_fonts=True
        )
    return compilers[template]
