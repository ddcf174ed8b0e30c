"""Tests of the calendars: the events of one language, each with its days, its place and its footnote."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from membership.models import CityName
from news.models import EventPage
from news.templatetags.events import event_file_address
from tests.membership.factories import CityFactory
from tests.news import ics
from tests.news.builders import make_event

FORMULA = "This designation is without prejudice to positions on status"


def entries(client, path="/en/events/calendar.ics") -> list[ics.Component]:
    answer = client.get(path)
    assert answer.status_code == 200
    return ics.events(answer.content)


def titles(client, path="/en/events/calendar.ics") -> list[str]:
    return [event.values["SUMMARY"] for event in entries(client, path)]


def queries_of(client, path) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_an_event_fills_its_days_until_before_the_day_after_the_last(client, events):
    event = make_event(
        events.en, "Tirana Summit", "2024-01-29", "2024-01-31", slug="tirana", summary="Mayors, observers; guests."
    )
    EventPage.objects.update(last_published_at=datetime(2024, 2, 1, 9, 30, tzinfo=UTC))

    (read,) = entries(client)

    assert read.values == {
        "UID": f"{event.translation_key}-en@b40network.org",
        "DTSTAMP": "20240201T093000Z",
        "LAST-MODIFIED": "20240201T093000Z",
        "SEQUENCE": "0",
        "STATUS": "CONFIRMED",
        "DTSTART": "20240129",
        "DTEND": "20240201",
        "SUMMARY": "Tirana Summit",
        "DESCRIPTION": "Mayors, observers; guests.",
        "URL": "http://localhost:8000/en/events/tirana/",
        "TRANSP": "TRANSPARENT",
    }
    assert read.parameters["DTSTART"] == read.parameters["DTEND"] == "VALUE=DATE"
    assert read.parameters["SUMMARY"] == "LANGUAGE=en"


def test_an_event_of_the_last_day_of_a_year_ends_in_the_next(client, events):
    make_event(events.en, "Eve", "2024-12-31", "2024-12-31")

    (read,) = entries(client)

    assert (read.values["DTSTART"], read.values["DTEND"]) == ("20241231", "20250101")


def test_the_identifier_stays_when_title_address_and_days_change(client, events):
    make_event(events.en, "Summit", slug="summit")
    (before,) = entries(client)
    event = EventPage.objects.get(slug="summit")
    event.title, event.slug, event.start = "Forum", "forum", datetime(2024, 1, 30, tzinfo=UTC).date()
    event.save()

    (after,) = entries(client)

    assert (after.values["SUMMARY"], after.values["DTSTART"]) == ("Forum", "20240130")
    assert after.values["UID"] == before.values["UID"]


def test_a_language_has_its_own_events_only_in_the_order_of_their_days(client, events):
    late = make_event(events.en, "Late", "2024-05-01", "2024-05-01")
    make_event(events.en, "Early", "2023-05-01", "2023-05-01")
    make_event(events.tr, "Geç", "2024-05-01", "2024-05-01", source=late)

    assert titles(client) == ["Early", "Late"]
    assert titles(client, "/tr/events/calendar.ics") == ["Geç"]
    assert titles(client, "/el/events/calendar.ics") == []
    assert titles(client, "/sl/events/calendar.ics") == []


def test_drafts_private_events_and_days_not_known_are_left_out(client, events):
    make_event(events.en, "Known", slug="known")
    make_event(events.en, "Draft", live=False)
    make_event(events.en, "Month", "2024-06-01", "2024-06-30", precision="month", slug="month")
    make_event(events.en, "Year", "2024-01-01", "2024-12-31", precision="year")
    secret = make_event(events.en, "Secret", slug="secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")

    assert titles(client) == ["Known"]
    assert client.get("/en/events/month/event.ics").status_code == 404
    assert client.get("/en/events/secret/event.ics").status_code == 404


def test_the_place_has_its_name_in_the_language(client, events):
    city = CityFactory(slug="tirana", name_en="Tirana")
    CityName.objects.create(city=city, language="tr", name="Tiran")
    make_event(events.tr, "Zirve", city_slug="tirana")
    make_event(events.en, "Summit", city_slug="tirana")
    make_event(events.el, "Άγνωστο", city_slug="nobody-knows")

    places = {
        code: entries(client, f"/{code}/events/calendar.ics")[0].values.get("LOCATION") for code in ("en", "tr", "el")
    }
    assert places == {"en": "Tirana", "tr": "Tiran", "el": None}


@pytest.mark.parametrize("fields", [{"title": "Meeting in Kosovo*"}, {"title": "Meeting", "summary": "In Kosovo*."}])
def test_what_names_kosovo_carries_the_footnote(client, events, fields):
    make_event(events.en, **fields)
    make_event(events.en, "Summit", "2024-06-01", "2024-06-01", summary="In Tirana.")

    named, other = entries(client)

    assert FORMULA in named.values["DESCRIPTION"]
    assert other.values["DESCRIPTION"] == "In Tirana."


def test_the_footnote_is_in_the_language_of_the_event(client, events):
    make_event(events.tr, "Kosova* toplantısı")

    (read,) = entries(client, "/tr/events/calendar.ics")

    assert "1244" in read.values["DESCRIPTION"]
    assert FORMULA not in read.values["DESCRIPTION"]
    assert "Kosova*" in read.values["SUMMARY"]


def test_a_translation_by_a_machine_says_so(client, events):
    make_event(events.en, "Summit", summary="Mayors meet.", origin="machine")

    (read,) = entries(client)

    assert read.values["DESCRIPTION"] == (
        "Mayors meet.\n\nThis text was translated by a machine and has not yet been checked by a person."
    )


@pytest.mark.parametrize(
    "title",
    [
        "Σύνοδος δημάρχων των Βαλκανίων για το κλίμα, τη δημοκρατία και την ψηφιακή μετάβαση",
        "Састанак на градоначалници: клима, демократија; дигитална транзиција и културна соработка",
        "🧵👩‍👩‍👧 🇦🇱🇧🇬 " * 12,
        "Backslash \\ and \\n, semicolon; comma",
    ],
)
def test_a_title_of_any_script_is_read_back_whole(client, events, title):
    make_event(events.el, title, slug="long")

    assert titles(client, "/el/events/calendar.ics") == [title]
    assert titles(client, "/el/events/long/event.ics") == [title]


def test_an_event_has_a_file_below_its_own_page_with_the_same_identifier(client, events):
    make_event(events.en, "Sofia", slug="sofia")
    make_event(events.en, "Athens", slug="athens")

    (alone,) = entries(client, "/en/events/athens/event.ics")

    assert alone.values["SUMMARY"] == "Athens"
    assert alone.values["UID"] in {event.values["UID"] for event in entries(client)}


def test_another_spelling_of_the_address_leads_to_the_file(client, events):
    english = make_event(events.en, "Athens", slug="athens")
    make_event(events.tr, "Atina", slug="atina", source=english)

    answer = client.get("/tr/events/athens/event.ics")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/tr/events/atina/event.ics")


@pytest.mark.parametrize(
    "path",
    ["/tr/events/athens/event.ics", "/en/events/event.ics", "/en/events/nothing/event.ics", "/en/events/athens/x.ics"],
)
def test_what_is_no_event_of_the_language_has_no_file(client, events, path):
    make_event(events.en, "Athens", slug="athens")

    assert client.get(path).status_code == 404


def test_the_index_and_the_page_of_an_event_link_to_their_files(client, events):
    make_event(events.en, "Athens", slug="athens")
    make_event(events.en, "Some day", "2024-06-01", "2024-06-30", precision="month", slug="some-day")

    assert '<a href="/en/events/calendar.ics">Add to your calendar</a>' in client.get("/en/events/").content.decode()
    assert '<a href="/en/events/athens/event.ics">Add to your calendar</a>' in page(client, "/en/events/athens/")
    assert "event.ics" not in page(client, "/en/events/some-day/")


def test_a_page_that_is_not_translated_links_to_the_file_of_its_text(client, events):
    make_event(events.en, "Athens", slug="athens")

    assert '<a href="/en/events/athens/event.ics" hreflang="en">' in page(client, "/tr/events/athens/")


def test_an_event_that_is_not_public_offers_no_file(events):
    draft, secret = make_event(events.en, "Draft", live=False), make_event(events.en, "Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")

    assert [event_file_address(page) for page in (draft, secret)] == ["", ""]


def page(client, path) -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/en/events/calendar.ics", "/en/events/event-1/event.ics"])
def test_a_calendar_takes_as_many_queries_for_fifty_events_as_for_five(client, events, path):
    for number in range(5):
        make_event(events.en, f"Event {number}", slug=f"event-{number}", city_slug=CityFactory(slug=f"c{number}").slug)
    five = queries_of(client, path)
    for number in range(5, 50):
        make_event(events.en, f"Event {number}", slug=f"event-{number}", city_slug=CityFactory(slug=f"c{number}").slug)

    assert queries_of(client, path) == five


@pytest.mark.parametrize("path", ["/tr/events/calendar.ics", "/tr/events/atina/event.ics"])
def test_a_calendar_is_kept_for_a_while_and_not_sent_again(client, events, path):
    make_event(events.tr, "Atina", slug="atina")

    answer = client.get(path)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Language"] == "tr"
    assert answer.headers["Cache-Control"] == "public, max-age=900"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (answer.cookies, answer.headers.get("Vary")) == ({}, None)
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert client.post(path).status_code == 405
