"""The sitemaps: an index, and for each language the addresses whose text is in it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from pages.frame import absolute
from pages.languages.active import active_language
from pages.languages.table import CODES
from pages.machines import read_by_machines
from pages.sitemaps import Entry, PublicTexts, Text
from pages.xml import Element, document

CONTENT_TYPE = "application/xml; charset=utf-8"
SITEMAP = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
LINKS = {"xmlns:xhtml": "http://www.w3.org/1999/xhtml"}


@read_by_machines
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Answer with the addresses of the files; a language without any text has none."""
    return _answer(Element("sitemapindex", _files(_texts(request)), SITEMAP))


@read_by_machines
def sitemap(request: HttpRequest, number: int = 1) -> HttpResponse:
    """Answer with one file of the active language."""
    texts = _texts(request)
    part = next(iter(texts.parts(active_language().code)[number - 1 : number]), None) if number else None
    if part is None:
        raise Http404("The language has no such sitemap.")
    return _answer(Element("urlset", (_url(texts.entry(text)) for text in part), SITEMAP | LINKS))


def _texts(request: HttpRequest) -> PublicTexts:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("There is no site here.")
    return PublicTexts(site.root_page)


def _files(texts: PublicTexts) -> Iterator[Element]:
    for code in CODES:
        for number, part in enumerate(texts.parts(code), start=1):
            yield Element("sitemap", [Element("loc", _file_url(code, number)), *_lastmod(_latest(part))])


def _file_url(code: str, number: int) -> str:
    with translation.override(code):
        return absolute(reverse("sitemap", args=[number] if number > 1 else []))


def _latest(part: Iterable[Text]) -> datetime | None:
    return max((text.changed for text in part if text.changed), default=None)


def _url(entry: Entry) -> Element:
    links = [
        Element("xhtml:link", "", {"rel": "alternate", "hreflang": hreflang, "href": url})
        for hreflang, url in entry.links
    ]
    return Element("url", [Element("loc", entry.url), *_lastmod(entry.changed), *links])


def _lastmod(moment: datetime | None) -> list[Element]:
    return [Element("lastmod", moment.astimezone(UTC).isoformat(timespec="seconds"))] if moment else []


def _answer(root: Element) -> HttpResponse:
    return HttpResponse(document(root), content_type=CONTENT_TYPE)
