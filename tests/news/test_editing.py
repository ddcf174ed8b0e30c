"""Tests of the forms in which editors write news and events."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from news.models import EventPage, NewsPage
from pages import places
from tests.news.builders import make_event


@pytest.fixture
def office(client, monkeypatch, db):
    """A client logged in as an administrator, where two cities are in the records."""
    monkeypatch.setattr(places, "_providers", [lambda: [("tirana", "Tirana"), ("sofia", "Sofia")]])
    client.force_login(get_user_model().objects.create_superuser("office", "office@example.org", "not-used-here"))
    return client


def add_address(page_model, index) -> str:
    return reverse("wagtailadmin_pages:add", args=("news", page_model._meta.model_name, index.pk))


def form(**fields) -> dict:
    """Return the fields every page has, and those given."""
    empty = {"summary": "", "seo_title": "", "search_description": "", "menu_title": "", "body": streamfield([])}
    empty |= {"programme": streamfield([]), "cities_present": inline_formset([]), "papers": inline_formset([])}
    unlisted = {"comments": inline_formset([]), "go_live_at": "", "expire_at": "", "source_url": "", "source_name": ""}
    stated = {
        "origin": "original",
        "certainty": "high",
        "precision": "day",
        "course": "as-planned",
        "action-publish": "publish",
    }
    return nested_form_data({**empty, **unlisted, **stated, **fields})


def test_a_news_item_is_published_with_its_cities_and_topics(office, news):
    answer = office.post(
        add_address(NewsPage, news.en),
        form(
            title="Executive Committee to meet in Tirana",
            slug="executive-committee-to-meet",
            date="2024-12-07",
            precision="month",
            cities=inline_formset([{"slug": "tirana"}, {"slug": "sofia"}]),
            topics=inline_formset([{"topic": "executive-committee"}]),
        ),
    )

    item = NewsPage.objects.get()
    assert answer.status_code == 302
    assert (item.live, item.date, item.city_slugs) == (True, date(2024, 12, 1), ["tirana", "sofia"])


def test_a_news_item_names_no_city_outside_the_records(office, news):
    answer = office.post(
        add_address(NewsPage, news.en),
        form(
            title="A visit",
            slug="a-visit",
            date="2024-12-07",
            cities=inline_formset([{"slug": "atlantis"}]),
            topics=inline_formset([]),
        ),
    )

    assert answer.status_code == 200
    assert NewsPage.objects.count() == 0


def test_an_event_of_one_day_needs_no_last_day(office, events):
    office.post(
        add_address(EventPage, events.en),
        form(
            title="Executive Committee meeting",
            slug="executive-committee-meeting",
            kind="executive-committee",
            start="2024-12-07",
            end="",
            city_slug="tirana",
            host="",
            attendees="",
            outcome="",
        ),
    )

    event = EventPage.objects.get()
    assert (event.live, event.start, event.end) == (True, date(2024, 12, 7), date(2024, 12, 7))


def test_an_editor_is_told_when_an_event_ends_before_it_begins(office, events):
    answer = office.post(
        add_address(EventPage, events.en),
        form(
            title="A summit",
            slug="a-summit",
            kind="annual-summit",
            start="2025-02-23",
            end="2025-02-22",
            city_slug="",
            host="",
            attendees="",
            outcome="",
        ),
    )

    assert "The last day lies before the first day." in answer.content.decode()
    assert EventPage.objects.count() == 0


def test_the_form_of_an_event_shows_the_chosen_city(office, events):
    event = make_event(events.en, "Sofia Summit", city_slug="sofia")

    answer = office.get(reverse("wagtailadmin_pages:edit", args=(event.pk,)))

    assert '<option value="sofia" selected>Sofia</option>' in answer.content.decode()
