"""Versions of the open data by date, and the page on which people read what changed."""

from datetime import UTC, datetime, timedelta

import pytest

from membership.models import WorkingGroup
from pages.opendata.versions import keep_versions
from tests.membership.factories import CityFactory, MemberFactory
from tests.news.builders import make_news
from tests.news.conftest import homes, news  # noqa: F401 - the fixtures

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)


def get(client, path: str) -> dict:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, path
    return answer.json()


def names_on(client, day: str) -> list[str]:
    return [row["name"] for row in get(client, f"members/versions/{day}.json")["rows"]]


def test_members_are_given_as_they_were_on_a_day(client):
    MemberFactory(city=CityFactory(slug="nis", name_en="Niš"))
    keep_versions(FIRST)
    MemberFactory(city=CityFactory(slug="sofia", name_en="Sofia"))
    keep_versions(FIRST + timedelta(days=9))

    assert [names_on(client, day) for day in ("2026-03-01", "2026-03-09", "2026-03-10", "2030-01-01")] == [
        ["Niš"], ["Niš"], ["Niš", "Sofia"], ["Niš", "Sofia"],
    ]  # fmt: skip
    assert [one["day"] for one in get(client, "members/versions.json")["versions"]] == ["2026-03-10", "2026-03-01"]


def test_what_did_not_change_is_kept_once_and_a_day_has_one_version(client):
    MemberFactory()

    counts = [keep_versions(FIRST + timedelta(hours=hours)) for hours in (0, 1, 48)]
    WorkingGroup.objects.create(key="climate", name_en="Climate")
    counts.append(keep_versions(FIRST + timedelta(hours=49)))

    assert counts == [3, 0, 0, 1]
    assert len(get(client, "members/versions.json")["versions"]) == 1


def test_a_version_has_the_footnote_where_it_names_kosovo(client):
    MemberFactory(city=CityFactory(slug="prizren", name_en="Prizren", country="XK"))
    keep_versions(FIRST)

    assert len(get(client, "members/versions/2026-03-01.json")["notes"]) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("members/versions/2026-02-28.json", 404),
        ("members/versions/2026-02-30.json", 404),
        ("members/versions/0000-00-00.json", 404),
        ("members/versions/2026-03-01.csv", 404),
        ("news/versions.json", 404),
        ("news/versions/2026-03-01.json", 404),
        ("members/versions.json?language=bg", 400),
        ("members/versions/2026-03-01.json?page=1", 400),
    ],
)
def test_what_there_is_not_is_said_in_a_problem_document(client, path, status):
    keep_versions(FIRST)

    answer = client.get(f"/api/v1/{path}")

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_people_read_what_changed(client, news):  # noqa: F811 - the fixture
    make_news(news.en, "Opened", first_published_at=FIRST, last_published_at=FIRST)
    make_news(news.en, "Closed", first_published_at=FIRST, last_published_at=FIRST + timedelta(days=3))
    make_news(news.tr, "Kapandı", first_published_at=FIRST, last_published_at=FIRST)
    MemberFactory()
    keep_versions(FIRST)

    page = client.get("/en/changes/").content.decode()

    assert page.index("Closed") < page.index("Opened") < page.index(">New<")
    assert "4 March 2026" in page
    assert "Kapandı" not in page
    assert "/api/v1/members/versions/2026-03-01.json" in page


@pytest.mark.parametrize("number", ["0", "-1", "2", "x", "%00", "99999999999", "²"])
def test_a_page_of_changes_that_there_is_not_is_not_found(client, homes, number):  # noqa: F811 - the fixture
    assert client.get(f"/en/changes/?page={number}").status_code == 404


def test_the_list_of_changes_asks_as_much_for_many_as_for_one(client, news, django_assert_max_num_queries):  # noqa: F811
    for number in range(60):
        make_news(news.en, f"Item {number}", first_published_at=FIRST, last_published_at=FIRST)

    with django_assert_max_num_queries(15):
        assert client.get("/en/changes/").status_code == 200
    assert client.get("/en/changes/?page=2").status_code == 200
