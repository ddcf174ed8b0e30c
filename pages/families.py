"""Pages with their translations: which texts there are, and the one address of a page under every prefix."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from pages.languages.table import SOURCE
from pages.selectors import HOME_DEPTH, paths_from_home, unrestricted, with_short_title


class Families:
    """Pages and the pages above them, each with its translations outside private sections; one query, made when needed.

    A private page has no part in its family. A translation that is not live gives its place in the tree, never a text.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages = list(pages)

    def texts(self, page: Page) -> list[Page]:
        """Return the live pages of the family."""
        return [other for other in self._by_key.get(page.translation_key, []) if other.live]

    def translation(self, page: Page, code: str) -> Page | None:
        """Return the live page of the family in a language."""
        return next((other for other in self.texts(page) if other.locale.language_code == code), None)

    def source(self, page: Page) -> Page | None:
        """Return the page to read where a language has none: the English one, else the one that was there first."""
        return self.translation(page, SOURCE) or min(self.texts(page), key=lambda other: other.pk, default=None)

    def readable(self, page: Page, code: str) -> Page | None:
        """Return the page that a reader of a language gets, whichever language it is in."""
        return self.translation(page, code) or self.source(page)

    def line(self, page: Page) -> list[Page]:
        """Return the pages from the start page down to the page itself, those in private sections left out."""
        found = [self._by_path[path] for path in paths_from_home(page.path) if path in self._by_path]
        if found and found[-1].translation_key == page.translation_key:
            return found
        return [*found, page]  # a preview of a page that is not saved yet, or a page in a private section

    def url_path(self, page: Page, code: str) -> str:
        """Return the path in the tree: that of the nearest translated page, then the slugs of the sources below it."""
        if page.url_path and page.locale.language_code == code:
            return page.url_path
        untranslated: list[str] = []
        for member in reversed(self.line(page)):
            if found := self.translation(member, code):
                return "".join([found.url_path, *(f"{slug}/" for slug in untranslated)])
            untranslated.insert(0, (self.source(member) or member).slug)
        return f"/{'/'.join(untranslated)}/"

    def address(self, page: Page, code: str) -> str:
        """Return the one address of a page under the prefix of a language."""
        return address(self.url_path(page, code), code)

    @cached_property
    def _by_key(self) -> dict[UUID, list[Page]]:
        lines = {path for page in self.pages for path in paths_from_home(page.path)}
        keys = Page.objects.filter(path__in=lines).values("translation_key")
        return by_key(with_short_title(unrestricted(Page.objects.filter(translation_key__in=keys))))

    @cached_property
    def _by_path(self) -> dict[str, Page]:
        return {page.path: page for pages in self._by_key.values() for page in pages}


def families_of(page: Page) -> Families:
    """Return the family of one page, which stays with it while it is shown."""
    if not hasattr(page, "families"):
        page.families = Families([page])
    return page.families


def by_key(pages: QuerySet[Page]) -> dict[UUID, list[Page]]:
    """Return the pages, with their locale, by what a page and its translations share."""
    found: dict[UUID, list[Page]] = defaultdict(list)
    for page in pages.select_related("locale"):
        found[page.translation_key].append(page)
    return dict(found)


def address(url_path: str, code: str) -> str:
    """Return the address of a page from its place in the tree; the first part is the start page's own slug."""
    with translation.override(code):
        return reverse("wagtail_serve", args=[url_path.split("/", HOME_DEPTH)[HOME_DEPTH]])
