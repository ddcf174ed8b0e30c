"""How a language of the network is named inside a PDF, for typst, and inside a DOCX, for spell-checkers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tags:
    """`pdf` is ISO 639, all that typst takes; `script` is the OpenType script; `word` is the tag that Word knows."""

    pdf: str
    script: str
    word: str


TAGS = {
    "en": Tags("en", "latn", "en-GB"),
    "tr": Tags("tr", "latn", "tr-TR"),
    "sq": Tags("sq", "latn", "sq-AL"),
    "bs": Tags("bs", "latn", "bs-Latn-BA"),
    "bg": Tags("bg", "cyrl", "bg-BG"),
    "hr": Tags("hr", "latn", "hr-HR"),
    "el": Tags("el", "grek", "el-GR"),
    "mk": Tags("mk", "cyrl", "mk-MK"),
    "cnr": Tags("cnr", "latn", "sr-Latn-ME"),
    "ro": Tags("ro", "latn", "ro-RO"),
    "sr": Tags("sr", "cyrl", "sr-Cyrl-RS"),
    "sr-latn": Tags("sr", "latn", "sr-Latn-RS"),
    "sl": Tags("sl", "latn", "sl-SI"),
}
