"""A reader whose browser prefers another language of the page is told so in one line, which can be closed for good."""

import pytest

from pages.languages.negotiation import negotiate
from pages.languages.table import BY_CODE

LINE = ".language-offer"
WORDS = "Bu sayfa Türkçe olarak da okunabilir."
TAGS = ["tr-TR", "sr", "sr-RS", "sr-ME", "sr-Latn-RS", "sh", "mo", "mk-MK", "el-GR", "cnr"]


def open_in(new_page, tag, path="/en/about/", **options):
    page = new_page(locale=tag, **options)
    page.goto(path)
    return page


def test_the_line_leads_to_the_page_in_the_preferred_language(new_page):
    page = open_in(new_page, "tr-TR")

    link = page.locator(f"{LINE} a")
    assert link.inner_text() == WORDS
    assert (link.get_attribute("hreflang"), link.get_attribute("lang")) == ("tr", "tr")
    link.click()
    page.wait_for_url("**/tr/about/")
    assert page.locator(LINE).count() == 0


def test_closed_with_the_keyboard_it_stays_closed_without_a_cookie(new_page):
    page = open_in(new_page, "tr-TR")

    page.locator(f"{LINE} button").focus()
    page.keyboard.press("Enter")
    assert page.locator(LINE).count() == 0
    page.goto("/en/")

    assert page.locator(LINE).count() == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_browser_is_offered_what_the_start_of_the_site_would_choose(new_page, tag):
    page = open_in(new_page, tag)

    assert page.locator(f"{LINE} a").get_attribute("hreflang") == BY_CODE[negotiate(tag)].hreflang


@pytest.mark.parametrize(
    ("tag", "path", "options"),
    [
        ("en-GB", "/en/about/", {}),
        ("de-DE", "/en/about/", {}),
        ("el-GR", "/en/news/athens-takes-over-the-presidency/", {}),
        ("tr-TR", "/en/about/", {"java_script_enabled": False}),
        ("tr-TR", "/en/no-such-page/", {}),
    ],
    ids=["same language", "no language of ours", "not translated", "no script", "no page"],
)
def test_there_is_no_line_where_it_would_lead_nowhere(new_page, tag, path, options):
    assert open_in(new_page, tag, path, **options).locator(LINE).count() == 0


def test_the_line_moves_nothing_and_fits_a_small_screen(new_page):
    page = open_in(new_page, "tr-TR", viewport={"width": 320, "height": 640})

    assert page.locator(LINE).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
