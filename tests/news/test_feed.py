"""Tests of the Atom feed of news: one language, whole texts, names that never change."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from news.html import with_whole_addresses
from news.models import NewsPage
from pages.blocks.records import RECORDS
from tests.news.builders import make_home, make_news
from tests.pages.html import Elements
from tests.pages.pictures.files import make_picture

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SITE = "http://localhost:8000"
FORMULA = "without prejudice to positions on status"


def feed(client, path="/en/news/feed.atom"):
    answer = client.get(path)
    assert answer.status_code == 200
    root = fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    return root


def entries(client, path="/en/news/feed.atom"):
    return feed(client, path).findall(f"{ATOM}entry")


def text(element, name) -> str | None:
    return element.findtext(f"{ATOM}{name}")


def titles(client, path="/en/news/feed.atom") -> list[str]:
    return [text(entry, "title") for entry in entries(client, path)]


def links(element, rel) -> dict[str, str]:
    found = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == rel]
    assert len({link.get("hreflang") for link in found}) == len(found)
    return {link.get("hreflang"): link.get("href") for link in found}


def body(*paragraphs: str) -> list[tuple[str, str]]:
    return [("paragraph", paragraph) for paragraph in paragraphs]


def queries_of(client, path) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_the_feed_says_what_it_is(client, news):
    make_news(news.en, "Old", slug="old")
    make_news(news.en, "New", slug="new")
    NewsPage.objects.filter(slug="old").update(last_published_at=datetime(2024, 3, 1, tzinfo=UTC))
    NewsPage.objects.filter(slug="new").update(last_published_at=datetime(2024, 2, 1, tzinfo=UTC))

    root = feed(client)

    assert root.get(LANG) == "en"
    assert text(root, "id") == "tag:b40network.org,2024-01-01:news/en"
    assert text(root, "title") == "B40 Balkan Cities Network – Index"
    assert text(root, "updated") == "2024-03-01T00:00:00+00:00"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "B40 Balkan Cities Network"
    assert links(root, "self") == {"en": f"{SITE}/en/news/feed.atom"}
    assert links(root, "alternate") == {"en": f"{SITE}/en/news/"}


def test_an_entry_has_its_whole_text_and_its_moments(client, news):
    key = UUID("12345678-1234-5678-1234-567812345678")
    make_news(
        news.en,
        "Sofia & Tirana <meet>",
        slug="sofia",
        summary="Two cities.",
        body=body("<p>First.</p>", "<p>Second.</p>"),
        source_url="https://example.org/a?b=1&c=2",
        translation_key=key,
    )
    NewsPage.objects.update(
        first_published_at=datetime(2024, 5, 22, 8, tzinfo=UTC), last_published_at=datetime(2024, 5, 23, 9, tzinfo=UTC)
    )

    (entry,) = entries(client)

    assert entry.get(LANG) == "en"
    assert text(entry, "id") == f"tag:b40network.org,2024-01-01:news/{key}/en"
    assert text(entry, "title") == "Sofia & Tirana <meet>"
    assert text(entry, "summary") == "Two cities."
    assert text(entry, "published") == "2024-05-22T08:00:00+00:00"
    assert text(entry, "updated") == "2024-05-23T09:00:00+00:00"
    assert links(entry, "via") == {None: "https://example.org/a?b=1&c=2"}
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert content.text.index("<p>First.</p>") < content.text.index("<p>Second.</p>")


def test_an_entry_without_a_body_has_its_summary_as_text(client, news):
    make_news(news.en, "Short", summary="Cities <and> towns.")

    (entry,) = entries(client)

    assert text(entry, "content") == "<p>Cities &lt;and&gt; towns.</p>"


def test_a_language_has_its_own_news_only_and_links_to_their_translations(client, news):
    english = make_news(news.en, "Athens", slug="athens")
    make_news(news.tr, "Atina", slug="atina", source=english)
    make_news(news.en, "Sofia", "2024-05-23", slug="sofia")
    translations = {"en": f"{SITE}/en/news/athens/", "tr": f"{SITE}/tr/news/atina/"}

    assert titles(client) == ["Sofia", "Athens"]
    assert titles(client, "/tr/news/feed.atom") == ["Atina"]
    assert titles(client, "/el/news/feed.atom") == []
    assert links(entries(client, "/tr/news/feed.atom")[0], "alternate") == translations
    assert next(iter(links(entries(client, "/tr/news/feed.atom")[0], "alternate"))) == "tr"
    assert links(entries(client)[1], "alternate") == translations
    assert links(entries(client)[0], "alternate") == {"en": f"{SITE}/en/news/sofia/"}


def test_the_identifiers_differ_by_language_and_stay_when_title_and_address_change(client, news):
    english = make_news(news.en, "Athens", slug="athens")
    make_news(news.tr, "Atina", source=english)
    before = text(entries(client)[0], "id")
    page = NewsPage.objects.get(slug="athens")
    page.title, page.slug = "Thessaloniki", "thessaloniki"
    page.save()

    (entry,) = entries(client)

    assert (text(entry, "title"), text(entry, "id")) == ("Thessaloniki", before)
    assert text(entries(client, "/tr/news/feed.atom")[0], "id") == before.removesuffix("/en") + "/tr"


def test_drafts_and_private_news_are_left_out_also_as_translations(client, news):
    english = make_news(news.en, "Athens", slug="athens")
    make_news(news.en, "Draft", live=False)
    make_news(news.tr, "Taslak", source=english, live=False)
    greek = make_news(news.el, "Μυστικό", source=english)
    secret = make_news(news.en, "Secret")
    for page in (greek, secret):
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert titles(client) == ["Athens"]
    assert links(entries(client)[0], "alternate") == {"en": f"{SITE}/en/news/athens/"}
    assert titles(client, "/tr/news/feed.atom") == titles(client, "/el/news/feed.atom") == []


def test_the_feed_ends_with_the_twentieth_newest(client, news):
    for number in range(1, 26):
        make_news(news.en, f"News {number}", f"2024-05-{number:02}")

    assert titles(client) == [f"News {number}" for number in range(25, 5, -1)]


def test_a_language_without_a_public_list_of_news_has_no_feed(client, news):
    make_home("sl")
    PageViewRestriction.objects.create(page=news.el, restriction_type="login")

    assert client.get("/sl/news/feed.atom").status_code == 404
    assert client.get("/el/news/feed.atom").status_code == 404


def test_an_empty_feed_was_changed_with_its_index(client, news):
    type(news.el).objects.filter(pk=news.el.pk).update(last_published_at=datetime(2024, 1, 1, tzinfo=UTC))

    root = feed(client, "/el/news/feed.atom")

    assert text(root, "updated") == "2024-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Kosovo* hosts"},
        {"title": "News", "summary": "In Kosovo*."},
        {"title": "News", "body": body("<p>In <b>Kosovo*</b>.</p>")},
    ],
)
def test_an_entry_that_names_kosovo_carries_the_footnote(client, news, fields):
    make_news(news.en, "Other", "2023-01-01", summary="In Tirana.")
    make_news(news.en, **fields)

    named, other = entries(client)

    assert text(named, "content").count(FORMULA) == 1
    assert FORMULA not in text(other, "content")


def test_the_footnote_is_in_the_language_of_the_feed(client, news):
    make_news(news.tr, "Kosova* ev sahibi", summary="Toplantı.")

    (entry,) = entries(client, "/tr/news/feed.atom")

    assert "1244" in text(entry, "content")
    assert FORMULA not in text(entry, "content")


def test_a_translation_by_a_machine_says_so(client, news):
    make_news(news.en, "News", summary="A.", origin="machine")

    assert text(entries(client)[0], "content") == (
        "<p>A.</p><p>This text was translated by a machine and has not yet been checked by a person.</p>"
    )


def test_control_characters_do_not_break_the_feed(client, news):
    make_news(news.en, "Be\x0bll \x1b[1m", summary="\x08ΘЖ🧵\ufffe", body=body("<p>a\x0cb ]]></p>"))

    (entry,) = entries(client)

    assert (text(entry, "title"), text(entry, "summary")) == ("Bell [1m", "ΘЖ🧵")
    assert "<p>ab ]]></p>" in text(entry, "content")


def test_links_in_the_text_are_whole_and_lead_to_the_language(client, news):
    other = make_news(news.en, "Athens", "2023-01-01", slug="athens")
    make_news(news.tr, "Atina", "2023-01-01", slug="atina", source=other)
    make_news(
        news.tr,
        "Sofya",
        slug="sofya",
        body=body(
            f'<p><a linktype="page" id="{other.pk}">page</a> <a href="/documents/1/a.pdf?x=1&amp;y=2">file</a> '
            '<a href="#below">below</a> <a href="https://example.org/">other</a> <a href="mailto:a@b.org">mail</a></p>'
        ),
    )

    content = text(entries(client, "/tr/news/feed.atom")[0], "content")

    assert f'<a href="{SITE}/tr/news/atina/">page</a>' in content
    assert f'<a href="{SITE}/documents/1/a.pdf?x=1&amp;y=2">file</a>' in content
    assert f'<a href="{SITE}/tr/news/sofya/#below">below</a>' in content
    assert '<a href="https://example.org/">other</a>' in content
    assert '<a href="mailto:a@b.org">mail</a>' in content


@pytest.mark.parametrize("kind", [kind for kind, _label in RECORDS])
def test_a_list_from_the_records_is_part_of_the_text(client, news, kind):
    make_news(news.en, "News", body=[("records", {"kind": kind}), *body("<p>Below.</p>")])

    assert "<p>Below.</p>" in text(entries(client)[0], "content")


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ('<img alt="" src="/media/a.png">', '<img alt="" src="http://b.org/media/a.png">'),
        ("<a href='c/'>", '<a href="http://b.org/en/c/">'),
        ('<a class="x" HREF="../d/" title="/e">', '<a class="x" HREF="http://b.org/d/" title="/e">'),
        ('<a href="http://[">', '<a href="http://[">'),
        ("href=\"/a\" is text <p>src='/b'</p>", "href=\"/a\" is text <p>src='/b'</p>"),
    ],
)
def test_addresses_of_links_and_pictures_are_made_whole(html, whole):
    assert with_whole_addresses(html, "http://b.org/en/") == whole


def test_the_index_and_the_news_link_to_the_feed_of_their_text(client, news):
    make_news(news.en, "Athens", slug="athens")
    head = (
        '<link rel="alternate" type="application/atom+xml" title="B40 Balkan Cities Network" href="/en/news/feed.atom">'
    )

    index = client.get("/en/news/").content.decode()

    assert head in index
    assert '<a href="/en/news/feed.atom">Follow the news with a feed reader</a>' in index
    assert head in client.get("/en/news/athens/").content.decode()
    assert 'href="/en/news/feed.atom"' in client.get("/tr/news/athens/").content.decode()
    assert 'href="/tr/news/feed.atom"' in client.get("/tr/news/").content.decode()


def test_the_feed_takes_as_many_queries_for_fifty_news_as_for_five(client, news):
    target = make_news(news.en, "Target", "2020-01-01")
    for number in range(5):
        linked(news, number, target)
    five = queries_of(client, "/en/news/feed.atom")
    for number in range(5, 50):
        linked(news, number, target)

    assert queries_of(client, "/en/news/feed.atom") == five


def linked(news, number, target) -> None:
    """Make a translated news item whose text links to another page."""
    link = f'<p><a linktype="page" id="{target.pk}">page</a></p>'
    english = make_news(news.en, f"News {number}", cities=["tirana"], topics=["youth"], body=body(link, link))
    make_news(news.tr, f"Haber {number}", source=english)


def test_the_feed_is_kept_for_a_while_and_not_sent_again(client, news):
    make_news(news.tr, "Atina")

    answer = client.get("/tr/news/feed.atom")

    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert answer.headers["Content-Language"] == "tr"
    assert answer.headers["Cache-Control"] == "public, max-age=900"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (answer.cookies, answer.headers.get("Vary")) == ({}, None)
    unchanged = client.get("/tr/news/feed.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert client.post("/tr/news/feed.atom").status_code == 405


def test_a_topic_has_a_feed_of_its_own(client, news):
    make_news(news.en, "Youth meets", topics=["youth"])
    make_news(news.en, "Presidency", topics=["presidency"])

    root = feed(client, "/en/news/feed-youth.atom")

    assert titles(client, "/en/news/feed-youth.atom") == ["Youth meets"]
    assert text(root, "id") == f"{text(feed(client), 'id')}/topic/youth"
    assert text(root, "title").endswith(": Youth")
    assert links(root, "self") == {"en": f"{SITE}/en/news/feed-youth.atom"}
    assert links(root, "alternate") == {"en": f"{SITE}/en/news/topic/youth/"}
    assert 'href="/en/news/feed-youth.atom"' in client.get("/en/news/topic/youth/").content.decode()


@pytest.mark.parametrize("topic", ["sport", "climate", "youth-"])
def test_a_topic_that_there_is_not_has_no_feed(client, news, topic):
    assert client.get(f"/en/news/feed-{topic}.atom").status_code == 404


def test_a_picture_has_whole_addresses_and_says_what_it_shows(client, news, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = make_picture({"en": "The bridge"}, size=(900, 600), credit="City of Prizren")
    make_news(news.en, "Bridge", body=[("picture", {"picture": picture, "caption": "Built in 1566."})])

    content = text(entries(client)[0], "content")

    image = Elements(content).all("img")[0]
    addresses = [image["src"], *(source.split()[0] for source in image["srcset"].split(", "))]
    assert image["alt"] == "The bridge"
    assert len(addresses) == 4
    assert all(address.startswith(f"{SITE}/media/images/bridge.") for address in addresses)
    assert "Built in 1566." in content
