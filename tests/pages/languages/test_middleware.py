"""The language of an address."""

import pytest
from django.urls import reverse
from django.utils import translation

from pages.languages.table import CODES

pytestmark = [pytest.mark.urls("tests.pages.languages.urls"), pytest.mark.usefixtures("only_languages")]


@pytest.mark.parametrize("code", CODES)
def test_every_prefix_activates_its_language(client, code):
    response = client.get(f"/{code}/page/")

    assert response.content.decode() == f"{code} {code}"


@pytest.mark.parametrize(("code", "tag"), [("tr", "tr"), ("cnr", "cnr"), ("sr", "sr-Cyrl"), ("sr-latn", "sr-Latn")])
def test_the_answer_names_its_language(client, code, tag):
    assert client.get(f"/{code}/").headers["Content-Language"] == tag


def test_a_language_that_the_view_has_named_stays(client):
    assert client.get("/tr/source/").headers["Content-Language"] == "en"


def test_a_missing_page_is_answered_in_the_language_of_its_address(client):
    response = client.get("/sl/nothing/")

    assert (response.status_code, response.headers["Content-Language"]) == (404, "sl")


@pytest.mark.parametrize("prefix", ["TR", "tr-tr", "sr-Latn", "sr_Latn", "mo", "xx", "t"])
def test_a_prefix_that_is_not_in_the_table_is_no_language(client, prefix):
    response = client.get(f"/{prefix}/page/")

    assert response.status_code == 404
    assert "Content-Language" not in response.headers


def test_a_prefix_without_its_slash_gets_one(client):
    response = client.get("/sr-latn")

    assert (response.status_code, response.headers["Location"]) == (301, "/sr-latn/")


def test_english_is_active_without_a_prefix_whatever_the_browser_prefers(client):
    response = client.get("/plain/", headers={"Accept-Language": "tr"})

    assert response.content.decode() == "en en"


def test_one_request_leaves_nothing_to_the_next(client):
    client.get("/tr/page/")

    assert client.get("/plain/").content.decode() == "en en"


@pytest.mark.parametrize("path", ["/tr/page/", "/plain/"])
def test_the_answer_neither_varies_nor_sets_a_cookie(client, path):
    response = client.get(path, headers={"Accept-Language": "sl", "Cookie": "django_language=sl"})

    assert "Vary" not in response.headers
    assert not response.cookies


def test_addresses_are_built_with_the_prefix_of_the_active_language():
    with translation.override("sr-latn"):
        assert reverse("page") == "/sr-latn/page/"


def test_english_has_a_prefix_too():
    with translation.override("en"):
        assert reverse("page") == "/en/page/"
