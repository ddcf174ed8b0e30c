"""Each year, month, topic, city and country of the news has an address of its own."""

import re

import pytest
from django.core.exceptions import ValidationError

from news.choices import Choice
from news.models import NewsIndexPage, NewsPage
from news.selectors.news import related
from tests.membership.factories import CityFactory, MemberFactory
from tests.news.builders import make_news
from tests.news.test_pages import queries_of, read

BELOW = ["", "2024/", "2024/05/", "topic/youth/", "city/tirana/", "country/al/"]


@pytest.fixture
def tirana(news):
    """A city with an item of May 2024, and an item about nothing in particular of 2023 of which only the year is known."""
    MemberFactory(city=CityFactory(slug="tirana", country="AL", name_en="Tirana"))
    make_news(news.en, "Tirana opens", "2024-05-22", slug="tirana-opens", cities=["tirana"], topics=["youth"])
    make_news(news.en, "Some year", "2023-05-01", slug="some-year", precision="year")
    return news


def titles(html: str) -> list[str]:
    return re.findall(r'<h\d class="entry__title">.*?>([^<]+)</a>', html) or [
        title for title in ("Tirana opens", "Some year") if title in html
    ]


@pytest.mark.parametrize(
    ("choice", "below"),
    [
        (Choice(), ""), (Choice(year="2024"), "2024/"), (Choice(year="2024", month="05"), "2024/05/"),
        (Choice(topic="youth"), "topic/youth/"), (Choice(city="nis"), "city/nis/"), (Choice(country="al"), "country/al/"),
        (Choice(year="2024", topic="youth"), ""), (Choice(topic="youth", country="al"), ""),
    ],
)  # fmt: skip
def test_a_single_choice_has_a_path_and_several_have_none(choice, below):
    assert choice.below == below


@pytest.mark.parametrize("below", BELOW[1:])
@pytest.mark.parametrize("code", ["en", "tr"])
def test_what_is_chosen_is_listed_under_its_own_address(client, tirana, code, below):
    html = read(client, f"/{code}/news/{below}")

    assert "Tirana opens" in html
    assert "Some year" not in html
    assert f'<link rel="canonical" href="http://localhost:8000/{code}/news/{below}">' in html
    assert f'hreflang="el" href="http://localhost:8000/el/news/{below}"' in html


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("2024/", "2024"), ("2024/05/", "May 2024"), ("topic/youth/", "Youth"), ("city/tirana/", "Tirana"),
        ("country/al/", "Albania"),
    ],
)  # fmt: skip
def test_the_page_says_what_it_lists(client, tirana, below, title):
    html = read(client, f"/en/news/{below}")

    assert re.search(r"<h1[^>]*>([^<]+)</h1>", html)[1].strip() == title
    assert f"<title>Index: {title} –" in html


@pytest.mark.parametrize(
    "below",
    [
        "2020/", "0000/", "2024/13/", "2024/00/", "2024/04/", "2023/05/", "topic/sport/", "topic/climate/", "city/nowhere/",
        "country/de/", "country/gr/", "country/AL/", "2024/?page=-1", "2024/?page=2", "topic/", "city/", "02024/",
    ],
)  # fmt: skip
def test_where_nothing_is_listed_nothing_is_found(client, tirana, below):
    read(client, f"/en/news/{below}", status=404)


def test_a_choice_in_the_query_names_the_address_of_its_own(client, tirana):
    html = read(client, "/en/news/?topic=youth")

    assert '<link rel="canonical" href="http://localhost:8000/en/news/topic/youth/">' in html


def test_two_choices_stay_together_in_a_query(client, tirana):
    make_news(tirana.en, "Later", "2025-01-01", topics=["youth", "presidency"])

    html = read(client, "/en/news/2024/")

    assert 'href="/en/news/?year=2024&amp;topic=youth"' in html
    assert 'href="/en/news/topic/youth/"' not in html


def test_months_are_offered_where_there_are_several(client, tirana):
    make_news(tirana.en, "June", "2024-06-01")

    html = read(client, "/en/news/2024/")

    assert re.findall(r'href="(/en/news/2024/\d\d/)"', html) == ["/en/news/2024/06/", "/en/news/2024/05/"]


@pytest.mark.parametrize("slug", ["2026", "topic", "city", "country"])
def test_no_item_takes_the_address_of_a_list(tirana, slug):
    page = NewsPage.objects.get(slug="tirana-opens")
    page.slug = slug

    with pytest.raises(ValidationError):
        page.clean()


@pytest.mark.parametrize("slug", ["2026-summit", "20260", "topics"])
def test_another_address_is_free(tirana, slug):
    page = NewsPage.objects.get(slug="tirana-opens")
    page.slug = slug

    page.clean()


def test_years_and_topics_are_in_the_sitemap(tirana):
    assert list(NewsIndexPage.records_below()) == ["press/", "2023/", "2024/", "topic/youth/"]


@pytest.mark.parametrize("below", BELOW)
def test_a_list_takes_as_many_queries_for_many_news_as_for_few(client, tirana, below):
    for number in range(3):
        make_news(tirana.en, f"Few {number}", "2024-05-20", cities=["tirana"], topics=["youth"])
    few = queries_of(client, f"/en/news/{below}")
    for number in range(30):
        make_news(tirana.en, f"Many {number}", "2024-05-21", cities=["tirana"], topics=["youth"])

    assert queries_of(client, f"/en/news/{below}") == few
    assert few <= 15


def test_related_news_share_cities_before_topics_and_are_four_at_most(tirana):
    item = NewsPage.objects.get(slug="tirana-opens")
    make_news(tirana.en, "One topic", "2024-05-25", topics=["youth"])
    make_news(tirana.en, "One city", "2024-05-01", cities=["tirana"])
    make_news(tirana.en, "Both", "2022-01-01", cities=["tirana"], topics=["youth"])
    make_news(tirana.en, "Nothing", "2025-01-01", cities=["sofia"], topics=["climate"])

    assert [other.title for other in related(item, "en")] == ["Both", "One city", "One topic"]

    for number in range(5):
        make_news(tirana.en, f"More {number}", cities=["tirana"])
    assert len(related(item, "en")) == 4


def test_an_article_shows_what_is_related(client, tirana):
    assert "Related news" not in read(client, "/en/news/tirana-opens/")

    make_news(tirana.en, "Tirana closes", cities=["tirana"])

    html = read(client, "/en/news/tirana-opens/")
    assert "Related news" in html
    assert "Tirana closes" in html
