"""Finds the page that an address means, also where its language has no live page."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from pages.families import Families, by_key
from pages.languages.table import SOURCE
from pages.selectors import HOME_DEPTH, in_private_section

MAX_PARTS = 60  # the tree is not deeper; a longer path asks nothing of the database


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an address means: a page with the part of the path below it, and the one path that it should have.

    `is_lasting` is false where a slug belongs to a page that is not live now and may be again.
    """

    page: Page
    below: tuple[str, ...]
    path: str
    is_lasting: bool
    families: Families

    def route(self, request: HttpRequest) -> RouteResult:
        """Let the page find its view, as Wagtail's own routing does."""
        page = self.page.specific
        page.locale, page.families = self.page.locale, self.families
        return page.route(request, list(self.below))


def meaning_of(request: HttpRequest, path: str, code: str) -> Meaning | None:
    """Return what a path below the prefix of a language means; nothing if no language has a page to show for it.

    If slugs of several pages fit, the page whose own address it is comes first, so that a redirect always ends.
    The number of queries does not grow with the path.
    """
    parts = tuple(part for part in path.split("/") if part)
    site = Site.find_for_request(request)
    if site is None or len(parts) > MAX_PARTS:
        return None
    steps = list(_Tree(site.root_page, parts, code).ends())
    families = Families(step.page for step in steps)
    meanings = [_meaning(families, step, code) for step in steps]
    own = (meaning for meaning in meanings if meaning.path == path)
    return next(own, meanings[0] if meanings else None)


@dataclass(frozen=True, slots=True)
class _Step:
    """A page on the way along a path, and the parts that are still to come."""

    page: Page
    below: tuple[str, ...]
    is_lasting: bool


class _Tree:
    """Every page of which some language has one of the parts as its slug, with its translations; one query."""

    def __init__(self, root: Page, parts: tuple[str, ...], code: str) -> None:
        with_slug = Page.objects.filter(slug__in=parts, depth__gt=root.depth).values("translation_key")
        wanted = Q(translation_key__in=with_slug) | Q(translation_key=root.translation_key)
        pages = Page.objects.filter(wanted, depth__gte=HOME_DEPTH).annotate(is_private=in_private_section())
        self.root, self.parts, self.code = root.translation_key, parts, code
        self.families = by_key(pages)
        self.below = self._by_parent()

    def ends(self) -> Iterator[_Step]:
        """Yield each page that the path may mean, in the order of Wagtail: a page's own views before its children."""
        return self._walk(self.root, 0, is_lasting=True)

    def _walk(self, key: UUID, taken: int, *, is_lasting: bool) -> Iterator[_Step]:
        rest = self.parts[taken:]
        page = self._at_its_own_address(key, taken) or self._public(key)
        if page and _answers(page, rest):
            yield _Step(page, rest, is_lasting)
        if rest:
            for child in self._children(key, rest[0]):
                is_live = any(page.live for page in self.families[child] if page.slug == rest[0])
                yield from self._walk(child, taken + 1, is_lasting=is_lasting and is_live)

    def _at_its_own_address(self, key: UUID, taken: int) -> Page | None:
        """Return the live page in the language; a private one too, for Wagtail then asks who the reader is."""
        wanted = "".join(f"{part}/" for part in self.parts[:taken])
        own = (page for page in self._live(key) if page.locale.language_code == self.code)
        return next((page for page in own if _below_prefix(page.url_path) == wanted), None)

    def _public(self, key: UUID) -> Page | None:
        return min((page for page in self._live(key) if not page.is_private), key=self._preference, default=None)

    def _live(self, key: UUID) -> list[Page]:
        return [page for page in self.families.get(key, []) if page.live]

    def _children(self, key: UUID, slug: str) -> list[UUID]:
        """Return the pages below one with this slug: by their slug in the language, then in English, then in others."""
        found = [page for child in self.below[key] for page in self.families[child] if page.slug == slug]
        return list(dict.fromkeys(page.translation_key for page in sorted(found, key=self._preference)))

    def _preference(self, page: Page) -> tuple[bool, bool, int]:
        code = page.locale.language_code
        return code != self.code, code != SOURCE, page.pk

    def _by_parent(self) -> dict[UUID, set[UUID]]:
        known = {page.path: key for key, pages in self.families.items() for page in pages}
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for path, key in known.items():
            if parent := known.get(path[: -Page.steplen]):
                found[parent].add(key)
        return found


def _meaning(families: Families, step: _Step, code: str) -> Meaning:
    own = _below_prefix(families.url_path(step.page, code))
    path = "".join([own, *(f"{part}/" for part in step.below)])
    return Meaning(step.page, step.below, path, step.is_lasting, families)


def _below_prefix(url_path: str) -> str:
    return url_path.split("/", HOME_DEPTH)[HOME_DEPTH]


def _answers(page: Page, rest: tuple[str, ...]) -> bool:
    """Return whether the page is the end of a path or has a view for the rest of it."""
    model = page.specific_class
    if not rest or model is None or not issubclass(model, RoutablePageMixin):
        return not rest
    try:
        model.get_resolver().resolve(f"/{'/'.join(rest)}/")
    except Resolver404:
        return False
    return True
