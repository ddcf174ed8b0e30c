"""What pages tell search engines is JSON, says what the page shows, and cannot end its own element."""

import json
import re
from datetime import date

import pytest

from membership.models import CityName, MemberIndexPage
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from pages.structured import script
from tests.membership.factories import CityFactory, MemberFactory
from tests.pages.builders import make_home, make_page

SITE = "http://localhost:8000"


def facts(client, path: str) -> dict[str, dict]:
    """Return type → facts of the page."""
    html = client.get(path).content.decode()
    found = [
        json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    ]
    assert {one["@context"] for one in found} <= {"https://schema.org"}
    return {one["@type"]: one for one in found}


@pytest.fixture
def home(db):
    return make_home("en")


@pytest.mark.parametrize("text", ["</script><script>alert(1)", "<!--", "a & b", "Ниш “”", "\u2028"])
def test_any_text_stays_inside_its_element_and_is_read_back(text):
    written = script({"name": text})

    inner = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&") & set(inner)
    assert json.loads(inner)["name"] == text


def test_what_is_empty_is_left_out():
    inner = re.sub(r"<[^>]+>", "", script({"a": "", "b": [], "c": None, "d": {"e": "", "f": 0}}))

    assert json.loads(inner) == {"@context": "https://schema.org", "d": {"f": 0}}


def test_the_start_page_says_who_the_network_is(client, home):
    assert facts(client, "/en/")["Organization"]["name"] == "B40 Balkan Cities Network"


def test_a_page_tells_the_way_to_it(client, home):
    make_page(make_page(home, "about", title="About"), "history", title="History")

    (way,) = facts(client, "/en/about/history/").values()
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "Home", f"{SITE}/en/"), (2, "About", f"{SITE}/en/about/"),
    ]  # fmt: skip


def test_an_article_says_what_the_page_says(client, home):
    index = home.add_child(instance=NewsIndexPage(title="News", slug="news", locale=home.locale))
    item = NewsPage(
        title="Sofia <takes> over", slug="sofia", summary="In short.", date=date(2025, 2, 24), locale=home.locale
    )
    index.add_child(instance=item)
    item.save_revision().publish()

    article = facts(client, "/en/news/sofia/")["NewsArticle"]
    assert (article["headline"], article["description"], article["inLanguage"]) == (
        "Sofia <takes> over",
        "In short.",
        "en",
    )
    assert (article["url"], article["publisher"]["name"]) == (f"{SITE}/en/news/sofia/", "B40 Balkan Cities Network")
    assert article["datePublished"] <= article["dateModified"]


@pytest.mark.parametrize(
    ("course", "status"),
    [("as-planned", "EventScheduled"), ("postponed", "EventPostponed"), ("cancelled", "EventCancelled")],
)
def test_an_event_has_its_days_its_place_and_its_course(client, home, course, status):
    CityFactory(slug="tirana", name_en="Tirana")
    index = home.add_child(instance=EventIndexPage(title="Events", slug="events", locale=home.locale))
    event = EventPage(
        title="Summit", slug="s", start=date(2024, 1, 29), end=date(2024, 1, 31), city_slug="tirana", course=course,
        host="City of Tirana", locale=home.locale,
    )  # fmt: skip
    index.add_child(instance=event)

    told = facts(client, "/en/events/s/")["Event"]
    assert (told["startDate"], told["endDate"]) == ("2024-01-29", "2024-01-31")
    assert told["eventStatus"] == f"https://schema.org/{status}"
    assert (told["location"]["name"], told["organizer"]["name"]) == ("Tirana", "City of Tirana")


def test_a_city_has_its_names_and_its_place(client, home):
    home.add_child(instance=MemberIndexPage(title="Members", slug="members", locale=home.locale))
    nis = CityFactory(slug="nis", name_en="Niš", name_local="Ниш", latitude="43.32090", longitude="21.89540")
    CityName.objects.create(city=nis, language="el", name="Νις")
    MemberFactory(city=nis)

    told = facts(client, "/en/members/nis/")["GovernmentOrganization"]
    assert (told["name"], told["alternateName"]) == ("Niš", ["Νις", "Ниш"])
    assert told["location"]["geo"]["latitude"] == 43.3209
    assert told["memberOf"]["name"] == "B40 Balkan Cities Network"


def test_an_error_tells_nothing(client, home):
    assert facts(client, "/en/nowhere/") == {}
