"""Finds the page that an address means, also where its language has no live page or the page stands elsewhere now."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from pages.families import Families
from pages.languages.table import BY_CODE
from pages.navigation import Link, crumb
from pages.ways import Step, Tree, below_prefix

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


@dataclass(frozen=True, slots=True)
class Gone:
    """A page was public at an address once, and no language has it any more; `above` is the nearest that there is."""

    above: Link | None


def meaning_of(request: HttpRequest, path: str, code: str) -> Meaning | Gone | None:
    """Return what a path below the prefix of a language means; nothing if no language has or had a page to show for it.

    If slugs of several pages fit, the page whose own address it is comes first, so that a redirect always ends. Where a
    page once stood counts only if nothing else fits. The number of queries does not grow with the path.
    """
    parts = tuple(part for part in path.split("/") if part)
    site = Site.find_for_request(request)
    if site is None or len(parts) > MAX_PARTS:
        return None
    tree = Tree(site.root_page, parts, code)
    steps = list(tree.steps())
    if not steps:
        tree.recall()
        steps = list(tree.steps())
    if not steps:
        return _gone(tree)
    families = Families(step.page for step in steps)
    meanings = [_meaning(families, step, code) for step in steps]
    return next((meaning for meaning in meanings if meaning.path == path), meanings[0])


def _meaning(families: Families, step: Step, code: str) -> Meaning:
    own = below_prefix(families.url_path(step.page, code))
    path = "".join([own, *(f"{part}/" for part in step.below)])
    return Meaning(step.page, step.below, path, step.is_lasting, families)


def _gone(tree: Tree) -> Gone | None:
    way = tree.gone()
    if way is None:
        return None
    above = next((page for key in reversed(way.keys[:-1]) if (page := tree.public(key))), None)
    return Gone(crumb(Families([above]), above, BY_CODE[tree.code]) if above else None)
