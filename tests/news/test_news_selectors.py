"""Tests of reading news."""

import pytest
from django.core.paginator import EmptyPage
from wagtail.models import PageViewRestriction

from news.selectors.news import latest, listing, years
from tests.news.builders import make_news


def titles(items):
    return [item.title for item in items]


def test_news_are_listed_newest_first(news):
    make_news(news.en, "Older", "2023-01-23")
    make_news(news.en, "Newest", "2026-01-26")
    make_news(news.en, "Between", "2024-01-30")

    assert titles(listing("en").own) == ["Newest", "Between", "Older"]


def test_of_two_news_of_one_day_the_later_written_comes_first(news):
    make_news(news.en, "First", "2026-01-26")
    make_news(news.en, "Second", "2026-01-26")

    assert titles(listing("en").own) == ["Second", "First"]


def test_drafts_are_not_listed(news):
    make_news(news.en, "Published")
    make_news(news.en, "Draft", live=False)

    assert titles(listing("en").own) == ["Published"]


def test_private_news_are_not_listed(news):
    make_news(news.en, "Public")
    private = make_news(news.en, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    assert titles(listing("en").own) == ["Public"]


def test_untranslated_news_follow_in_english_apart(news):
    translated = make_news(news.en, "Athens takes over", "2023-01-23")
    make_news(news.tr, "Başkanlık Atina’da", "2023-01-23", source=translated)
    make_news(news.en, "Tirana takes over", "2024-01-30")

    found = listing("tr")

    assert titles(found.own) == ["Başkanlık Atina’da"]
    assert titles(found.english) == ["Tirana takes over"]


def test_news_whose_translation_is_a_draft_follow_in_english(news):
    source = make_news(news.en, "Athens takes over")
    make_news(news.tr, "Başkanlık Atina’da", source=source, live=False)

    found = listing("tr")

    assert titles(found.own) == []
    assert titles(found.english) == ["Athens takes over"]


def test_the_english_list_has_no_second_part(news):
    make_news(news.tr, "Yalnızca Türkçe")
    make_news(news.en, "In English")

    found = listing("en")

    assert titles(found.own) == ["In English"]
    assert titles(found.english) == []


def test_a_page_that_reaches_the_end_of_the_own_news_goes_on_in_english(news):
    for number in range(1, 19):
        make_news(news.tr, f"Haber {number}", f"2024-01-{number:02}")
    for number in range(1, 6):
        make_news(news.en, f"News {number}", f"2023-01-{number:02}")

    first, second = listing("tr", number=1), listing("tr", number=2)

    assert (len(first.own), titles(first.english)) == (18, ["News 5", "News 4"])
    assert (len(second.own), titles(second.english)) == (0, ["News 3", "News 2", "News 1"])


@pytest.mark.parametrize(("count", "pages"), [(20, 1), (21, 2)])
def test_a_page_holds_twenty_news(news, count, pages):
    for number in range(count):
        make_news(news.en, f"News {number}")

    assert listing("en").page.paginator.num_pages == pages
    with pytest.raises(EmptyPage):
        listing("en", number=pages + 1)


def test_an_empty_list_has_one_page(news):
    found = listing("en")

    assert (found.own, found.english, found.page.paginator.num_pages) == ([], [], 1)


def test_news_are_narrowed_by_year(news):
    make_news(news.en, "New Year's Eve", "2023-12-31")
    make_news(news.en, "New Year's Day", "2024-01-01")

    assert titles(listing("en", year=2024).own) == ["New Year's Day"]


def test_news_are_narrowed_by_topic_in_both_parts(news):
    make_news(news.tr, "Gençlik", topics=["youth"])
    make_news(news.tr, "Üyelik", topics=["membership"])
    make_news(news.en, "Youth and climate", topics=["local-climate-action", "youth"])
    make_news(news.en, "Climate", topics=["local-climate-action"])

    found = listing("tr", topic="youth")

    assert titles(found.own) == ["Gençlik"]
    assert titles(found.english) == ["Youth and climate"]


def test_years_are_those_of_both_parts_the_newest_first(news):
    make_news(news.tr, "Haber", "2022-06-28")
    make_news(news.en, "News", "2026-01-26")
    make_news(news.en, "Draft", "2025-01-26", live=False)
    make_news(news.el, "Νέα", "2021-11-29")

    assert years("tr") == [2026, 2022]


def test_the_latest_news_are_those_of_the_language(news):
    make_news(news.en, "News", "2026-01-26")
    make_news(news.tr, "Eski haber", "2022-06-28")
    make_news(news.tr, "Yeni haber", "2023-01-23")

    assert titles(latest(1, "tr")) == ["Yeni haber"]


def test_a_language_without_news_has_the_latest_in_english(news):
    make_news(news.en, "Older", "2023-01-23")
    make_news(news.en, "Newer", "2024-01-30")

    found = latest(3, "el")

    assert titles(found) == ["Newer", "Older"]
    assert [item.language.lang for item in found] == ["en", "en"]
