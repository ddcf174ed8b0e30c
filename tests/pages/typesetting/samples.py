"""Texts in every language of the network, and the readers that tell what stands in a finished document."""

import re
import subprocess
from io import BytesIO
from typing import Any

import pikepdf

from pages.typesetting.values import Letter, Sheet

# A sentence with the letters that only this language has, or that break first.
SENTENCES = {
    "en": "The quick brown fox jumps over the lazy dog – “B40” costs €5.",
    "tr": "Pijamalı hasta yağız şoföre çabucak güvendi; İstanbul, Iğdır, ĞÜŞÖÇ.",
    "sq": "Unë mund të ha qelq dhe nuk më gjen gjë; Çamëria, Shkodër, ËÇ.",
    "bs": "Gojazni đačić s biciklom drži hmelj i finu vatu u džepu nošnje.",
    "bg": "Ах, чудна българска земьо, полюшвай цъфтящи жита. ЪЬЮЯЩ",
    "hr": "Gojazni đačić s biciklom drži hmelj i finu vatu. ČĆŽŠĐ ǆ",
    "el": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία· Ίωνας, ϊΐϋΰ, ΆΈΉΌΎΏ, ς.",
    "mk": "Ѕидарски пејзаж: шугав билмез со чудење џвака ќофте и кељ на ѓубре. Ѐѝ",
    "cnr": "Śutra će i źenica viđeti što đed čuva; ŚŹ, śekira, iźelica.",
    "ro": "Muzicologă în bej vând whisky și tequila, preț fix. ȘȚĂÂÎ",
    "sr": "Љубазни фењерџија чађавог лица хоће да ми покаже штос. Ђ Ћ Њ Џ",
    "sr-latn": "Ljubazni fenjerdžija čađavog lica hoće da mi pokaže štos. Đ Ć Nj Dž",
    "sl": "V kožuščku hudobnega fanta stopiclja mizar. ČŠŽ",
}
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def sheet(**values: Any) -> Sheet:
    """Return a sheet with a title and a foot, in English if nothing else is said."""
    return Sheet(**{"lang": "en", "title": "Receipt", "page_word": "Page {page} of {pages}"} | values)


def letter(**values: Any) -> Letter:
    """Return a letter with all its places filled, in English if nothing else is said."""
    usual = {
        "lang": "en",
        "sender": ("City of Niš", "7 Oktobra Street"),
        "recipient": ("Secretariat", "B40 Balkan Cities Network"),
        "place_and_date": "Niš, ……",
        "subject": "Letter of intent",
        "paragraphs": ("Dear colleagues,", "Our city wishes to join the network."),
        "closing": "Yours sincerely,",
        "signature_lines": ("……", "Mayor"),
    }
    return Letter(**usual | values)


def words_of(pdf: bytes) -> str:
    """Return the text of a PDF as a reader would copy it, every space and line end as one space."""
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(found.stdout.decode().split())


def right_edges(pdf: bytes) -> list[float]:
    """Return where each word ends, in points from the left edge of the page."""
    found = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    return [float(edge) for edge in re.findall(r'xMax="([\d.]+)"', found.stdout.decode())]


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Return the PDF for a look at its parts."""
    return pikepdf.open(BytesIO(pdf))
