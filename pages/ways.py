"""Follows a path down the tree of pages, by the slugs of any language and by those that pages once had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from pages.families import by_key
from pages.languages.table import SOURCE
from pages.past.records import PastPlace
from pages.selectors import HOME_DEPTH, in_private_section


@dataclass(frozen=True, slots=True)
class Step:
    """A page on the way along a path, and the parts that are still to come."""

    page: Page
    below: tuple[str, ...]
    is_lasting: bool


@dataclass(frozen=True, slots=True)
class Way:
    """Pages from the start page down along the first parts of a path, by what each shares with its translations."""

    keys: tuple[UUID, ...]
    is_lasting: bool


class Tree:
    """Every page of which some language has, or had, one of the parts as its slug, with its translations; one query.

    Past places count only once they are recalled, which is one query more.
    """

    def __init__(self, root: Page, parts: tuple[str, ...], code: str) -> None:
        with_slug = Page.objects.filter(slug__in=parts, depth__gt=root.depth).values("translation_key")
        self._places = PastPlace.objects.filter(slug__in=parts)
        once = Q(translation_key__in=self._places.values("translation_key"))
        wanted = Q(translation_key__in=with_slug) | once | Q(translation_key=root.translation_key)
        pages = Page.objects.filter(wanted, depth__gte=HOME_DEPTH).annotate(is_private=in_private_section())
        self.root, self.parts, self.code = root.translation_key, parts, code
        self.families = by_key(pages)
        self.below = self._by_parent()
        self.past: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)

    def recall(self) -> None:
        """Let pages be found where they once stood too, the one that stood there last first."""
        for place in self._places.order_by("-since", "-pk"):
            self.past[place.parent_key, place.slug].append(place.translation_key)

    def steps(self) -> Iterator[Step]:
        """Yield each page that the path may mean, in the order of Wagtail: a page's own views before its children."""
        for way in self._ways():
            taken = len(way.keys) - 1
            page = self._at_its_own_address(way.keys[-1], taken) or self.public(way.keys[-1])
            if page and _answers(page, self.parts[taken:]):
                yield Step(page, self.parts[taken:], way.is_lasting)

    def gone(self) -> Way | None:
        """Return the way to a page that the public could once read here, and that no language has any more."""
        whole = (way for way in self._ways() if len(way.keys) > len(self.parts))
        return next((way for way in whole if self._is_gone(way)), None)

    def public(self, key: UUID) -> Page | None:
        """Return the text of a family for everybody: that of the language, else the English one, else the first."""
        return min((page for page in self._live(key) if not page.is_private), key=self._preference, default=None)

    def _ways(self) -> Iterator[Way]:
        return self._down(Way((self.root,), is_lasting=True), set())

    def _down(self, way: Way, seen: set[tuple[UUID, int]]) -> Iterator[Way]:
        """Yield a way and all that go on from it; what lies behind a page at one part of the path is seen once."""
        key, taken = way.keys[-1], len(way.keys) - 1
        if (key, taken) in seen:
            return
        seen.add((key, taken))
        yield way
        if taken < len(self.parts):
            for child, is_live in self._children(key, self.parts[taken]).items():
                yield from self._down(Way((*way.keys, child), is_lasting=way.is_lasting and is_live), seen)

    def _at_its_own_address(self, key: UUID, taken: int) -> Page | None:
        """Return the live page in the language; a private one too, for Wagtail then asks who the reader is."""
        wanted = "".join(f"{part}/" for part in self.parts[:taken])
        own = (page for page in self._live(key) if page.locale.language_code == self.code)
        return next((page for page in own if below_prefix(page.url_path) == wanted), None)

    def _live(self, key: UUID) -> list[Page]:
        return [page for page in self.families.get(key, []) if page.live]

    def _children(self, key: UUID, slug: str) -> dict[UUID, bool]:
        """Return the pages below one with this slug, and whether it is the slug of a live page or of a past place.

        First by the slug in the language, then in English, then in others; at last those that once stood here.
        """
        found = [page for child in self.below[key] for page in self.families[child] if page.slug == slug]
        present: dict[UUID, bool] = {}
        for page in sorted(found, key=self._preference):
            present[page.translation_key] = present.get(page.translation_key, False) or page.live
        return present | {child: True for child in self.past.get((key, slug), []) if child not in present}

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

    def _is_gone(self, way: Way) -> bool:
        """Each page on the way was public under its part of the path; what is left of the last is drafts at most."""
        if any(page.live or page.is_private for page in self.families.get(way.keys[-1], [])):
            return False
        return all(map(self._was_public, way.keys, way.keys[1:], self.parts))

    def _was_public(self, parent: UUID, key: UUID, slug: str) -> bool:
        named = (page for page in self.families.get(key, []) if page.slug == slug)
        return any(page.live or page.first_published_at for page in named) or key in self.past.get((parent, slug), [])


def below_prefix(url_path: str) -> str:
    """Return the part of a path in the tree that an address has below its prefix."""
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
