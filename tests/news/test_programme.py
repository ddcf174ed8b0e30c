"""Programmes, cities present, documents and news of an event, and the office that wrote an item."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone, translation
from icalendar import Calendar
from wagtail.documents import get_document_model
from wagtail.models import Page

from b40.steps import STEPS
from membership.models import MemberIndexPage, WorkingGroup
from membership.services.timers import run_due
from news.blocks import ProgrammeEntryBlock
from news.models import EventCity, EventPaper
from news.programme import programme
from news.zones import moment, offset_of, zone_of
from tests.membership.factories import CityFactory, MemberFactory
from tests.news.builders import make_event, make_news
from tests.news.test_pages import read

pytestmark = pytest.mark.django_db

PROGRAMME = [
    {"type": "day", "value": {"day": "2024-01-30", "entries": [
        {"start": "14:00", "end": None, "title": "Assembly", "place": "Hall", "text": ""},
        {"start": "09:30", "end": "10:15", "title": "Opening", "place": "", "text": "Words"},
    ]}},
    {"type": "day", "value": {"day": "2024-01-29", "entries": [
        {"start": "20:00", "end": None, "title": "Arrival", "place": "", "text": ""},
    ]}},
]  # fmt: skip


@pytest.fixture
def summit(events):
    MemberFactory(city=CityFactory(slug="tirana", country="AL", name_en="Tirana"))
    event = make_event(events.en, "Summit", slug="summit", city_slug="tirana")
    event.programme = event._meta.get_field("programme").stream_block.to_python(PROGRAMME)
    event.save()
    return event


def test_a_programme_is_in_the_order_of_its_times_by_the_clock_of_the_host(summit):
    found = programme(summit)

    assert [(day.day, [entry.title for entry in day.entries]) for day in found.days] == [
        (date(2024, 1, 29), ["Arrival"]),
        (date(2024, 1, 30), ["Opening", "Assembly"]),
    ]
    assert (found.zone, found.offset) == ("Europe/Tirane", "UTC+1")
    assert found.days[1].entries[0].start.isoformat() == "2024-01-30T09:30:00+01:00"


def test_the_page_shows_the_programme_with_moments_for_other_clocks(client, summit):
    page = read(client, "/en/events/summit/")

    assert '<time datetime="2024-01-30T09:30:00+01:00">09:30</time>' in page
    assert "All times are those of the host city (UTC+1)." in page
    assert 'data-zone="Europe/Tirane"' in page


def test_times_are_written_as_the_language_writes_them(summit):
    with translation.override("el"):
        assert programme(summit).days[0].entries[0].clock == "8:00\u202fμ.μ."


@pytest.mark.parametrize(
    ("country", "day", "offset"),
    [
        ("TR", date(2026, 1, 26), "UTC+3"),
        ("GR", date(2026, 1, 26), "UTC+2"),
        ("GR", date(2026, 7, 1), "UTC+3"),
        ("XK", date(2026, 1, 26), "UTC+1"),
        ("", date(2026, 7, 1), "UTC+3"),
    ],
)
def test_the_clock_is_that_of_the_country_on_the_day(country, day, offset):
    assert offset_of(moment(day, time(9), zone_of(country))) == offset


@pytest.mark.parametrize(
    ("zone", "offset"), [("UTC", "UTC"), ("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC−3:30")]
)
def test_an_offset_may_be_none_half_an_hour_or_west(zone, offset):
    assert offset_of(moment(date(2026, 1, 1), time(9), ZoneInfo(zone))) == offset


@pytest.mark.parametrize("end", ["09:00", "08:59"])
def test_an_entry_that_ends_before_it_begins_is_refused(end):
    block = ProgrammeEntryBlock()
    entry = block.to_python({"start": "09:00", "end": end, "title": "Opening", "place": "", "text": ""})

    with pytest.raises(ValidationError):
        block.clean(entry)


def test_an_event_shows_who_was_there_its_documents_and_its_news(client, events, news, summit):
    for slug, name in (("nis", "Niš"), ("athens", "Athens")):
        MemberFactory(city=CityFactory(slug=slug, name_en=name))
        EventCity.objects.create(page=summit, slug=slug)
    paper = get_document_model().objects.create(title="Closing declaration", file=ContentFile(b"words", "closing.txt"))
    EventPaper.objects.create(page=summit, document=paper)
    make_news(news.en, "Summit opened", event=summit)
    make_news(news.en, "Something else")

    page = read(client, "/en/events/summit/")

    present = page.split("Cities on record as present")[1]
    assert present.index("Athens") < present.index("Niš")
    assert "Closing declaration" in page
    assert "TXT" in page
    assert "Summit opened" in page
    assert "Something else" not in page
    assert "Place on the map" in page


def test_news_of_an_event_are_found_in_every_language(client, homes, events, news, summit):
    make_event(events.tr, "Zirve", slug="zirve", source=summit)
    english = make_news(news.en, "Summit opened", slug="opened", event=summit)
    make_news(news.tr, "Zirve başladı", slug="acildi", source=english, event=summit)

    assert "Zirve başladı" in read(client, "/tr/events/zirve/")
    assert "/tr/events/zirve/" in read(client, "/tr/news/acildi/")


def test_a_city_shows_the_events_it_hosted_or_attended_and_none_to_come(client, homes, events, summit):
    Page.objects.get(pk=homes["en"].pk).specific.add_child(instance=MemberIndexPage(title="Members", slug="members"))
    MemberFactory(city=CityFactory(slug="nis", name_en="Niš"))
    EventCity.objects.create(page=summit, slug="nis")
    soon = timezone.localdate() + timedelta(days=9)
    coming = make_event(events.en, "To come", soon.isoformat(), soon.isoformat(), city_slug="tirana")
    EventCity.objects.create(page=coming, slug="nis")

    for slug in ("nis", "tirana"):
        page = read(client, f"/en/members/{slug}/")
        assert ("Summit</a>" in page, "To come" in page) == (True, False)


def test_a_working_group_has_a_calendar_of_its_own(client, events):
    WorkingGroup.objects.create(key="climate", name_en="Local Climate Action")
    make_event(events.en, "Climate", group_key="climate", kind="working-groups")
    make_event(events.en, "Other", kind="working-groups")

    answer = client.get("/en/events/calendar-of-group-climate.ics")

    titles = [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")]
    assert titles == ["Climate"]
    assert client.get("/en/events/calendar-of-group-none.ics").status_code == 404


def test_an_item_says_which_office_wrote_it(client, news):
    make_news(news.en, "Opened", slug="opened", author_office="Press office, City of Niš")

    assert "Press office, City of Niš" in read(client, "/en/news/opened/")


def test_the_press_finds_figures_and_the_sign_on_one_page(client, news):
    page = read(client, "/en/news/press/")

    assert page.count("<h1") == 1
    assert ["/static/img/wordmark.svg" in page, "/static/img/wordmark-white.svg" in page] == [True, True]
    assert "member cities in the records" in page
    assert 'href="/en/news/press/"' in read(client, "/en/news/")


def test_news_go_online_and_offline_at_the_time_that_was_set(client, news):
    now = timezone.now()
    item = make_news(news.en, "Soon", slug="soon", live=False)
    item.go_live_at, item.expire_at = now + timedelta(hours=1), now + timedelta(hours=3)
    item.save_revision(approved_go_live_at=item.go_live_at)

    shown = []
    for hours in (0, 2, 4):
        due(now + timedelta(hours=hours))
        shown.append(client.get("/en/news/soon/").status_code)

    assert shown == [404, 200, 410]


def due(moment) -> None:
    """Run at a moment what is due then."""
    with time_machine.travel(moment, tick=False):
        run_due(moment, steps=STEPS)
