"""The translation service as the translation editor knows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from pages.languages.table import SOURCE
from pages.translating.machine.protected import protect, restored
from pages.translating.machine.service import Service
from pages.translating.terms import agreed_terms

# Ours → the service's. Montenegrin and Serbian in Latin script have none: they have their neighbours' words.
SERVICE_CODES = {code: code for code in ("en", "tr", "sq", "bs", "bg", "hr", "el", "mk", "ro", "sr", "sl")}


class ServiceTranslator(BaseMachineTranslator):
    """One method, `translate`; `off` is to have none. The options are those of `Service`."""

    display_name = "LibreTranslate"

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        self.service = Service(**options)

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        codes = {source_locale.language_code, target_locale.language_code}
        return len(codes) == 2 and codes <= set(SERVICE_CODES)

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        """Return the translation of each text that came back whole. Raises `MachineError`."""
        source, target = source_locale.language_code, target_locale.language_code
        terms = agreed_terms(target) if source == SOURCE else []
        asked = {string: protect(string.data, terms) for string in strings}
        answers = self.service.translate(list(asked.values()), SERVICE_CODES[source], SERVICE_CODES[target])
        found = {string: restored(asked[string], answer) for string, answer in zip(asked, answers, strict=True)}
        return {string: StringValue(html) for string, html in found.items() if html is not None}
