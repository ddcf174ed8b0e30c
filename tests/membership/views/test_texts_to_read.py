"""The declarations lead to the texts they speak of, in the reader's language where there is one."""

import pytest

from tests.pages.builders import make_home, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts():
    """The Declaration in two languages, the principles below another page and in English only, and no privacy notice."""
    english = make_home("en")
    turkish = make_home("tr", english)
    declaration = make_page(english, "declaration", title="The Istanbul Declaration")
    make_page(turkish, "deklarasyon", declaration, title="İstanbul Deklarasyonu")
    make_page(make_page(english, "about"), "principles", title="Working Principles")


def test_the_declarations_lead_to_the_texts_of_the_readers_language(opened, texts):
    page = opened.get("/tr/apply/form/declarations/").content.decode()

    assert '<a href="/tr/deklarasyon/" target="_blank" rel="noopener">İstanbul Deklarasyonu</a>' in page


def test_a_text_that_is_not_translated_says_in_which_language_it_is(opened, texts):
    page = opened.get("/tr/apply/form/declarations/").content.decode()

    link = (
        '<a href="/tr/about/principles/" target="_blank" rel="noopener" lang="en" hreflang="en">Working Principles</a>'
    )
    assert link in page
    assert opened.get("/tr/about/principles/").status_code == 200


def test_no_text_at_all_leaves_the_declarations_as_they_are(opened):
    page = opened.get("/tr/apply/form/declarations/").content.decode()

    assert 'name="adheres_to_declaration"' in page
    assert "_blank" not in page
