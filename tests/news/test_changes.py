"""Events that change: subscribers are told of each change, and that an event is cancelled or gone."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from icalendar import Calendar

from news.keeping import KEPT, forget_gone
from news.models import CalendarEntry, EventPage
from news.selectors import events as event_selectors
from tests.membership.factories import CityFactory
from tests.news import ics
from tests.news.builders import make_event
from tests.news.test_pages import queries_of, read

CALENDAR = "/en/events/calendar.ics"
NOW = datetime(2024, 1, 10, 9, 0, tzinfo=UTC)


def told(client, path: str = CALENDAR) -> list[tuple[str, int, str]]:
    """Return title, sequence and status of each event, as two readers understand them alike."""
    content = client.get(path).content
    first = [
        (str(event["SUMMARY"]), int(event["SEQUENCE"]), str(event["STATUS"]))
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]
    second = [
        (event.values["SUMMARY"], int(event.values["SEQUENCE"]), event.values["STATUS"])
        for event in ics.events(content)
    ]
    assert first == second
    return first


@pytest.fixture
def summit(events):
    event = make_event(events.en, "Summit", "2024-01-29", "2024-01-31", slug="summit")
    return publish(event)


def publish(event: EventPage, **changes) -> EventPage:
    event = EventPage.objects.get(pk=event.pk)
    for name, value in changes.items():
        setattr(event, name, value)
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Great summit"}, {"start": date(2024, 1, 28)}, {"end": date(2024, 2, 1)}, {"city_slug": "tirana"},
        {"course": "postponed"},
    ],
)  # fmt: skip
def test_a_change_of_what_a_calendar_shows_counts(client, summit, changes):
    before = told(client)[0][1]

    publish(summit, **changes)

    assert told(client)[0][1] == before + 1


@pytest.mark.parametrize("changes", [{}, {"outcome": "Signed."}, {"course_note": "Nothing."}])
def test_another_change_does_not_count(client, summit, changes):
    before = told(client)[0][1]

    publish(summit, **changes)

    assert told(client)[0][1] == before


def test_a_change_to_a_draft_does_not_count(client, summit):
    draft = EventPage.objects.get(pk=summit.pk)
    draft.title = "Draft"
    draft.save_revision()

    assert told(client) == [("Summit", 0, "CONFIRMED")]


def test_every_change_counts_once_and_back_again_too(client, summit):
    publish(summit, title="Other")
    publish(summit, title="Other")
    publish(summit, title="Summit")

    assert told(client) == [("Summit", 2, "CONFIRMED")]


@pytest.mark.parametrize(("course", "status"), [("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")])
def test_a_calendar_and_the_pages_say_that_an_event_is_not_held(client, summit, course, status):
    publish(summit, course=course, course_note="The airport is closed.")

    assert told(client) == [("Summit", 1, status)]
    assert "The airport is closed." in client.get(CALENDAR).content.decode().replace("\r\n ", "")
    page = read(client, "/en/events/summit/")
    assert f"This event is {course}." in page
    assert "The airport is closed." in page
    assert course.capitalize() in read(client, "/en/events/")


def test_a_cancelled_event_is_not_the_next(summit, events):
    make_event(events.en, "Meeting", "2024-03-01", "2024-03-01", slug="meeting")
    publish(summit, course="cancelled")

    assert event_selectors.nearest_event("en", today=date(2024, 1, 1)).title == "Meeting"


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_an_event_that_goes_stays_cancelled_for_subscribers(client, summit, end):
    getattr(EventPage.objects.get(pk=summit.pk), end)()

    assert told(client) == [("Summit", 1, "CANCELLED")]


def test_an_event_never_published_again_since_changes_count_stays_cancelled_too(client, events):
    make_event(events.en, "Old", slug="old").delete()

    assert told(client) == [("Old", 1, "CANCELLED")]


def test_a_draft_that_is_deleted_was_never_in_a_calendar(client, events):
    make_event(events.en, "Draft", slug="draft", live=False).delete()

    assert told(client) == []


def test_an_event_that_comes_back_is_confirmed_by_a_higher_number(client, summit):
    EventPage.objects.get(pk=summit.pk).unpublish()
    publish(summit)

    assert told(client) == [("Summit", 2, "CONFIRMED")]


def test_an_event_whose_day_is_not_known_any_more_leaves_the_calendar(client, summit):
    publish(summit, precision="month")

    assert told(client) == [("Summit", 1, "CANCELLED")]


def test_what_changed_before_changes_were_counted_is_newer_than_what_subscribers_have(client, events):
    event = make_event(events.en, "Seeded", slug="seeded")
    EventPage.objects.filter(pk=event.pk).update(first_published_at=NOW, last_published_at=NOW)

    publish(event, title="Changed")

    assert told(client) == [("Changed", 1, "CONFIRMED")]


def test_what_is_gone_for_two_years_is_forgotten_and_not_before(client, summit):
    EventPage.objects.get(pk=summit.pk).delete()
    gone_at = CalendarEntry.objects.get().gone_at

    assert forget_gone(gone_at + KEPT) == 0
    assert forget_gone(gone_at + KEPT + timedelta(seconds=1)) == 1
    assert told(client) == []


def test_each_language_counts_for_itself(client, summit, events):
    turkish = make_event(events.tr, "Zirve", "2024-01-29", "2024-01-31", slug="zirve", source=summit)
    publish(turkish)
    publish(turkish, title="Büyük zirve")

    assert told(client) == [("Summit", 0, "CONFIRMED")]
    assert told(client, "/tr/events/calendar.ics") == [("Büyük zirve", 1, "CONFIRMED")]


def test_a_subscriber_with_an_old_tag_gets_the_news_and_another_nothing(client, summit):
    tag = client.get(CALENDAR)["ETag"]
    assert client.get(CALENDAR, headers={"If-None-Match": tag}).status_code == 304

    publish(summit, course="cancelled")

    assert client.get(CALENDAR, headers={"If-None-Match": tag}).status_code == 200


def test_a_calendar_of_a_kind_has_that_kind_alone(client, summit, events):
    youth = make_event(events.en, "Youth", slug="youth", kind="youth-summit")
    make_event(events.en, "Gone", slug="gone", kind="youth-summit").delete()

    assert (
        told(client, "/en/events/calendar-youth-summit.ics")
        == [("Gone", 1, "CANCELLED"), ("Youth", 0, "CONFIRMED")][::-1]
    )
    assert youth.kind == "youth-summit"
    assert client.get("/en/events/calendar-party.ics").status_code == 404


def test_lines_are_folded_by_octets_in_greek_and_cyrillic(client, events):
    make_event(events.en, "Σύνοδος των πόλεων της Βαλκανικής " * 4, slug="greek", outcome="Самит градова Балкана " * 9)

    lines = client.get(CALENDAR).content.split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert told(client)[0][0].strip() == ("Σύνοδος των πόλεων της Βαλκανικής " * 4).strip()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("kind=youth-summit", {"Youth"}), ("year=2023", {"Youth"}), ("city=tirana", {"Summit"}),
        ("year=2024&city=tirana", {"Summit"}), ("year=2023&city=tirana", set()),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_by_kind_year_and_city_together(client, summit, events, query, titles):
    CityFactory(slug="tirana", name_en="Tirana")
    publish(summit, city_slug="tirana")
    make_event(events.en, "Youth", "2023-06-01", "2023-06-02", slug="youth", kind="youth-summit", city_slug="sofia")

    html = read(client, f"/en/events/?{query}")

    assert {title for title in ("Summit", "Youth") if f">{title}</a>" in html} == titles


@pytest.mark.parametrize(
    "query", ["year=0", "year=2022", "year=-1", "city=nowhere", "kind=party", "city=%00", "year=2024%0A"]
)
def test_what_nothing_is_listed_under_is_not_found(client, summit, query):
    read(client, f"/en/events/?{query}", status=404)


def test_the_calendar_takes_as_many_queries_for_many_events_as_for_few(client, summit, events):
    few = queries_of(client, CALENDAR)
    for number in range(10):
        publish(make_event(events.en, f"Event {number}", slug=f"event-{number}"))
        make_event(events.en, f"Gone {number}", slug=f"gone-{number}").delete()

    assert queries_of(client, CALENDAR) == few


def test_the_moment_of_a_change_is_told(client, summit):
    with time_machine.travel(NOW, tick=False):
        EventPage.objects.get(pk=summit.pk).unpublish()

    (event,) = Calendar.from_ical(client.get(CALENDAR).content).walk("VEVENT")
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == NOW
    assert timezone.is_aware(event.decoded("DTSTAMP"))
