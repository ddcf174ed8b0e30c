"""The news of a language as an Atom feed (RFC 4287)."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext

from news.choices import Choice
from news.html import content_of
from news.ids import tag_of, tag_of_feed
from news.models import NewsPage
from news.moments import published, updated
from news.selectors.feeds import NewsFeed
from pages.families import Families, address
from pages.frame import absolute
from pages.languages.table import BY_CODE, LANGUAGES
from pages.xml import Element, document

CONTENT_TYPE = "application/atom+xml"


def atom(feed: NewsFeed) -> bytes:
    """Return the document. The language of the feed is the active one, as in its own address and the network's name."""
    language = BY_CODE[feed.index.locale.language_code]
    network = gettext("B40 Balkan Cities Network")
    choice = Choice(topic=feed.topic)
    title = f"{feed.index.title}: {choice.title(language.code)}" if feed.topic else feed.index.title
    own = reverse("news:feed_on_topic", args=[feed.topic]) if feed.topic else reverse("news:feed")
    listed = address(feed.index.url_path, language.code) + choice.below
    latest = max((updated(item) for item in feed.items), default=updated(feed.index))
    head = [
        Element("id", tag_of_feed(language.code, feed.topic)),
        Element("title", f"{network} – {title}"),
        *([Element("subtitle", feed.index.summary)] if feed.index.summary else []),
        Element("updated", _moment(latest)),
        Element("author", [Element("name", network)]),
        _link("self", absolute(own), CONTENT_TYPE, language.hreflang),
        _link("alternate", absolute(listed), "text/html", language.hreflang),
    ]
    entries = [_entry(item, feed.families) for item in feed.items]
    return document(
        Element("feed", [*head, *entries], {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.lang})
    )


def _entry(item: NewsPage, families: Families) -> Element:
    url = absolute(address(item.url_path, item.language.code))
    source = [Element("link", "", {"rel": "via", "href": item.source_url})] if item.source_url else []
    summary = [Element("summary", item.summary)] if item.summary else []
    parts = [
        Element("id", tag_of(item)),
        Element("title", item.title),
        Element("published", _moment(published(item))),
        Element("updated", _moment(updated(item))),
        *_alternates(item, families),
        *source,
        *summary,
        Element("content", content_of(item, url), {"type": "html", "xml:base": url}),
    ]
    return Element("entry", parts, {"xml:lang": item.language.lang})


def _alternates(item: NewsPage, families: Families) -> Iterator[Element]:
    """Yield the links to the item, its own language first, and to its translations."""
    for language in sorted(LANGUAGES, key=lambda language: language != item.language):
        if page := families.translation(item, language.code):
            yield _link("alternate", absolute(address(page.url_path, language.code)), "text/html", language.hreflang)


def _link(rel: str, url: str, content_type: str, hreflang: str) -> Element:
    return Element("link", "", {"rel": rel, "type": content_type, "hreflang": hreflang, "href": url})


def _moment(moment: datetime) -> str:
    """Return a moment as RFC 3339 writes it."""
    return moment.isoformat(timespec="seconds")
