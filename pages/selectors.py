"""Narrows pages to what the public may read, and adds what lists of links show."""

from functools import cache

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from wagtail.models import Page, PageViewRestriction, get_page_models

from pages.models import BasePage

HOME_DEPTH = 2


def paths_from_home(path: str) -> list[str]:
    """Return the tree paths of the start page, of the pages below it on the way, and of the page itself."""
    return [path[:end] for end in range(HOME_DEPTH * Page.steplen, len(path) + 1, Page.steplen)]


def in_private_section() -> Exists:
    """Return whether a page lies in a private section; Wagtail's `public()` asks for them in a query of its own."""
    restrictions = PageViewRestriction.objects.annotate(path_of_reader=ExpressionWrapper(OuterRef("path"), CharField()))
    return Exists(restrictions.filter(path_of_reader__startswith=F("page__path")))


def unrestricted(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Leave out private sections."""
    return pages.exclude(in_private_section())


def listed_by_index() -> list[type[Page]]:
    """Return the types of pages which the page above lists by itself, as news and events."""
    return [model for model in get_page_models() if issubclass(model, BasePage) and model.is_listed_by_index]


def with_short_title(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Add `short_title`, which lies in the table of each page's own type, without a query per type."""
    return pages.annotate(short_title=Coalesce(*_menu_titles(), F("title")))


def with_origin(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Add `text_origin`, which lies in the table of each page's own type too; None for a type that has none."""
    return pages.annotate(text_origin=Coalesce(*(F(f"{link}__origin") for link in _own_tables())))


@cache
def _menu_titles() -> tuple[NullIf, ...]:
    """Return one expression per page type: its menu title, or nothing where that is empty."""
    return tuple(NullIf(F(f"{link}__menu_title"), Value("")) for link in _own_tables())


@cache
def _own_tables() -> tuple[str, ...]:
    own = (model._meta.parents[Page] for model in get_page_models() if issubclass(model, BasePage))
    return tuple(link.related_query_name() for link in own)
