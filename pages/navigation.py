"""What leads from page to page: menu, footer links, breadcrumbs and the same page in other languages.

Everything here is for the reader: only live pages outside private sections, and never two languages in one list.
"""

from dataclasses import dataclass
from functools import cache

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.models import Page, get_page_models

from pages.families import Families, address, paths_from_home, unrestricted
from pages.languages.active import active_language
from pages.languages.alternates import Alternate
from pages.languages.middleware import language_of_path
from pages.languages.table import LANGUAGES, SOURCE, Language
from pages.models import BasePage

FIRST_LEVEL_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A page as a list of links names it."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Navigation:
    """The pages just below the start page of one language: those shown in menus, and the rest for the footer."""

    menu: list[Link]
    footer: list[Link]


def first_level(language: Language) -> Navigation:
    """Return menu and footer of a language, in the order of the page tree; one query."""
    below_home = _readable().filter(depth=FIRST_LEVEL_DEPTH, locale__language_code=language.code)
    pages = list(_with_short_title(below_home).order_by("path"))
    return Navigation(
        menu=[_link(page, language) for page in pages if page.show_in_menus],
        footer=[_link(page, language) for page in pages if not page.show_in_menus],
    )


def menu(language: Language) -> list[Link]:
    return first_level(language).menu


def footer_links(language: Language) -> list[Link]:
    return first_level(language).footer


def first_level_link(language: Language, slug: str) -> Link | None:
    """Return the page of a language whose English page lies just below the start page and has this slug."""
    below_home = _readable().filter(depth=FIRST_LEVEL_DEPTH)
    english = below_home.filter(locale__language_code=SOURCE, slug=slug).values("translation_key")
    pages = below_home.filter(locale__language_code=language.code, translation_key__in=english)
    return next((_link(page, language) for page in _with_short_title(pages)), None)


def breadcrumbs(page: Page) -> list[Link]:
    """Return the pages above `page`, the start page first; one query, none for a start page."""
    above = paths_from_home(page.path)[:-1]
    if not above:
        return []
    home, *others = _with_short_title(Page.objects.filter(path__in=above)).select_related("locale").order_by("path")
    crumbs = [Link(gettext("Home"), address(home.url_path, home.locale.language_code))]
    return crumbs + [Link(page.short_title, address(page.url_path, page.locale.language_code)) for page in others]


def alternates_for(page: Page) -> list[Alternate]:
    """Return the page in each language of the table; one query.

    Where it is not translated, the address has the translated slugs of the pages above and the English ones below
    them, and leads to the text that there is.
    """
    families = Families([page])
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
    return Link(page.short_title, address(page.url_path, language.code))


def _readable() -> QuerySet[Page]:
    return unrestricted(Page.objects.live())


def _with_short_title(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Add `short_title`, which lies in the table of each page's own type, without a query per type."""
    return pages.annotate(short_title=Coalesce(*_menu_titles(), F("title")))


@cache
def _menu_titles() -> tuple[NullIf, ...]:
    """Return one expression per page type: its menu title, or nothing where that is empty."""
    own = [model._meta.parents[Page] for model in get_page_models() if issubclass(model, BasePage)]
    return tuple(NullIf(F(f"{link.related_query_name()}__menu_title"), Value("")) for link in own)
