"""What leads from page to page: menu, footer links, breadcrumbs and the same page in other languages.

Everything here is for the reader: only live pages outside private sections, and never two languages in one list.
"""

from dataclasses import dataclass
from functools import cache

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page, PageViewRestriction, get_page_models

from pages.languages.active import active_language
from pages.languages.alternates import Alternate
from pages.languages.middleware import language_of_path
from pages.languages.table import LANGUAGES, SOURCE, Language
from pages.models import BasePage

HOME_DEPTH = 2
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
    above = _paths_from_home(page.path)[:-1]
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
    family = _Family(page)
    return [
        Alternate(
            language=language,
            url=address(family.url_path(language.code), language.code),
            is_translated=family.is_translated(language.code),
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


def address(url_path: str, code: str) -> str:
    """Return the address of a page from its place in the tree; the first part is the start page's own slug."""
    with translation.override(code):
        return reverse("wagtail_serve", args=[url_path.split("/", HOME_DEPTH)[HOME_DEPTH]])


class _Family:
    """A page and the pages above it, each with its translations."""

    def __init__(self, page: Page) -> None:
        paths = _paths_from_home(page.path)
        keys = Page.objects.filter(path__in=paths).values("translation_key")
        found = _unrestricted(Page.objects.filter(translation_key__in=keys)).select_related("locale")
        self.members = {(other.translation_key, other.locale.language_code): other for other in found}
        own = {other.path: other for other in self.members.values()}
        self.line = [own[path] for path in paths if path in own]
        if not self.line or self.line[-1].translation_key != page.translation_key:
            self.line.append(page)  # a preview of a page that is not saved yet, or a page in a private section
        self.page = page

    def is_translated(self, code: str) -> bool:
        return code == self.page.locale.language_code or self._translation(self.page, code) is not None

    def url_path(self, code: str) -> str:
        """Return the path in the tree: that of the nearest translated page above, then the slugs of the source."""
        untranslated: list[str] = []
        for member in reversed(self.line):
            if found := self._translation(member, code):
                return "".join([found.url_path, *(f"{slug}/" for slug in untranslated)])
            untranslated.insert(0, self._source(member).slug)
        return f"/{'/'.join(untranslated)}/"

    def _translation(self, member: Page, code: str) -> Page | None:
        found = self.members.get((member.translation_key, code))
        return found if found and found.live else None

    def _source(self, member: Page) -> Page:
        return self._translation(member, SOURCE) or member


def _link(page: Page, language: Language) -> Link:
    return Link(page.short_title, address(page.url_path, language.code))


def _paths_from_home(path: str) -> list[str]:
    """Return the tree paths of the start page, of the pages below it on the way, and of the page itself."""
    return [path[:end] for end in range(HOME_DEPTH * Page.steplen, len(path) + 1, Page.steplen)]


def _readable() -> QuerySet[Page]:
    return _unrestricted(Page.objects.live())


def _unrestricted(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Leave out private sections; Wagtail's own `public()` asks for them in a query of its own."""
    restrictions = PageViewRestriction.objects.annotate(path_of_reader=ExpressionWrapper(OuterRef("path"), CharField()))
    return pages.exclude(Exists(restrictions.filter(path_of_reader__startswith=F("page__path"))))


def _with_short_title(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Add `short_title`, which lies in the table of each page's own type, without a query per type."""
    return pages.annotate(short_title=Coalesce(*_menu_titles(), F("title")))


@cache
def _menu_titles() -> tuple[NullIf, ...]:
    """Return one expression per page type: its menu title, or nothing where that is empty."""
    own = [model._meta.parents[Page] for model in get_page_models() if issubclass(model, BasePage)]
    return tuple(NullIf(F(f"{link.related_query_name()}__menu_title"), Value("")) for link in own)
