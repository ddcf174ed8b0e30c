"""The address without a language."""

import pytest

pytestmark = [pytest.mark.urls("tests.pages.languages.urls"), pytest.mark.usefixtures("only_languages")]


@pytest.mark.parametrize(
    ("header", "address"), [("sr-ME,sr;q=0.9", "/cnr/"), ("tr-TR,tr;q=0.8,en;q=0.5", "/tr/"), ("de", "/en/")]
)
def test_the_root_redirects_to_the_best_language(client, header, address):
    response = client.get("/", headers={"Accept-Language": header})

    assert (response.status_code, response.headers["Location"]) == (302, address)


def test_the_root_redirects_to_english_without_a_header(client):
    assert client.get("/").headers["Location"] == "/en/"


def test_the_redirect_may_be_cached_per_accept_language(client):
    response = client.get("/", headers={"Accept-Language": "tr"})

    assert response.headers["Vary"] == "Accept-Language"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert not response.cookies


def test_the_root_accepts_no_form(client):
    assert client.post("/").status_code == 405
