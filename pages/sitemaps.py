"""Which addresses of the site have text in which language, for search engines (sitemaps.org 0.9)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from wagtail.models import Page

from pages.families import address
from pages.frame import absolute, hreflang_links
from pages.languages.table import BY_CODE, LANGUAGES
from pages.models import BasePage
from pages.selectors import HOME_DEPTH, unrestricted

ENTRIES_PER_FILE = 10_000  # 50,000 are allowed, but also no more than 50 MB, and an entry names thirteen languages

Below = Mapping[str, datetime | None]


@dataclass(frozen=True, slots=True)
class Text:
    """A text at an address: a page, or what the page makes of a record `below` its own address.

    `changed` is the last change that is on record, None if there is none.
    """

    page: Page
    below: str
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A canonical address with the `hreflang` and address of each language that has the text, as in the page's head."""

    url: str
    changed: datetime | None
    links: list[tuple[str, str]]


class PublicTexts:
    """All texts outside private sections below a start page and its translations; their number costs no query."""

    def __init__(self, root: Page) -> None:
        self._root = root
        self._below: dict[type[Page] | None, Below] = {}
        self._addresses: dict[int, str] = {}

    def parts(self, code: str) -> list[list[Text]]:
        """Return the texts of a language, in the order of the tree, as the files hold them; none for no text."""
        texts = [text for page in self._pages if page.locale.language_code == code for text in self._texts(page)]
        return [texts[start : start + ENTRIES_PER_FILE] for start in range(0, len(texts), ENTRIES_PER_FILE)]

    def entry(self, text: Text) -> Entry:
        family = self._by_key[text.page.translation_key]
        known = [(language, family[language.code]) for language in LANGUAGES if language.code in family]
        urls = [(language, f"{self._address(page)}{text.below}") for language, page in known]
        return Entry(absolute(f"{self._address(text.page)}{text.below}"), text.changed, hreflang_links(urls))

    def _texts(self, page: Page) -> list[Text]:
        changes = {below: _later(page.last_published_at, changed) for below, changed in self._records(page).items()}
        return [Text(page, below, changed) for below, changed in {"": page.last_published_at, **changes}.items()]

    def _records(self, page: Page) -> Below:
        model = page.specific_class
        if model not in self._below:
            self._below[model] = model.records_below() if model and issubclass(model, BasePage) else {}
        return self._below[model]

    def _address(self, page: Page) -> str:
        if page.pk not in self._addresses:
            self._addresses[page.pk] = address(page.url_path, page.locale.language_code)
        return self._addresses[page.pk]

    @cached_property
    def _pages(self) -> list[Page]:
        homes = set(Page.objects.filter(translation_key=self._root.translation_key).values_list("path", flat=True))
        live = unrestricted(Page.objects.live().filter(depth__gte=HOME_DEPTH))
        pages = live.filter(locale__language_code__in=BY_CODE).select_related("locale").order_by("path")
        return [page for page in pages if page.path[: HOME_DEPTH * Page.steplen] in homes]

    @cached_property
    def _by_key(self) -> dict[UUID, dict[str, Page]]:
        found: dict[UUID, dict[str, Page]] = defaultdict(dict)
        for page in self._pages:
            found[page.translation_key][page.locale.language_code] = page
        return found


def _later(first: datetime | None, second: datetime | None) -> datetime | None:
    return max((moment for moment in (first, second) if moment), default=None)
