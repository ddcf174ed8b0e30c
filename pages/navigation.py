"""What leads from page to page: menu, footer links, breadcrumbs and the same page in other languages.

Everything here is for the reader: only live pages outside private sections, and never two languages in one list.
"""

from dataclasses import dataclass, field

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.models import Page

from pages.families import Families, address, families_of
from pages.languages.active import active_language
from pages.languages.alternates import Alternate
from pages.languages.middleware import language_of_path
from pages.languages.table import BY_CODE, LANGUAGES, SOURCE, Language
from pages.once import once
from pages.selectors import HOME_DEPTH, unrestricted, with_short_title

FIRST_LEVEL_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A page as a list of links names it; `lang` stands where the title is not in the language of the list.

    `source_slug` is that of the English page, by which templates ask for a page of the first level.
    """

    title: str
    url: str
    lang: str = ""
    source_slug: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Navigation:
    """The pages just below the start page of one language: those shown in menus, and the rest for the footer."""

    menu: list[Link]
    footer: list[Link]


@once
def first_level(language: Language) -> Navigation:
    """Return menu and footer of a language, in the order of the page tree; one query."""
    english = Page.objects.filter(locale__language_code=SOURCE, translation_key=OuterRef("translation_key"))
    below_home = _readable().filter(depth=FIRST_LEVEL_DEPTH, locale__language_code=language.code)
    pages = list(with_short_title(below_home).annotate(source_slug=_slug_of(english)).order_by("path"))
    return Navigation(
        menu=[_link(page, language) for page in pages if page.show_in_menus],
        footer=[_link(page, language) for page in pages if not page.show_in_menus],
    )


def menu(language: Language) -> list[Link]:
    return first_level(language).menu


def footer_links(language: Language) -> list[Link]:
    return first_level(language).footer


def first_level_link(language: Language, slug: str) -> Link | None:
    """Return the page of a language whose English page is for everybody and has this slug below the start page."""
    navigation = first_level(language)
    return next((link for link in (*navigation.menu, *navigation.footer) if link.source_slug == slug), None)


def breadcrumbs(page: Page) -> list[Link]:
    """Return the pages above `page`, the start page first; at most one query.

    They stand under the prefix of the active language and have its titles; an untranslated one keeps its own.
    """
    families, language = families_of(page), active_language()
    above = families.line(page)[:-1]
    return [crumb(families, member, language) for member in above if families.readable(member, language.code)]


def crumb(families: Families, page: Page, language: Language) -> Link:
    """Return the link to a page for a reader of a language, with the language of the title where it is another."""
    url = families.address(page, language.code)
    if page.depth == HOME_DEPTH:
        return Link(gettext("Home"), url)
    text = families.readable(page, language.code) or page
    own = BY_CODE[text.locale.language_code]
    return Link(text.short_title, url, lang="" if own == language else own.lang)


def alternates_for(page: Page) -> list[Alternate]:
    """Return the page in each language of the table; at most one query.

    Where it is not translated, the address has the translated slugs of the pages above and the English ones below
    them, and leads to the text that there is.
    """
    families = families_of(page)
    own = page.locale.language_code
    return [
        Alternate(
            language=language,
            url=families.address(page, language.code),
            is_translated=language.code == own or families.translation(page, language.code) is not None,
            is_current=language == active_language(),
        )
        for language in LANGUAGES
    ]


def alternates_for_path(request: HttpRequest) -> list[Alternate]:
    """Return the address of a view that is no page under each prefix, with its query string; no query."""
    current = language_of_path(request.path_info)
    rest = request.path_info.removeprefix(f"/{current.code}" if current else "")
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    return [
        Alternate(
            language=language,
            url=f"{home_address(language).rstrip('/')}{rest}{query}",
            is_translated=True,
            is_current=language == current,
        )
        for language in LANGUAGES
    ]


def home_alternates() -> list[Alternate]:
    """Return the start pages; no query, so that error pages can lead somewhere."""
    return [
        Alternate(
            language=language,
            url=home_address(language),
            is_translated=True,
            is_current=language == active_language(),
        )
        for language in LANGUAGES
    ]


def home_address(language: Language) -> str:
    return address("/home/", language.code)


def _link(page: Page, language: Language) -> Link:
    return Link(page.short_title, address(page.url_path, language.code), source_slug=page.source_slug or "")


def _slug_of(pages: QuerySet[Page]) -> Subquery:
    return Subquery(unrestricted(pages.filter(live=True, depth=FIRST_LEVEL_DEPTH)).values("slug")[:1])


def _readable() -> QuerySet[Page]:
    return unrestricted(Page.objects.live())
