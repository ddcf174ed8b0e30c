"""Links to pages in texts lead to the language that is read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText, expand_db_html

from tests.pages.builders import make_home, make_page

QUERIES_WITH_LINKS = 9


def shown(code, *pages) -> str:
    """Return a text with a link to each page, as a reader of the language gets it."""
    text = "".join(f'<a linktype="page" id="{page.pk}">{page.title}</a>' for page in pages)
    with translation.override(code):
        return str(expand_db_html(text))


@pytest.fixture
def contact(homes):
    return make_page(homes.en, "contact", title="Contact")


def test_a_link_leads_to_the_page_in_its_own_language(contact):
    assert shown("en", contact) == '<a href="/en/contact/">Contact</a>'


def test_a_link_to_the_english_page_leads_to_the_translation(homes, contact):
    make_page(homes.tr, "iletisim", contact)

    assert shown("tr", contact) == '<a href="/tr/iletisim/">Contact</a>'


def test_a_link_to_a_translation_leads_to_the_language_that_is_read(homes, contact):
    turkish = make_page(homes.tr, "iletisim", contact, title="İletişim")

    assert shown("en", turkish) == '<a href="/en/contact/">İletişim</a>'


@pytest.mark.parametrize("code", ["bg", "tr", "sr-latn"])
def test_a_link_to_an_untranslated_page_stays_under_the_prefix(client, contact, code):
    assert shown(code, contact) == f'<a href="/{code}/contact/">Contact</a>'
    assert client.get(f"/{code}/contact/").status_code == 200


def test_a_link_keeps_the_translated_slugs_above_the_page(homes):
    about = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", about)

    assert shown("tr", make_page(about, "history")) == '<a href="/tr/hakkinda/history/">History</a>'


def test_a_link_to_an_unpublished_translation_leads_to_the_english_text(homes, contact):
    make_page(homes.tr, "iletisim", contact, live=False)

    assert shown("tr", contact) == '<a href="/tr/contact/">Contact</a>'


def test_a_link_to_a_draft_is_its_text_alone(homes):
    assert shown("tr", make_page(homes.en, "draft", live=False)) == "<a>Draft</a>"


def test_a_link_to_a_private_page_is_its_text_alone(homes, contact):
    PageViewRestriction.objects.create(page=contact, restriction_type="login")

    assert shown("tr", contact) == "<a>Contact</a>"
    assert shown("en", contact) == "<a>Contact</a>"


def test_a_link_to_a_page_that_is_gone_is_its_text_alone(contact):
    contact.delete()

    assert expand_db_html(f'<a linktype="page" id="{contact.pk}">Contact</a>') == "<a>Contact</a>"
    assert expand_db_html('<a linktype="page" id="x">Contact</a>') == "<a>Contact</a>"
    assert expand_db_html('<a linktype="page">Contact</a>') == "<a>Contact</a>"


def test_a_link_to_news_in_albanian_only_stays_under_the_prefix(homes):
    assert shown("en", make_page(make_home("sq", homes.en), "lajm")) == '<a href="/en/lajm/">Lajm</a>'


def test_the_links_of_a_text_take_as_many_queries_for_three_as_for_one(homes, contact):
    others = [make_page(make_page(homes.en, f"page-{number}"), "below") for number in range(2)]

    def queries(*pages) -> int:
        with CaptureQueriesContext(connection) as captured:
            shown("tr", *pages)
        return len(captured)

    assert queries(contact) == 2
    assert queries(contact, *others) == 2


@pytest.mark.parametrize("number", [1, 4])
def test_all_texts_of_a_page_take_as_many_queries_as_one(client, homes, number):
    pages = [make_page(homes.en, f"page-{place}") for place in range(number)]
    page = make_page(homes.en, "texts")
    paragraphs = [f'<p><a linktype="page" id="{linked.pk}">{linked.title}</a></p>' for linked in pages]
    page.body = [("paragraph", RichText(text)) for text in paragraphs]
    page.save()
    client.get("/en/texts/")

    with CaptureQueriesContext(connection) as captured:
        text = client.get("/en/texts/").content.decode()
    assert all(f'<p><a href="/en/page-{place}/">' in text for place in range(number))
    assert len(captured) == QUERIES_WITH_LINKS
