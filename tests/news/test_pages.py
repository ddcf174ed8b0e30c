"""Tests of what a reader sees of news and events."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.news.builders import make_event, make_news


def read(client, path, status=200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def queries_of(client, path) -> int:
    """Return how many queries a page takes when what is kept between requests is warm."""
    cache.clear()
    read(client, path)
    with CaptureQueriesContext(connection) as captured:
        read(client, path)
    return len(captured)


def headings(html) -> list[str]:
    return [re.sub(r"<[^>]+>", "", text).strip() for text in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", html, re.S)]


@pytest.mark.parametrize("path", ["/en/news/", "/tr/news/", "/el/news/"])
def test_the_news_index_takes_as_many_queries_for_fifty_news_as_for_one(client, news, path):
    first = make_news(news.en, "First", cities=["tirana"], topics=["youth"])
    make_news(news.tr, "Birinci", cities=["tirana"], topics=["youth"], source=first)
    make_news(news.en, "Second", cities=["sofia"])
    one = queries_of(client, path)
    for number in range(50):
        make_news(news.en, f"News {number}", cities=["sofia", "athens"], topics=["youth"])

    assert queries_of(client, path) == one


@pytest.mark.parametrize("path", ["/en/events/", "/tr/events/", "/el/events/"])
def test_the_event_index_takes_as_many_queries_for_fifty_events_as_for_one(client, events, path):
    first = make_event(events.en, "First", city_slug="tirana")
    make_event(events.tr, "Birinci", city_slug="tirana", source=first)
    make_event(events.en, "Second", city_slug="sofia")
    one = queries_of(client, path)
    for number in range(50):
        make_event(events.en, f"Event {number}", city_slug="athens")

    assert queries_of(client, path) == one


def test_a_news_item_takes_as_many_queries_for_three_cities_as_for_one(client, news):
    make_news(news.en, "One", slug="one", cities=["tirana"], topics=["youth"])
    make_news(news.en, "Three", slug="three", cities=["tirana", "sofia", "athens"], topics=["youth", "membership"])

    assert queries_of(client, "/en/news/three/") == queries_of(client, "/en/news/one/")


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-1", "page=2", "page=two", "page=", "year=2020", "year=-2024", "year=last", "topic=sport"],
)
def test_news_under_a_choice_that_does_not_exist_are_not_found(client, news, query):
    make_news(news.en, "News", "2024-05-22")

    read(client, f"/en/news/?{query}", status=404)


@pytest.mark.parametrize(
    "query", ["page=1", "year=2024", "year=", "topic=youth", "topic=", "year=2024&topic=youth", "utm=x"]
)
def test_news_are_found_under_a_choice_that_exists(client, news, query):
    make_news(news.en, "Youth summit opens", "2024-06-11", topics=["youth"])

    assert "Youth summit opens" in read(client, f"/en/news/?{query}")


def test_news_are_narrowed_by_the_year_of_the_address(client, news):
    make_news(news.en, "Athens takes over", "2023-01-23")
    make_news(news.en, "Tirana takes over", "2024-01-30")

    html = read(client, "/en/news/?year=2023")

    assert "Athens takes over" in html
    assert "Tirana takes over" not in html
    assert re.findall(r'href="([^"]*)" aria-current="true">(\d{4})<', html) == [("/en/news/2023/", "2023")]


def test_the_second_page_keeps_the_choice_and_has_its_own_address(client, news):
    for number in range(41):
        make_news(news.en, f"News {number}", topics=["youth"])

    html = read(client, "/en/news/?topic=youth&page=2")

    assert 'rel="prev" href="?topic=youth&amp;page=1"' in html
    assert 'rel="next" href="?topic=youth&amp;page=3"' in html
    assert '<link rel="canonical" href="http://localhost:8000/en/news/topic/youth/?page=2">' in html
    assert 'rel="alternate" hreflang' not in html


def test_untranslated_news_stand_under_a_heading_of_their_own_and_say_their_language(client, news):
    make_news(news.tr, "Başkanlık Tiran’da", "2024-01-30", slug="tiran")
    make_news(news.en, "Sofia takes over", "2025-02-24", slug="sofia", summary="The mayor became president.")

    html = read(client, "/tr/news/")

    assert headings(html) == ["Index", "2024", "İngilizce", "2025"]
    own, english = html.split('id="in-english"')
    assert '<a href="/tr/news/tiran/">Başkanlık Tiran’da</a>' in own
    assert '<a href="/en/news/sofia/" lang="en" hreflang="en">Sofia takes over</a>' in english
    assert '<p class="entry__text" lang="en">The mayor became president.</p>' in english


def test_english_news_are_not_called_foreign_in_english(client, news):
    make_news(news.en, "Sofia takes over", slug="sofia")

    html = read(client, "/en/news/")

    assert '<a href="/en/news/sofia/">Sofia takes over</a>' in html
    assert 'id="in-english"' not in html


@pytest.mark.parametrize(
    ("code", "month", "year"),
    [("en", "June 2022", "2023"), ("tr", "Haziran 2022", "2023"), ("el", "Ιούνιος 2022", "2023")],
)
def test_a_date_is_shown_as_far_as_it_is_known(client, news, code, month, year):
    make_news(getattr(news, code), "Month", "2022-06-15", slug="month", precision="month")
    make_news(getattr(news, code), "Year", "2023-06-15", slug="year", precision="year")

    assert f'<time datetime="2022-06">{month}</time>' in read(client, f"/{code}/news/month/")
    assert f'<time datetime="2023">{year}</time>' in read(client, f"/{code}/news/year/")
    assert f'<time datetime="2022-06">{month}</time>' in read(client, f"/{code}/news/")


def test_a_news_item_has_one_heading_its_topics_and_its_source(client, news):
    make_news(
        news.en,
        "Tirana takes over",
        "2024-01-30",
        slug="tirana",
        topics=["presidency"],
        source_url="https://www.example.org/paper?id=1",
        certainty="medium",
    )

    html = read(client, "/en/news/tirana/")

    assert headings(html) == ["Tirana takes over"]
    assert '<a href="/en/news/topic/presidency/">Presidency</a>' in html
    assert '<a href="https://www.example.org/paper?id=1" rel="external noopener">example.org</a>' in html
    assert "Supported by one source" in html


def test_a_source_that_is_on_no_page_is_named(client, news):
    make_news(news.en, "Rules dated", slug="rules", source_name="Working Principles, January 2024")

    assert "<dd>Working Principles, January 2024</dd>" in read(client, "/en/news/rules/")


@pytest.mark.parametrize("kind", ["ball", "annual_summit", "annual-summit "])
def test_events_of_an_unknown_kind_are_not_found(client, events, kind):
    make_event(events.en, "Tirana Summit", kind="annual-summit")

    read(client, f"/en/events/?kind={kind}", status=404)


def test_events_are_narrowed_by_the_kind_of_the_address(client, events):
    make_event(events.en, "Tirana Summit", kind="annual-summit")
    make_event(events.en, "Climate group", kind="working-groups")

    html = read(client, "/en/events/?kind=working-groups")

    assert "Climate group" in html
    assert "Tirana Summit" not in html


@pytest.mark.parametrize(
    ("today", "part"),
    [("2024-01-28", "upcoming"), ("2024-01-29", "upcoming"), ("2024-01-31", "upcoming"), ("2024-02-01", "past")],
)
def test_an_event_moves_from_upcoming_to_past_by_the_day(client, events, time_machine, today, part):
    time_machine.move_to(f"{today}T12:00:00+03:00")
    make_event(events.en, "Tirana Summit", "2024-01-29", "2024-01-31")

    upcoming, past = read(client, "/en/events/").split('<h2 id="past">')

    assert ("Tirana Summit" in upcoming, "Tirana Summit" in past) == (part == "upcoming", part == "past")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2024-01-28", ["Upcoming"]),
        ("2024-01-29", ["Taking place now"]),
        ("2024-01-31", ["Taking place now"]),
        ("2024-02-01", []),
    ],
)
def test_an_event_says_where_it_stands_until_it_is_past(client, events, time_machine, today, said):
    time_machine.move_to(f"{today}T12:00:00+03:00")
    make_event(events.en, "Tirana Summit", "2024-01-29", "2024-01-31", slug="tirana")

    html = read(client, "/en/events/tirana/")

    assert re.findall(r'<strong class="status[^"]*">([^<]*)<', html) == said


@pytest.mark.parametrize(
    ("code", "days", "month"),
    [
        ("en", "29–31 January 2024", "June 2022"),
        ("tr", "29–31 Ocak 2024", "Haziran 2022"),
        ("el", "29–31 Ιανουαρίου 2024", "Ιούνιος 2022"),
    ],
)
def test_an_event_shows_its_days_in_the_language(client, events, code, days, month):
    make_event(getattr(events, code), "Summit", "2024-01-29", "2024-01-31", slug="summit")
    make_event(getattr(events, code), "Meeting", "2022-06-01", "2022-06-30", slug="meeting", precision="month")

    assert f'<time datetime="2024-01-29">{days}</time>' in read(client, f"/{code}/events/summit/")
    assert f'<time datetime="2022-06">{month}</time>' in read(client, f"/{code}/events/meeting/")


def test_an_event_shows_host_participants_and_outcome(client, events):
    make_event(
        events.en,
        "B40 Tirana Summit",
        slug="tirana",
        kind="annual-summit",
        host="Municipality of Tirana",
        attendees="54 cities",
        outcome="Presidency passed to Tirana",
    )

    html = read(client, "/en/events/tirana/")

    assert headings(html) == ["B40 Tirana Summit"]
    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    assert facts[1:] == [
        ("Host", "Municipality of Tirana"),
        ("Participants", "54 cities"),
        ("Outcome", "Presidency passed to Tirana"),
    ]


def test_untranslated_events_stand_in_english_below_the_own_ones(client, events, time_machine):
    time_machine.move_to("2024-02-01T12:00:00+03:00")
    make_event(events.tr, "Tiran Zirvesi", slug="tiran")
    make_event(events.en, "Athens Summit", "2023-01-22", "2023-01-24", slug="athens")
    make_event(events.en, "Sofia Summit", "2025-02-23", "2025-02-25", slug="sofia")

    html = read(client, "/tr/events/")

    assert headings(html) == ["Index", "Yaklaşan", "İngilizce", "Geçmiş", "İngilizce"]
    assert '<a href="/en/events/athens/" lang="en" hreflang="en">Athens Summit</a>' in html


def test_an_empty_index_says_so(client, news, events):
    assert "Nothing is listed here yet." in read(client, "/en/news/")
    assert "No event is announced at present." in read(client, "/en/events/")
