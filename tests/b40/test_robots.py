"""Tests of what crawlers are asked."""

import re

import pytest

from pages.languages.table import CODES


@pytest.fixture
def robots(client) -> str:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    return answer.content.decode()


def is_kept_from_crawlers(robots: str, path: str) -> bool:
    """Tell by the rules of RFC 9309, section 2.2.2, of which only `*` and the beginning are used."""
    rules = re.findall(r"^Disallow: (.*)$", robots, re.MULTILINE)
    return any(re.match(re.escape(rule).replace(r"\*", ".*"), path) for rule in rules)


def test_robots_names_the_index_of_sitemaps(robots):
    assert robots.splitlines()[0] == "User-agent: *"
    assert robots.splitlines()[-1] == "Sitemap: http://localhost:8000/sitemap.xml"


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/login/",
        "/{code}/apply/form/",
        "/{code}/apply/form/city/",
        "/{code}/apply/form/answers.json",
        "/{code}/apply/status/",
        "/{code}/apply/status/withdraw/",
        "/{code}/apply/key/abc/",
        "/{code}/apply/receipt/B40-2026-001/",
        "/{code}/apply/notice/abc/confirm/",
    ],
)
def test_the_office_and_what_belongs_to_an_applicant_are_kept_from_crawlers(robots, path):
    assert all(is_kept_from_crawlers(robots, path.format(code=code)) for code in CODES)


@pytest.mark.parametrize(
    "path", ["/", "/{code}/", "/{code}/apply/", "/{code}/apply/form.pdf", "/{code}/news/x/", "/{code}/sitemap.xml"]
)
def test_what_is_for_everybody_may_be_read_by_crawlers(robots, path):
    assert not any(is_kept_from_crawlers(robots, path.format(code=code)) for code in CODES)


def test_robots_asks_nothing_of_the_database_and_sets_no_cookie(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/robots.txt")

    assert answer.headers["Cache-Control"] == "public, max-age=900"
    assert not answer.cookies
