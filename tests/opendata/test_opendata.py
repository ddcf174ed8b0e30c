"""The public records for programs: what is in them, what is not, and what is answered to a wrong question."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from membership.labels.states import MemberState
from membership.models import CityName, Presidency, WorkingGroup
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from pages.certainty import Certainty
from pages.languages.kosovo import KOSOVO_FOOTNOTE
from tests.membership.factories import CityFactory, MemberFactory
from tests.pages.builders import make_home, make_page
from tests.pages.documents.conftest import article, make_document


def get(client, path, status=200):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status, answer.content
    return json.loads(answer.content)


@pytest.fixture
def members(db):
    make_home("en")
    nis = CityFactory(
        slug="nis", name_en="Niš", name_local="Ниш", country="RS", latitude="43.32090", longitude="21.89540",
        population=178976, population_year=2022, population_source="Census",
    )  # fmt: skip
    CityName.objects.create(city=nis, language="el", name="Νις")
    MemberFactory(city=nis, joined="2021-11-30", is_founding=True)
    MemberFactory(
        city=CityFactory(slug="pristina", name_en="Pristina", country="XK", latitude=None, longitude=None),
        joined="2023",
    )


def test_members_are_listed_with_what_is_public_of_them(client, members):
    found = get(client, "members.json")

    assert (found["count"], found["page"], found["pages"]) == (2, 1, 1)
    assert [row["id"] for row in found["rows"]] == ["nis", "pristina"]
    nis = found["rows"][0]
    assert (nis["latitude"], nis["longitude"], nis["population"]) == (43.3209, 21.8954, 178976)
    assert (nis["joined"], nis["is_founding"], nis["country_name"]) == ("2021-11-30", True, "Serbia")
    assert nis["page"] == "http://localhost:8000/en/members/nis/"


def test_names_are_those_of_the_language_asked_for(client, members):
    found = get(client, "members.json?language=el")

    assert [row["name"] for row in found["rows"] if row["id"] == "nis"] == ["Νις"]
    assert found["rows"][0]["country_name"] != "Serbia"


def test_an_answer_that_names_kosovo_has_the_footnote_in_its_language_and_another_has_not(client, members):
    assert get(client, "members.json")["notes"] == [str(KOSOVO_FOOTNOTE)]
    assert get(client, "members.json?country=rs")["notes"] == []
    assert get(client, "members.json?language=tr")["notes"] != [str(KOSOVO_FOOTNOTE)]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("country=rs", ["nis"]), ("country=xk", ["pristina"]), ("country=gr", []), ("status=founding", ["nis"]),
        ("year=2023", ["pristina"]), ("year=2021&country=xk", []), ("per_page=1", ["nis"]), ("per_page=1&page=2", ["pristina"]),
    ],
)  # fmt: skip
def test_filters_combine_and_pages_follow_each_other(client, members, query, ids):
    assert [row["id"] for row in get(client, f"members.json?{query}")["rows"]] == ids


def test_a_page_names_those_beside_it(client, members):
    answer = client.get("/api/v1/members.json?per_page=1&language=tr")

    assert answer["Link"] == '<http://localhost:8000/api/v1/members.json?language=tr&per_page=1&page=2>; rel="next"'


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("members.json?language=xx", 400), ("members.json?country=de", 400), ("members.json?year=0", 400),
        ("members.json?colour=red", 400), ("members.json?country=rs&country=gr", 400), ("members.json?page=-1", 400),
        ("members.json?page=0", 400), ("members.json?page=2", 404), ("members.json?per_page=1001", 400),
        ("members.json?page=%00", 400), ("members.xml", 404), ("presidencies.geojson", 404), ("applications.json", 404),
        ("members/london.json", 404), ("ballots.json", 404), ("", 404), ("members", 404),
    ],
)  # fmt: skip
def test_a_wrong_question_is_answered_in_words(client, members, path, status):
    answer = client.get(f"/api/v1/{path}")

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert json.loads(answer.content)["status"] == status


def test_what_is_not_public_never_appears(client, members):
    MemberFactory(city=CityFactory(slug="suspended"), state=MemberState.SUSPENDED)
    MemberFactory(city=CityFactory(slug="doubtful"), certainty=Certainty.LOW)
    hidden = CityFactory(slug="shy", population=5000, population_is_public=False)
    MemberFactory(city=hidden, contact_email="office@shy.example")

    everything = "".join(client.get(f"/api/v1/members.{form}").content.decode() for form in ("json", "csv", "geojson"))

    assert "shy" in everything
    assert [word for word in ("suspended", "doubtful", "5000", "office@") if word in everything] == []


def test_one_record_is_found_by_its_identifier(client, members):
    assert get(client, "members/nis.json?language=el")["row"]["name"] == "Νις"
    assert get(client, "members/pristina.json")["notes"] == [str(KOSOVO_FOOTNOTE)]


def test_anybody_may_read_without_a_cookie_and_ask_again_by_the_tag(client, members):
    first = client.get("/api/v1/members.json")

    assert first["Access-Control-Allow-Origin"] == "*"
    assert (first.cookies, "Cookie" in first.get("Vary", "")) == ({}, False)
    again = client.get("/api/v1/members.json", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["Access-Control-Allow-Origin"]) == (304, b"", "*")
    Presidency.objects.all().delete()
    MemberFactory(city=CityFactory(slug="zagreb"))
    assert client.get("/api/v1/members.json", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, db, method):
    assert getattr(client, method)("/api/v1/members.json").status_code == 405


def test_a_spreadsheet_gets_a_mark_harmless_cells_and_the_footnote_in_its_row(client, members):
    MemberFactory(city=CityFactory(slug="trick", name_en="=1+1", name_local="@x"), joined="")

    text = client.get("/api/v1/members.csv").content.decode()
    rows = {row["id"]: row for row in csv.DictReader(StringIO(text.removeprefix("\ufeff")))}

    assert text.startswith("\ufeff")
    assert (rows["trick"]["name"], rows["trick"]["local_name"]) == ("'=1+1", "'@x")
    assert (rows["nis"]["population"], rows["pristina"]["latitude"]) == ("178976", "")
    assert (rows["nis"]["notes"], rows["pristina"]["notes"]) == ("", str(KOSOVO_FOOTNOTE))


def test_geojson_has_the_longitude_first_and_only_what_has_a_place(client, members):
    found = get(client, "members.geojson")

    assert (found["type"], found["bbox"]) == ("FeatureCollection", [21.8954, 43.3209, 21.8954, 43.3209])
    assert [(one["type"], one["id"], one["geometry"]) for one in found["features"]] == [
        ("Feature", "nis", {"type": "Point", "coordinates": [21.8954, 43.3209]})
    ]


def test_geojson_of_nothing_is_an_empty_collection(client, members):
    found = get(client, "members.geojson?country=gr")

    assert (found["features"], "bbox" in found) == ([], False)


def test_presidencies_and_working_groups(client, members):
    city = CityFactory(slug="sofia", name_en="Sofia")
    Presidency.objects.create(
        term=4, city=city, mayor="Mayor", start=date(2025, 2, 27), source_url="https://example.org/"
    )
    WorkingGroup.objects.create(key="climate", name_en="Local Climate Action", source="Rules")

    assert get(client, "presidencies.json")["rows"][0] | {"certainty": ""} == {
        "id": "4-2025-02-27", "term": 4, "city": "sofia", "city_name": "Sofia", "mayor": "Mayor", "start": "2025-02-27",
        "end": None,
        "source": "https://example.org/", "certainty": "",
    }  # fmt: skip
    assert get(client, "working_groups.json")["rows"] == [
        {"id": "climate", "name": "Local Climate Action", "source": "Rules"}
    ]


@pytest.fixture
def texts(db):
    home = make_home("en")
    turkish = make_home("tr", home)
    make_document(home, "rules", title="Rules", body=[article("5", "Joining", "<p>A city applies.</p>")])
    make_page(home, "private")
    news = home.add_child(instance=NewsIndexPage(title="News", slug="news", locale=home.locale))
    news.add_child(instance=NewsPage(title="One", slug="one", date=date(2026, 1, 2), locale=home.locale))
    news.add_child(instance=NewsPage(title="Draft", slug="draft", live=False, locale=home.locale))
    events = home.add_child(instance=EventIndexPage(title="Events", slug="events", locale=home.locale))
    events.add_child(
        instance=EventPage(title="Summit", slug="s", start=date(2026, 1, 1), end=date(2026, 1, 2), locale=home.locale)
    )
    return turkish


def test_a_document_comes_article_by_article(client, texts):
    (rules,) = get(client, "documents.json?kind=statutes")["rows"]

    assert rules["articles"] == [
        {"anchor": "art-5", "number": "5", "title": "Joining", "text": "Joining\nA city applies."}
    ]


def test_texts_are_in_english_where_the_language_has_none_and_drafts_stay_away(client, texts):
    (item,) = get(client, "news.json?language=tr")["rows"]
    (event,) = get(client, "events.json")["rows"]

    assert (item["title"], item["text_language"]) == ("One", "en")
    assert item["page"].startswith("http://localhost:8000/tr/")
    assert (event["start"], event["end"], event["kind"]) == ("2026-01-01", "2026-01-02", "annual-summit")


def test_the_queries_do_not_grow_with_the_rows(client, texts):
    def queries() -> dict[str, int]:
        counted = {}
        for name in ("members", "documents", "news", "events"):
            with CaptureQueriesContext(connection) as captured:
                get(client, f"{name}.json")
            counted[name] = len(captured)
        return counted

    MemberFactory(city=CityFactory(slug="a"))
    queries()
    few = queries()
    home = texts.get_translations().get(locale__language_code="en")
    news, events = home.get_children().get(slug="news"), home.get_children().get(slug="events")
    for number in range(6):
        MemberFactory(city=CityFactory(slug=f"b-{number}"))
        make_document(home, f"doc-{number}")
        news.add_child(instance=NewsPage(title="N", slug=f"n-{number}", date=date(2026, 1, 2), locale=home.locale))
        events.add_child(
            instance=EventPage(
                title="E", slug=f"e-{number}", start=date(2026, 1, 1), end=date(2026, 1, 2), locale=home.locale
            )
        )

    assert queries() == few
