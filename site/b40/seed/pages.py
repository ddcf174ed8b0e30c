"""Loads the languages, the tree of pages and their texts; what is already there is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry, Site
from wagtail.rich_text import RichText

from b40.environment import Environment
from b40.seed.texts import Block, Text, languages_of, read_text
from membership.models import JoinPage, MemberIndexPage, OrganisationPage
from pages.documents.labels import DocumentKind
from pages.languages.table import CODES, SOURCE
from pages.models import ContentPage, DocumentPage, HomePage
from pages.origins import Origin

KEYS = UUID("0d6d3a3e-8f5e-4f0f-9d0a-6f3d6c0f0b40")  # the keys of the loaded pages hang on it
MODELS: dict[str, type[Page]] = {"members": MemberIndexPage, "join": JoinPage, "organisation": OrganisationPage}
DOCUMENTS = {  # what is known of them: kind and date of the version; all are described in our own words
    "declaration": (DocumentKind.DECLARATION, "2021-11-30", "https://b40network.org/who-we-are/"),
    "principles": (DocumentKind.STATUTES, "2024-01", ""),
    "strategy": (DocumentKind.STRATEGY, "2024-01", ""),
}
IN_MENU = ("about", "members", "join")
TREE = ("about", "declaration", "members", "join", "contact", "privacy", "accessibility", "legal")
BELOW_ABOUT = ("organisation", "history", "principles", "strategy")
PAGE_LINK = re.compile(r'<a href="page:(?P<key>[a-z]+)">')


@transaction.atomic
def load_home_pages(environment: Environment) -> dict[str, HomePage]:
    """Make the locales, the site and a home page for each language; return the home pages by language code."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in CODES}
    root = Page.get_first_root_node()
    homes = {code: _home(root, locales[code]) for code in CODES}
    _site(homes[SOURCE], environment)
    return homes


@transaction.atomic
def load_pages(homes: Mapping[str, HomePage]) -> None:
    """Make the missing pages under each home page, then put the links between the texts in."""
    deleted = frozenset(PageLogEntry.objects.filter(action="wagtail.delete").values_list("label", flat=True))
    made: list[tuple[int, Text]] = []
    for code, home in homes.items():
        for key in TREE:
            made += _make_missing(key, code, home, deleted)
        about = Page.objects.child_of(home).filter(translation_key=key_of("about")).first()
        for key in BELOW_ABOUT if about else ():
            made += _make_missing(key, code, about, deleted)
        if not home.specific.body:
            made.append((home.pk, read_text("home", code)))
    _fill(made)


def key_of(key: str) -> UUID:
    """Return the key which the translations of a page share."""
    return uuid5(KEYS, key)


def _home(root: Page, locale: Locale) -> HomePage:
    found = HomePage.objects.filter(locale=locale).first()
    if found:
        return found
    code = locale.language_code
    slug = "home" if code == SOURCE else f"home-{code}"
    Page.objects.child_of(root).filter(slug=slug).exclude(translation_key=key_of("home")).delete()
    page = HomePage(slug=slug, **_common("home", locale, read_text("home", code)))
    return Page.objects.get(pk=root.pk).add_child(instance=page)


def _site(home: HomePage, environment: Environment) -> None:
    """Let the one site begin at the English home page; a second run changes nothing."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id == home.pk:
        return
    host, _, port = environment.origin.split("//")[1].partition(":")
    site.hostname, site.root_page, site.site_name = host, home, "B40 Balkan Cities Network"
    site.port = int(port or (443 if environment.behind_tls else 80))
    site.save()


def _make_missing(key: str, code: str, parent: Page, deleted: frozenset[str]) -> list[tuple[int, Text]]:
    if code not in languages_of(key):
        return []
    text, locale = read_text(key, code), parent.locale
    if Page.objects.filter(locale=locale, translation_key=key_of(key)).exists() or text.title in deleted:
        return []
    page = _new(key)(slug=key, show_in_menus=key in IN_MENU, **_common(key, locale, text))
    return [(Page.objects.get(pk=parent.pk).add_child(instance=page).pk, text)]


def _new(key: str) -> Callable[..., Page]:
    """Return what makes the page of a key."""
    if key not in DOCUMENTS:
        return MODELS.get(key, ContentPage)
    kind, version, source_url = DOCUMENTS[key]
    return partial(DocumentPage, kind=kind, version=version, source_url=source_url, is_description=True)


def _common(key: str, locale: Locale, text: Text) -> dict[str, Any]:
    now = timezone.now()
    return {
        "translation_key": key_of(key),
        "locale": locale,
        "title": text.title,
        "menu_title": text.menu,
        "summary": text.summary,
        "origin": _origin(locale.language_code),
        "first_published_at": now,
        "last_published_at": now,
    }


def _origin(code: str) -> Origin:
    """The English texts are the originals; all others were made by a machine and wait for a person to check them."""
    return Origin.ORIGINAL if code == SOURCE else Origin.MACHINE


def _fill(made: list[tuple[int, Text]]) -> None:
    """Give the new pages their bodies, now that every page which they link to is there."""
    rows = Page.objects.values_list("translation_key", "locale__language_code", "pk")
    ids = {(key, code): pk for key, code, pk in rows}
    for pk, text in made:
        page = Page.objects.get(pk=pk).specific  # read again: its place in the tree has changed since it was made
        page.body = [_linked(block, page.locale.language_code, ids) for block in text.body_blocks]
        page.save()


def _linked(block: Block, code: str, ids: Mapping[tuple[UUID, str], int]) -> Block:
    """Turn `page:key` into a link to the page in this language, or to the English one where there is none."""
    kind, value = block

    def link(found: re.Match[str]) -> str:
        key = key_of(found["key"])
        return f'<a linktype="page" id="{ids.get((key, code)) or ids[key, SOURCE]}">'

    if kind == "article":
        return kind, {**value, "text": RichText(PAGE_LINK.sub(link, value["text"]))}
    return (kind, RichText(PAGE_LINK.sub(link, value))) if kind == "paragraph" else block
