"""What the frame of every answer needs to know: language, other languages, navigation, canonical address."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.encoding import escape_uri_path
from wagtail.models import Page

from pages.families import families_of
from pages.languages.active import active_language
from pages.languages.alternates import Alternate
from pages.languages.table import BY_CODE, X_DEFAULT, Language
from pages.navigation import (
    Link,
    Navigation,
    alternates_for,
    alternates_for_path,
    breadcrumbs,
    crumb,
    first_level,
    home_address,
    home_alternates,
)


class Frame:
    """Asks the database only for what a template uses; an error page uses nothing that needs it."""

    def __init__(self, request: HttpRequest | None, page: Page | None = None, *, is_error: bool = False) -> None:
        self.request = request
        self.page = page
        self.is_error = is_error or request is None
        self.language: Language = active_language()

    @cached_property
    def text_language(self) -> Language:
        """The language of the text, which differs from the frame's where a page is not translated."""
        return BY_CODE[self.page.locale.language_code] if self.page else self.language

    @property
    def title(self) -> str:
        """The page's title for the browser and for search engines; a view writes its own."""
        return (self.page.seo_title or self.page.title) if self.page else ""

    @property
    def description(self) -> str:
        return (getattr(self.page, "description", "") or self.title) if self.page else ""

    @property
    def has_pictures(self) -> bool:
        """Whether the text of the page has a picture, for which it needs a further style sheet."""
        body = getattr(self.page, "body", None)
        return any(block["type"] == "picture" for block in body.raw_data) if body else False

    @property
    def is_untranslated(self) -> bool:
        return self.text_language != self.language

    @property
    def foreign_lang(self) -> str:
        """The attribute `lang` of what is in the text's language; empty where that is the frame's."""
        return self.text_language.lang if self.is_untranslated else ""

    @cached_property
    def alternates(self) -> list[Alternate]:
        """The same page in every language; filters in the query string and a part below a page's own path are kept."""
        if self.is_error or self.request is None:
            return home_alternates()
        if not self.page:
            return alternates_for_path(self.request)
        return [replace(other, url=f"{other.url}{self.below}{self._query}") for other in self._of_page]

    @cached_property
    def below(self) -> str:
        """What the path has below the page's own address, as the page of a city below the list of members."""
        own = next((other.url for other in self._of_page if other.is_current), None)
        path = escape_uri_path(self.path)
        return path.removeprefix(own) if own and path.startswith(own) else ""

    @cached_property
    def _of_page(self) -> list[Alternate]:
        return alternates_for(self.page) if self.page else []

    @property
    def translations(self) -> list[Alternate]:
        """The languages in which the page has text."""
        return [alternate for alternate in self.alternates if alternate.is_translated]

    @cached_property
    def navigation(self) -> Navigation:
        return Navigation([], []) if self.is_error else first_level(self.language)

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        if not self.page:
            return []
        itself = [crumb(families_of(self.page), self.page, self.language)] if self.below else []
        return breadcrumbs(self.page) + itself

    @property
    def home_url(self) -> str:
        return home_address(self.language)

    @property
    def path(self) -> str:
        return self.request.path if self.request else self.home_url

    @property
    def _query(self) -> str:
        query = self.request.META.get("QUERY_STRING", "") if self.request else ""
        return f"?{query}" if query else ""

    @property
    def share_image_url(self) -> str:
        return absolute(static("img/share.png"))

    @property
    def canonical_url(self) -> str:
        """The one address of the text: that of the source if the page is shown untranslated, never with a query."""
        if self.page:
            code = self.text_language.code
            return absolute(next(other.url for other in self.alternates if other.language.code == code))
        return absolute(self.path)

    @property
    def hreflang_links(self) -> list[tuple[str, str]]:
        """Pairs of hreflang and address; none for errors and for pages shown untranslated."""
        if self.is_error or self.is_untranslated:
            return []
        return hreflang_links((other.language, other.url) for other in self.translations)


def absolute(url: str) -> str:
    """Return the address with the site's origin and without a query string."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{url.partition('?')[0]}"


def hreflang_links(translations: Iterable[tuple[Language, str]]) -> list[tuple[str, str]]:
    """Return pairs of hreflang and absolute address of the languages that have a text, `x-default` last."""
    urls = {language: absolute(url) for language, url in translations}
    default = [("x-default", url) for language, url in urls.items() if language.code == X_DEFAULT]
    return [(language.hreflang, url) for language, url in urls.items()] + default
