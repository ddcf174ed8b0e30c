"""The addresses of the site: one for each text, the same for everybody, and none without an answer."""

import pytest

from membership.models import MemberIndexPage
from pages.languages.table import CODES, LANGUAGES
from tests.membership.factories import CityFactory, MemberFactory
from tests.pages.builders import make_home, make_page
from tests.pages.test_frame import elements, hreflangs

LONGEST_HEADER = "sl;q=0.9, " * 1000

MEMBERS = {code: f"/{code}/members-{code}/" for code in CODES} | {"en": "/en/members/"}


@pytest.fixture
def members(homes):
    """The member index in all languages, each with a slug of its own, and the members Istanbul and Athens."""
    english = _index(homes.en, "members")
    for code in CODES[1:]:
        home = homes.tr if code == "tr" else make_home(code, homes.en)
        _index(home, f"members-{code}", translation_key=english.translation_key)
    for slug, country in (("istanbul", "TR"), ("athens", "GR")):
        MemberFactory(city=CityFactory(slug=slug, country=country))


def _index(home, slug, **fields):
    return home.add_child(instance=MemberIndexPage(title="Members", slug=slug, locale=home.locale, **fields))


def test_the_page_of_a_city_names_all_languages_and_itself(client, members):
    expected = {
        language.hreflang: f"http://localhost:8000{MEMBERS[language.code]}istanbul/" for language in LANGUAGES
    } | {"x-default": "http://localhost:8000/en/members/istanbul/"}

    assert len(expected) == 14
    for code in CODES:
        answer = client.get(f"{MEMBERS[code]}istanbul/")

        assert answer.status_code == 200
        assert hreflangs(answer) == expected, code
        canonical = elements(answer).all("link", rel="canonical")[0]["href"]
        assert canonical == f"http://localhost:8000{MEMBERS[code]}istanbul/"


def test_the_switcher_keeps_the_filters_and_the_canonical_address_does_not(client, members):
    answer = client.get("/en/members/?country=gr")

    found = elements(answer)
    switcher = {
        link["hreflang"]: link["href"] for link in found.all("a", **{"class": "languages__link"}) if "hreflang" in link
    }
    assert switcher == {language.hreflang: f"{MEMBERS[language.code]}?country=gr" for language in LANGUAGES}
    assert found.all("link", rel="canonical")[0]["href"] == "http://localhost:8000/en/members/"
    assert hreflangs(answer)["tr"] == "http://localhost:8000/tr/members-tr/"


def test_the_switcher_keeps_city_and_query_at_once(client, members):
    links = elements(client.get("/tr/members-tr/istanbul/?map=large")).all("a", hreflang="sr-Latn-ME")

    assert links[0]["href"] == "/cnr/members-cnr/istanbul/?map=large"


def test_every_address_of_the_switcher_has_its_answer(client, homes):
    about = make_page(homes.en, "about")
    make_page(homes.tr, "hakkinda", about)
    make_page(make_page(about, "past"), "history")

    links = elements(client.get("/en/about/past/history/")).all("a", **{"class": "languages__link"})

    assert len(links) == 13
    assert {link["href"]: client.get(link["href"]).status_code for link in links} == {
        link["href"]: 200 for link in links
    }
    assert "/tr/hakkinda/past/history/" in {link["href"] for link in links}


@pytest.mark.parametrize("path", ["/xx/", "/xx/about/", "/EN/", "/de/members/istanbul/", "/sr-Latn/about/"])
def test_an_unknown_prefix_is_not_found_and_offers_the_languages(client, homes, path):
    make_page(homes.en, "about")

    answer = client.get(path)

    assert answer.status_code == 404
    lines = answer.content.decode().partition('<ul class="language-list">')[2].partition("</ul>")[0]
    assert [lines.count(f'<a href="/{code}/"') for code in CODES] == [1] * 13
    assert elements(answer).all("meta", name="robots")[0]["content"] == "noindex"


def test_a_page_that_does_not_exist_offers_the_languages_in_the_language_of_its_address(client, homes):
    answer = client.get("/tr/yok/")

    assert answer.status_code == 404
    assert elements(answer).all("html")[0]["lang"] == "tr"
    assert answer.content.decode().count('<a href="/sr-latn/"') >= 1


def test_a_long_list_of_languages_is_answered_at_the_root(client):
    assert len(LONGEST_HEADER) == 10_000

    answer = client.get("/", headers={"Accept-Language": LONGEST_HEADER})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/sl/")
    assert answer.headers["Vary"] == "Accept-Language"
    assert not answer.cookies


@pytest.mark.parametrize("header", ["x" * 10_000, "," * 10_000, "sl;q=" + "9" * 10_000, "\u00e7" * 5_000])
def test_a_long_list_of_nothing_leads_to_english(client, header):
    assert client.get("/", headers={"Accept-Language": header}).headers["Location"] == "/en/"


@pytest.mark.parametrize("language", ["tr", "sl;q=0.9", "xx"])
def test_a_prefixed_address_is_the_same_whatever_the_browser_prefers(client, homes, language):
    make_page(homes.en, "about")

    answer = client.get("/en/about/", headers={"Accept-Language": language})

    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "en")
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("path", "status"), [("/en/about/", 200), ("/tr/about/", 200), ("/bg/nothing/", 404), ("/", 302)]
)
def test_the_head_of_an_answer_has_the_same_status_and_language(client, homes, path, status):
    make_page(homes.en, "about")

    head, answer = client.head(path), client.get(path)

    assert (head.status_code, answer.status_code) == (status, status)
    assert head.headers.get("Content-Language") == answer.headers.get("Content-Language")


@pytest.mark.parametrize("path", ["/tr/a%00b/", "/tr/..%2f..%2fetc/", "/tr/%FF/", "/tr//about/", "/tr/about//"])
def test_odd_paths_are_not_found(client, homes, path):
    make_page(homes.en, "about")

    assert client.get(path).status_code == 404
