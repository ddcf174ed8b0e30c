"""Error pages: in the reader's language, and without the database (these tests may not open it)."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from b40 import errors
from pages.languages.table import LANGUAGES


def answer(view, path):
    return view(RequestFactory().get(path))


@pytest.mark.parametrize(
    ("view", "status", "title"),
    [
        (errors.bad_request, 400, "This request cannot be answered"),
        (errors.forbidden, 403, "You may not see this page"),
        (errors.csrf_failure, 403, "The form has expired"),
        (errors.not_found, 404, "Page not found"),
        (errors.server_error, 500, "Something went wrong here"),
    ],
)
def test_an_error_says_what_happened(view, status, title):
    response = answer(view, "/en/somewhere/")

    assert response.status_code == status
    assert f"<h1>{title}</h1>" in response.content.decode()


def test_an_error_is_in_the_language_of_the_address_whatever_is_active():
    with translation.override("el"):
        assert '<html lang="sr-Latn"' in answer(errors.server_error, "/sr-latn/x/").content.decode()


def test_an_error_outside_the_languages_is_in_english():
    assert '<html lang="en"' in answer(errors.not_found, "/wp-login.php").content.decode()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_not_found_leads_to_every_language_by_its_own_name(language):
    html = answer(errors.not_found, "/en/nothing/").content.decode()

    attributes = f'href="/{language.code}/" lang="{language.lang}" hreflang="{language.hreflang}"'
    assert f"<a {attributes}>{language.own_name}</a>" in html


def test_an_error_is_no_page_for_search_engines():
    html = answer(errors.not_found, "/en/nothing/").content.decode()

    assert '<meta name="robots" content="noindex">' in html
    assert "canonical" not in html
    assert "data-offer" not in html
