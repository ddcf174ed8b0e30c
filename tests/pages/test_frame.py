"""The frame of a page as a reader, a browser and a search engine get it."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from pages.frame import Frame
from pages.languages.table import BY_CODE, CODES, LANGUAGES
from pages.navigation import Link
from pages.origins import Origin
from pages.templatetags.site import offer
from tests.pages.builders import make_home, make_page
from tests.pages.html import Elements

FORMULA = "without prejudice to positions on status"


def elements(response) -> Elements:
    return Elements(response.content.decode())


def hreflangs(response) -> dict[str, str]:
    links = elements(response).all("link", rel="alternate")
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


@pytest.fixture
def about(homes):
    """A page in English and Turkish."""
    page = make_page(homes.en, "about", title="About the network", summary="What it is.")
    return page, make_page(homes.tr, "hakkinda", page, title="Ağ hakkında")


@pytest.fixture
def get(client):
    return client.get


def test_the_head_names_title_description_and_address(get, about):
    response = get("/en/about/?utm_source=letter")

    found = elements(response)
    assert "<title>About the network – B40 Balkan Cities Network</title>" in response.content.decode()
    assert found.all("meta", name="description")[0]["content"] == "What it is."
    assert found.all("link", rel="canonical")[0]["href"] == "http://localhost:8000/en/about/"
    assert found.all("meta", property="og:url")[0]["content"] == "http://localhost:8000/en/about/"


def test_hreflang_names_real_translations_and_english_as_default(get, about):
    assert hreflangs(get("/en/about/")) == {
        "en": "http://localhost:8000/en/about/",
        "tr": "http://localhost:8000/tr/hakkinda/",
        "x-default": "http://localhost:8000/en/about/",
    }


def test_hreflang_is_reciprocal(get, about):
    assert hreflangs(get("/en/about/")) == hreflangs(get("/tr/hakkinda/"))


@pytest.mark.parametrize("language", LANGUAGES, ids=CODES)
def test_each_language_has_its_own_lang_and_current_line(get, homes, language):
    if language.code not in ("en", "tr"):
        make_home(language.code, homes.en)

    found = elements(get(f"/{language.code}/"))

    assert found.all("html") == [{"lang": language.lang, "dir": "ltr"}]
    current = [link for link in found.all("a", hreflang=language.hreflang) if link.get("aria-current")]
    assert [link["href"] for link in current] == [f"/{language.code}/"]


def test_the_switcher_keeps_the_query_string(get, about):
    assert elements(get("/en/about/?country=gr")).all("a", hreflang="tr")[0]["href"] == "/tr/hakkinda/?country=gr"


def test_the_switcher_marks_languages_without_the_page(get, about):
    assert get("/en/about/").content.decode().count("not translated") == 11


def test_the_switcher_offers_only_what_is_translated(get, about):
    offered = [link["hreflang"] for link in elements(get("/en/about/")).all("a") if "data-offer" in link]

    assert offered == ["tr"]


OWN_NAMES = {
    "en": "English", "tr": "Türkçe", "sq": "shqip", "bs": "bosanskom", "bg": "български", "hr": "hrvatskom", "el": "ελληνικά",
    "mk": "македонски", "cnr": "crnogorskom", "ro": "română", "sr": "српском", "sr-latn": "srpskom", "sl": "slovenščini",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_the_offer_of_each_language_names_itself(code):
    assert OWN_NAMES[code] in offer(BY_CODE[code])


def test_the_menu_marks_the_page_and_its_section(get, about):
    make_page(about[0], "history")

    assert elements(get("/en/about/")).all("a", href="/en/about/")[0]["aria-current"] == "page"
    assert elements(get("/en/about/history/")).all("a", href="/en/about/")[0]["aria-current"] == "true"


def test_a_page_has_one_first_heading_and_a_way_past_the_menu(get, about):
    found = elements(get("/en/about/"))

    assert len(found.all("h1")) == 1
    assert found.all("a")[0]["href"] == "#content"
    assert found.all("main", id="content")


def test_a_page_is_fit_for_the_strict_policy(get, about):
    response = get("/en/about/")

    assert not [tag for tag, attrs in elements(response).found if tag == "style" or "style" in attrs]
    inline = [attrs for attrs in elements(response).all("script") if "src" not in attrs]
    assert {attrs.get("type") for attrs in inline} == {"application/ld+json"}  # data, which no browser executes
    assert not re.search(r"\son\w+=", response.content.decode())


def test_an_anonymous_reader_gets_no_cookie_and_no_answer_of_his_own(get, about):
    response = get("/en/about/")

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_every_page_has_the_footnote(get, about):
    assert FORMULA in get("/en/about/").content.decode()


@pytest.mark.parametrize(
    ("origin", "sentence"),
    [
        (Origin.MACHINE, "This text was translated by a machine and has not yet been checked by a person."),
        (Origin.CHECKED, "This text was translated by a machine and checked by a person."),
        (Origin.TRANSLITERATED, "This text was made from the Cyrillic text by transliteration."),
    ],
)
def test_the_reader_is_told_how_a_text_was_made(get, homes, origin, sentence):
    make_page(homes.en, "about", origin=origin)

    assert sentence in get("/en/about/").content.decode()


@pytest.mark.parametrize("origin", [Origin.ORIGINAL, Origin.HUMAN])
def test_a_text_by_a_person_needs_no_remark(get, homes, origin):
    make_page(homes.en, "about", origin=origin)

    assert "page-header__origin" not in get("/en/about/").content.decode()


def test_a_page_shown_untranslated_says_so_and_marks_its_text(homes):
    page = make_page(homes.en, "about")
    request = RequestFactory().get("/tr/about/")

    with translation.override("tr"):
        html = render_to_string("pages/content_page.html", {"page": page, "request": request}, request)

    found = Elements(html)
    assert found.all("article")[0]["lang"] == "en"
    assert found.all("link", rel="canonical")[0]["href"] == "http://localhost:8000/en/about/"
    assert found.all("link", rel="alternate") == []
    assert [link["hreflang"] for link in found.all("a", **{"class": "tag"})] == ["en"]


def test_a_view_that_is_no_page_has_the_frame_too(homes):
    request = RequestFactory().get("/en/apply/?step=2")

    html = render_to_string("base.html", {"request": request}, request)

    links = {link["hreflang"]: link["href"] for link in Elements(html).all("link", rel="alternate")}
    assert len(links) == 14
    assert links["sr-Latn-ME"] == "http://localhost:8000/cnr/apply/"
    assert Elements(html).all("link", rel="canonical")[0]["href"] == "http://localhost:8000/en/apply/"


@pytest.mark.parametrize("number", [1, 3])
def test_the_queries_of_a_page_do_not_grow_with_the_menu(get, homes, django_assert_max_num_queries, number):
    for place in range(number):
        make_page(homes.en, f"page-{place}")
    get("/en/page-0/")

    with django_assert_max_num_queries(12):
        get("/en/page-0/")


def test_a_part_below_a_page_has_its_own_address_and_way(about):
    frame = Frame(RequestFactory().get("/en/about/tirana/?order=name"), about[0])

    assert frame.canonical_url == "http://localhost:8000/en/about/tirana/"
    assert frame.breadcrumbs == [Link("Home", "/en/"), Link("About the network", "/en/about/")]
    assert [other.url for other in frame.translations] == [
        "/en/about/tirana/?order=name",
        "/tr/hakkinda/tirana/?order=name",
    ]


def test_a_part_below_an_untranslated_page_keeps_its_address_in_the_source(about):
    with translation.override("el"):
        frame = Frame(RequestFactory().get("/el/about/tirana/"), about[0])

        assert frame.canonical_url == "http://localhost:8000/en/about/tirana/"
        assert [other.url for other in frame.alternates if other.is_current] == ["/el/about/tirana/"]
