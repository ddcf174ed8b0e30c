"""Tests of what pages of other apps show of news and events."""

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.news.builders import make_event, make_news


def render(code, text, **context) -> str:
    with translation.override(code):
        return Template("{% load events %}" + text).render(Context(context))


def test_the_latest_news_are_in_the_language_of_the_reader(news):
    make_news(news.en, "News")
    make_news(news.tr, "Haber")
    text = "{% latest_news 3 as found %}{% for item in found %}{{ item.title }} ({{ item.language.lang }}){% endfor %}"

    assert render("tr", text) == "Haber (tr)"
    assert render("el", text) == "News (en)"


def test_the_nearest_event_follows_the_day(events, time_machine):
    time_machine.move_to("2024-01-31T23:30:00+03:00")
    make_event(events.en, "Athens Summit", "2023-01-22", "2023-01-24")
    make_event(events.en, "Tirana Summit", "2024-01-29", "2024-01-31")
    text = "{% nearest_event as event %}{{ event.title }} – {{ event|state }}"

    assert render("en", text) == "Tirana Summit – now"


def test_the_day_changes_at_midnight_in_istanbul(events, time_machine):
    time_machine.move_to("2024-02-01T00:30:00+03:00")
    event = make_event(events.en, "Tirana Summit", "2024-01-29", "2024-01-31")

    assert render("en", "{{ event|state }}", event=event) == "past"


def test_summits_are_the_annual_ones_and_meetings_are_all(events):
    make_event(events.en, "Athens Summit", "2023-01-22", "2023-01-24", kind="annual-summit")
    make_event(events.en, "Working groups", "2023-11-01", "2023-11-30", kind="working-groups")
    loop = "{% for event in found %}{{ event.title }};{% endfor %}"

    assert render("en", "{% summits as found %}" + loop) == "Athens Summit;"
    assert render("en", "{% summits_and_meetings as found %}" + loop) == "Athens Summit;Working groups;"


def test_the_slugs_of_a_list_stand_there_once(news):
    make_news(news.en, "One", cities=["tirana", "sofia"])
    make_news(news.en, "Two", cities=["sofia", "athens"])

    text = "{% latest_news 2 as found %}{% place_slugs found as slugs %}{{ slugs|join:' ' }}"

    assert render("en", text) == "sofia athens tirana"


@pytest.mark.parametrize("tag", ["summits", "summits_and_meetings"])
@pytest.mark.parametrize("code", ["en", "el"])
def test_a_list_takes_as_many_queries_for_three_as_for_one(news, events, tag, code):
    text = (
        f"{{% {tag} as found %}}{{% place_slugs found as slugs %}}"
        "{% for page in found %}{{ page.language.lang }}{{ page.url }}{% endfor %}"
    )

    def queries() -> int:
        render(code, text)
        with CaptureQueriesContext(connection) as captured:
            render(code, text)
        return len(captured)

    make_news(news.en, "One", cities=["tirana"])
    make_event(events.en, "One", city_slug="tirana")
    one = queries()
    for number in range(2):
        make_news(news.en, f"News {number}", cities=["sofia", "athens"])
        make_event(events.en, f"Event {number}", city_slug="athens")

    assert queries() == one
