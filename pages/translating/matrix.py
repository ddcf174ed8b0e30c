"""Every page in every language: what is missing, begun, behind, unchecked or right, and how many words are to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import cast
from uuid import UUID

from django.utils import timezone
from wagtail.models import Page

from pages.languages.table import CODES, SOURCE, TRANSLITERATED
from pages.origins import Origin
from pages.selectors import HOME_DEPTH, with_origin
from pages.translating.differences import words_changed
from pages.translating.originals import original_among
from pages.translating.progress import progress
from pages.translating.records import PageText
from pages.translating.standing import Standing, standing_of_text

ENGLISH_WITHIN = timedelta(days=14)
Versions = Mapping[str, Page]


@dataclass(frozen=True, slots=True)
class Cell:
    """A page in a language. `page` is its number, None where it is missing; `words` are those to do."""

    code: str
    standing: Standing
    page: int | None
    words: int
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A page with its translations; `original` is the one that the others are made from.

    `english_by` is the day by which a page that was first written in another language should be there in English too,
    which is the network's own (Principles, Art. 10); None where it is.
    """

    original: Page
    cells: tuple[Cell, ...]
    english_by: date | None = None


class Matrix:
    """Reads all that the rows need in a number of queries that does not grow with the pages; a cell for each language."""

    def __init__(self, codes: Collection[str] = CODES, *, only: UUID | None = None) -> None:
        """Take the languages of the columns; `only` is the translation key of the one page that is wanted."""
        self.codes = [code for code in CODES if code in codes]
        self.only = only

    def rows(self) -> Iterator[Row]:
        """Yield a row for each page, in the order of the tree of its original."""
        found = [(self._original(versions), versions) for versions in self._versions.values()]
        for original, versions in sorted(
            found, key=lambda pair: (pair[0].locale.language_code != SOURCE, pair[0].path)
        ):
            cells = tuple(self._cell(code, original, versions) for code in self.codes)
            yield Row(original, cells, _english_by(original, versions))

    def _cell(self, code: str, original: Page, versions: Versions) -> Cell:
        page = versions.get(code)
        wanted = self._texts.get(original.pk)
        whole = wanted.words if wanted else 0
        if page is None:
            return Cell(code, Standing.MISSING, None, 0 if code in TRANSLITERATED else whole)
        if page.pk == original.pk:
            return Cell(code, Standing.ORIGINAL, page.pk, 0)
        percent = self._progress.get((page.translation_key, page.locale_id))
        if not page.live:
            return Cell(code, Standing.DRAFT, page.pk, _left(whole, percent), percent)
        if percent is not None and percent < 100:
            return Cell(code, Standing.PARTLY, page.pk, _left(whole, percent), percent)
        own = self._texts.get(page.pk)
        if own and wanted and own.is_behind(wanted):
            return Cell(code, Standing.BEHIND, page.pk, self._words_behind[page.pk])
        origin = self._origins.get(page.pk, Origin.HUMAN)
        return Cell(code, standing_of_text(origin, is_checked=bool(own and own.is_checked)), page.pk, 0)

    def _original(self, versions: Versions) -> Page:
        """Return the original among the live pages; a draft where there is nothing else."""
        live = [page for page in versions.values() if page.live] or list(versions.values())
        return cast(Page, original_among(live, self._origins))

    @cached_property
    def _versions(self) -> dict[UUID, dict[str, Page]]:
        found: dict[UUID, dict[str, Page]] = defaultdict(dict)
        pages = Page.objects.filter(depth__gte=HOME_DEPTH, alias_of=None, locale__language_code__in=CODES)
        if self.only:
            pages = pages.filter(translation_key=self.only)
        for page in with_origin(pages).select_related("locale").order_by("path"):
            found[page.translation_key][page.locale.language_code] = page
        return found

    @cached_property
    def _texts(self) -> dict[int, PageText]:
        kept = PageText.objects.filter(page__translation_key=self.only) if self.only else PageText.objects.all()
        return {row.page_id: row for row in kept.defer("texts", "taken")}

    @cached_property
    def _progress(self) -> dict[tuple[UUID, int], int]:
        return progress()

    @cached_property
    def _origins(self) -> dict[int, str]:
        pages = (page for versions in self._versions.values() for page in versions.values())
        return {page.pk: page.text_origin for page in pages if page.text_origin}

    @cached_property
    def _words_behind(self) -> dict[int, int]:
        """Return translation → words of the paragraphs that changed; the texts of all that are behind are read at once."""
        behind: dict[int, int] = {}
        for versions in self._versions.values():
            original = self._texts.get(self._original(versions).pk)
            kept = [self._texts[page.pk] for page in versions.values() if page.live and page.pk in self._texts]
            behind |= {own.page_id: original.page_id for own in kept if original and own.is_behind(original)}
        wanted = PageText.objects.filter(page_id__in=[*behind, *set(behind.values())])
        read = {row.page_id: row for row in wanted}
        return {own: words_changed(read[own].taken or [], read[other].texts) for own, other in behind.items()}


def _english_by(original: Page, versions: Versions) -> date | None:
    english = versions.get(SOURCE)
    if (english and english.live) or not original.live or original.first_published_at is None:
        return None
    return timezone.localdate(original.first_published_at) + ENGLISH_WITHIN


def _left(words: int, percent: int | None) -> int:
    return words * (100 - (percent or 0)) // 100
