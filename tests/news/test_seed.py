"""Tests of loading the news and events the site starts with."""

from datetime import date

import pytest
from wagtail.models import Page, Revision

from b40.seed.news import load_news
from b40.seed.rows import RowError
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage

MEMBERS = "slug,name_en\ntirana,Tirana\nsarajevo,Sarajevo\n"
NEWS = "slug,date,headline,headline_tr,city,topic,summary,summary_tr,source_url,source_name,certainty\n"
EVENTS = (
    "slug,title,title_tr,kind,city,start_date,end_date,host,host_tr,attendees,attendees_tr,"
    "outcome,outcome_tr,source_url,certainty\n"
)
NEWS_ROW = (
    "arrivals,2024-01,Delegations arrive,Heyetler geldi,Tirana; Sarajevo,Annual Summit; Youth,They came.,,,Notes,high\n"
)
EVENT_ROW = (
    "summit,Summit,,annual summit,Tirana,2024-01-29,2024-01-31,Tirana,,54 cities,,Signed,,https://example.org/,high\n"
)


@pytest.fixture
def facts(tmp_path):
    """A folder with one news item in two languages and one event in English only."""
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    write(tmp_path, news=NEWS_ROW, events=EVENT_ROW)
    return tmp_path


def write(folder, *, news="", events=""):
    (folder / "news.csv").write_text(NEWS + news, encoding="utf-8")
    (folder / "summits.csv").write_text(EVENTS + events, encoding="utf-8")


def test_indexes_are_made_in_every_language_as_translations_of_each_other(homes, facts):
    load_news(homes, facts)

    for model in (NewsIndexPage, EventIndexPage):
        indexes = model.objects.select_related("locale")
        assert {index.locale.language_code for index in indexes} == {"en", "tr", "el"}
        assert len({index.translation_key for index in indexes}) == 1


def test_a_news_row_becomes_a_page_in_both_languages(homes, facts):
    load_news(homes, facts)

    english, turkish = (NewsPage.objects.get(locale=homes[code].locale) for code in ("en", "tr"))
    assert (english.title, english.origin, english.live) == ("Delegations arrive", "original", True)
    assert (turkish.title, turkish.origin, turkish.live) == ("Heyetler geldi", "machine", True)
    assert (english.date, english.precision) == (date(2024, 1, 1), "month")
    assert english.city_slugs == ["tirana", "sarajevo"]
    assert [row.topic for row in turkish.topics.all()] == ["annual-summit", "youth"]
    assert english.source_name == "Notes"
    assert english.translation_key == turkish.translation_key


def test_a_row_without_turkish_text_has_no_turkish_page(homes, facts):
    load_news(homes, facts)

    event = EventPage.objects.get()
    assert (event.locale.language_code, event.kind, event.city_slug) == ("en", "annual-summit", "tirana")
    assert (event.start, event.end) == (date(2024, 1, 29), date(2024, 1, 31))


def test_a_second_run_changes_nothing(homes, facts):
    load_news(homes, facts)
    before = list(Page.objects.order_by("pk").values())

    load_news(homes, facts)

    assert list(Page.objects.order_by("pk").values()) == before
    assert Revision.objects.count() == 0


def test_a_second_run_leaves_what_an_editor_changed(homes, facts):
    load_news(homes, facts)
    english = NewsPage.objects.get(locale=homes["en"].locale)
    english.title, english.slug = "Delegations have arrived", "delegations-have-arrived"
    english.save_revision().publish()
    NewsPage.objects.get(locale=homes["tr"].locale).delete()

    load_news(homes, facts)

    assert [page.title for page in NewsPage.objects.all()] == ["Delegations have arrived"]


def test_a_second_run_adds_a_new_row(homes, facts):
    load_news(homes, facts)
    write(facts, news=NEWS_ROW + NEWS_ROW.replace("arrivals", "departures"), events=EVENT_ROW)

    load_news(homes, facts)

    assert sorted(NewsPage.objects.filter(locale=homes["en"].locale).values_list("slug", flat=True)) == [
        "arrivals",
        "departures",
    ]


def test_a_doubtful_fact_waits_as_a_draft(homes, facts):
    write(facts, news=NEWS_ROW.replace(",high", ",low"))

    load_news(homes, facts)

    assert [page.live for page in NewsPage.objects.all()] == [False, False]


@pytest.mark.parametrize(
    ("news", "events", "message"),
    [
        ("", EVENT_ROW.replace("annual summit", "ball"), "summits.csv, line 2: 'ball' is none of annual-summit, "),
        (NEWS_ROW.replace("Youth", "Sport"), "", "news.csv, line 2: 'Sport' is none of network, "),
        (NEWS_ROW.replace("2024-01", "January"), "", "news.csv, line 2: not a date as "),
        (NEWS_ROW.replace("Sarajevo", "Atlantis"), "", "news.csv, line 2: members.csv has no city 'Atlantis'."),
        (NEWS_ROW + NEWS_ROW, "", "news.csv, line 3: the slug 'arrivals' is empty or used twice."),
        (NEWS_ROW.replace("high", "sure"), "", "news.csv, line 2: 'sure' is none of high, medium, low."),
        ("", EVENT_ROW.replace("01-31", "01-28"), "summits.csv, line 2: '2024-01-28' cannot be the end of "),
        ("", EVENT_ROW.replace("2024-01-31", "2024-02"), "summits.csv, line 2: '2024-02' cannot be the end of "),
    ],
    ids=["kind", "topic", "date", "city", "slug", "certainty", "end before start", "end less precise"],
)
def test_a_wrong_row_stops_the_loading_before_anything_is_written(homes, facts, news, events, message):
    write(facts, news=news, events=events)

    with pytest.raises(RowError) as refused:
        load_news(homes, facts)

    assert str(refused.value).startswith(message)
    assert NewsIndexPage.objects.count() == 0


def test_a_missing_column_is_named(homes, facts):
    (facts / "news.csv").write_text("slug,headline\na,A\n", encoding="utf-8")

    with pytest.raises(RowError, match=r"^news\.csv has no column 'date'\.$"):
        load_news(homes, facts)


def test_all_facts_are_loaded(homes):
    load_news(homes)

    for code in ("en", "tr"):
        assert NewsPage.objects.live().filter(locale=homes[code].locale).count() == 58
        assert EventPage.objects.live().filter(locale=homes[code].locale).count() == 13
    kisela_voda = NewsPage.objects.get(locale=homes["en"].locale, slug="kisela-voda-admitted")
    assert (str(kisela_voda.known_date), kisela_voda.city_slugs) == ("2023", ["kisela-voda"])
