"""What a reader gets where a page is not translated."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from membership.models import MemberIndexPage
from news.models import EventIndexPage, EventPage, NewsIndexPage, NewsPage
from pages.languages.table import BY_CODE, CODES
from tests.membership.factories import MemberFactory
from tests.pages.builders import make_home, make_page
from tests.pages.test_frame import elements, hreflangs


def make(model, parent, slug, translation_of=None, **fields):
    """Return a new live page of a type below `parent`, in its language."""
    page = model(slug=slug, locale=parent.locale, **{"title": slug.title(), **fields})
    if translation_of:
        page.translation_key = translation_of.translation_key
    return parent.add_child(instance=page)


def leads_to(client, path) -> tuple[int, str]:
    answer = client.get(path)
    return answer.status_code, answer.headers.get("Location", "")


@pytest.fixture
def english(homes):
    """Pages three levels deep in English; of the first there is a Turkish translation with a slug of its own."""
    about = make_page(homes.en, "about", title="About the network")
    past = make_page(about, "past", title="The past")
    history = make_page(past, "history", title="History of the network", menu_title="History")
    make_page(homes.tr, "hakkinda", about, title="Ağ hakkında", menu_title="Hakkında")
    return {"about": about, "past": past, "history": history}


def test_a_page_that_is_not_translated_is_shown_in_english(client, english):
    answer = client.get("/tr/hakkinda/past/history/")

    found = elements(answer)
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "en"
    assert found.all("html")[0]["lang"] == "tr"
    assert found.all("article")[0]["lang"] == "en"
    assert "History of the network" in answer.content.decode()
    assert found.all("link", rel="canonical")[0]["href"] == "http://localhost:8000/en/about/past/history/"
    assert hreflangs(answer) == {}


def test_a_page_in_its_own_language_names_that(client, english):
    assert client.get("/tr/hakkinda/").headers["Content-Language"] == "tr"
    assert client.get("/en/about/").headers["Content-Language"] == "en"


@pytest.mark.parametrize("code", [code for code in CODES if code not in ("en", "tr")])
def test_every_language_has_the_page_under_its_prefix(client, english, code):
    make_home(code, english["about"].get_parent())

    answer = client.get(f"/{code}/about/past/history/")

    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "en")
    assert elements(answer).all("html")[0]["lang"] == BY_CODE[code].lang


def test_a_language_without_a_start_page_has_the_english_pages(client, english):
    assert client.get("/sl/").headers["Content-Language"] == "en"
    assert client.get("/sl/about/past/history/").headers["Content-Language"] == "en"


def test_the_notice_says_the_language_and_names_those_that_have_the_page(client, english):
    make_page(make_home("el", english["about"].get_parent()), "schetika", english["about"])

    notice = re.search(r'<div class="notice notice--warning".*?</div>', client.get("/bg/about/").content.decode(), re.S)

    assert '<span lang="en">English</span>' in notice[0]
    assert re.findall(r'href="([^"]+)" lang="([^"]+)" hreflang="([^"]+)">([^<]+)<', notice[0]) == [
        ("/en/about/", "en", "en", "English"),
        ("/tr/hakkinda/", "tr", "tr", "Türkçe"),
        ("/el/schetika/", "el", "el", "Ελληνικά"),
    ]


@pytest.mark.parametrize("path", ["/en/about/", "/tr/hakkinda/"])
def test_a_translated_page_has_no_notice(client, english, path):
    assert "notice--warning" not in client.get(path).content.decode()


def test_the_switcher_marks_the_language_of_the_reader_as_not_translated(client, english):
    current = elements(client.get("/tr/hakkinda/past/?x=1")).all("a", **{"aria-current": "true"})

    assert [(link["hreflang"], link["href"]) for link in current if "hreflang" in link] == [
        ("tr", "/tr/hakkinda/past/?x=1")
    ]


def test_the_menu_of_the_fallback_is_that_of_the_reader(client, english):
    html = client.get("/tr/hakkinda/past/").content.decode()

    assert '"/tr/hakkinda/"' in html
    assert '<a class="menu__link" href="/en/' not in html


def test_the_way_to_the_page_stays_under_the_prefix_of_the_reader(client, english):
    html = client.get("/tr/hakkinda/past/history/").content.decode()

    crumbs = re.search(r'<ol class="breadcrumbs__list">.*?</ol>', html, re.S)[0]
    assert re.findall(r'<a href="([^"]+)"(?: lang="(\w+)")?>([^<]+)<', crumbs)[1:] == [
        ("/tr/hakkinda/", "", "Hakkında"),
        ("/tr/hakkinda/past/", "en", "The past"),
    ]
    assert '<li aria-current="page" lang="en">History</li>' in crumbs


@pytest.mark.parametrize(
    "path", ["/tr/about/past/history/", "/tr/about/past/", "/tr/about/"], ids=["deepest", "middle", "translated"]
)
def test_english_slugs_below_a_translated_page_lead_to_the_one_address(client, english, path):
    assert leads_to(client, path) == (301, path.replace("about", "hakkinda"))


def test_the_slug_of_another_language_leads_to_the_one_address(client, english):
    assert leads_to(client, "/en/hakkinda/past/") == (301, "/en/about/past/")
    assert leads_to(client, "/bg/hakkinda/") == (301, "/bg/about/")


def test_a_redirect_keeps_the_query_string(client, english):
    assert leads_to(client, "/tr/about/?country=gr&q=%C5%9F") == (301, "/tr/hakkinda/?country=gr&q=%C5%9F")


def test_a_permanent_redirect_is_kept_for_an_hour_only(client, english):
    assert client.get("/tr/about/").headers["Cache-Control"] == "max-age=3600"


def test_a_later_translation_takes_over_the_old_address(client, english):
    assert client.get("/tr/hakkinda/past/").status_code == 200

    turkish = english["about"].get_translations().get()
    make_page(turkish, "gecmis", english["past"])

    assert leads_to(client, "/tr/hakkinda/past/") == (301, "/tr/hakkinda/gecmis/")
    assert leads_to(client, "/tr/hakkinda/past/history/") == (301, "/tr/hakkinda/gecmis/history/")
    assert client.get("/tr/hakkinda/gecmis/history/").headers["Content-Language"] == "en"


def test_a_deleted_translation_leaves_the_english_text(client, english):
    english["about"].get_translations().get().delete()

    assert client.get("/tr/about/past/").headers["Content-Language"] == "en"
    assert leads_to(client, "/tr/hakkinda/past/") == (301, "/tr/about/past/")


def test_a_translation_taken_back_leads_to_the_english_text_for_this_time(client, english):
    english["about"].get_translations().get().unpublish()

    assert leads_to(client, "/tr/hakkinda/past/") == (302, "/tr/about/past/")
    assert client.get("/tr/about/past/").headers["Content-Language"] == "en"


def test_what_no_language_has_is_not_found(client, english):
    for path in ("/tr/nothing/", "/tr/hakkinda/nothing/", "/tr/past/", "/tr/hakkinda/past/history/more/", "/en/past/"):
        assert client.get(path).status_code == 404, path


def test_a_draft_is_not_found(client, homes):
    make_page(homes.en, "draft", live=False)

    assert client.get("/tr/draft/").status_code == 404


def test_an_unpublished_source_is_not_found(client, english):
    english["history"].unpublish()

    assert client.get("/tr/hakkinda/past/history/").status_code == 404


def test_a_page_below_a_draft_is_shown_like_in_english(client, english):
    english["past"].unpublish()

    assert client.get("/en/about/past/history/").status_code == 200
    assert client.get("/tr/hakkinda/past/history/").headers["Content-Language"] == "en"
    assert client.get("/tr/hakkinda/past/").status_code == 404


@pytest.mark.parametrize("restriction", ["login", "password"])
@pytest.mark.parametrize("page", ["history", "past"])
def test_a_private_source_is_not_found_nor_what_is_below_it(client, english, page, restriction):
    PageViewRestriction.objects.create(page=english[page], restriction_type=restriction, password="open")

    assert client.get("/tr/hakkinda/past/history/").status_code == 404


def test_a_text_that_is_private_in_its_own_language_asks_for_the_password(client, english):
    PageViewRestriction.objects.create(page=english["past"], restriction_type="password", password="open")

    assert 'type="password"' in client.get("/en/about/past/").content.decode()


def test_the_fallback_sets_no_cookie_and_does_not_vary_by_it(client, english):
    answer = client.get("/tr/hakkinda/past/", headers={"Cookie": "other=1", "Accept-Language": "sl"})

    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_the_fallback_takes_few_queries_however_deep(client, english):
    def queries(path) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    deep, deeper = queries("/tr/hakkinda/past/"), queries("/tr/hakkinda/past/history/")

    assert deep <= 12
    assert deeper <= 12


def test_a_very_long_path_is_not_found(client, english):
    assert client.get("/tr/" + "about/" * 500).status_code == 404


def test_an_address_without_its_last_slash_gets_it_first(client, english):
    assert leads_to(client, "/tr/hakkinda/past?x=1") == (301, "/tr/hakkinda/past/?x=1")


def test_news_written_first_in_albanian_are_shown_in_albanian(client, homes):
    index = make(NewsIndexPage, homes.en, "news")
    albanian = make(NewsIndexPage, make_home("sq", homes.en), "lajme", index)
    make(NewsPage, albanian, "kryesia", title="Kryesia")

    answer = client.get("/tr/news/kryesia/")

    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "sq")
    assert elements(answer).all("article")[0]["lang"] == "sq"
    assert elements(answer).all("link", rel="canonical")[0]["href"] == "http://localhost:8000/sq/lajme/kryesia/"
    assert client.get("/en/news/kryesia/").headers["Content-Language"] == "sq"
    assert "Shqip" in client.get("/en/news/kryesia/").content.decode().split("notice--warning")[1]


def test_what_the_interface_says_inside_the_article_is_marked_as_its_own(client, homes):
    events = make(EventIndexPage, homes.en, "events")
    day = date(2024, 1, 29)
    make(EventPage, events, "summit", start=day, end=day, host="Municipality of Tirana")

    html = client.get("/tr/events/summit/").content.decode()

    assert '<article class="page__article" lang="en">' in html
    assert '<dl class="facts" lang="tr">' in html
    assert '<dd lang="en">Municipality of Tirana</dd>' in html
    assert '<dl class="facts">' in client.get("/en/events/summit/").content.decode()


def test_english_is_shown_before_the_language_that_was_first(client, homes):
    albanian = make_page(make_home("sq", homes.en), "lajm")
    assert client.get("/tr/lajm/").headers["Content-Language"] == "sq"

    make_page(homes.en, "report", albanian)

    assert leads_to(client, "/tr/lajm/") == (301, "/tr/report/")
    assert client.get("/tr/report/").headers["Content-Language"] == "en"


def test_without_english_the_first_text_is_shown_whichever_else_there_is(client, homes):
    albanian = make_page(make_home("sq", homes.en), "lajm")
    make_page(make_home("bg", homes.en), "novina", albanian)

    assert client.get("/tr/lajm/").headers["Content-Language"] == "sq"
    assert leads_to(client, "/tr/novina/") == (301, "/tr/lajm/")


def test_two_pages_that_swap_their_slugs_make_no_circle(client, homes):
    first, second = make_page(homes.en, "one"), make_page(homes.en, "two")
    make_page(homes.tr, "two", first, title="Birinci")
    make_page(homes.tr, "one", second, title="İkinci")
    below = make_page(first, "below")

    assert "Birinci" in client.get("/tr/two/").content.decode()
    assert "İkinci" in client.get("/tr/one/").content.decode()
    assert client.get("/tr/two/below/").status_code == 200
    assert leads_to(client, "/tr/one/below/") == (301, "/tr/two/below/")
    assert below.title == "Below"


def test_a_slug_that_two_pages_have_means_the_page_whose_address_it_is(client, homes):
    translated, other = make_page(homes.en, "one"), make_page(homes.en, "eins")
    make_page(make_home("sl", homes.en), "ena", translated)
    make_page(homes.tr, "eins", translated, live=False)

    assert client.get("/tr/eins/").status_code == 200
    assert other.title in client.get("/tr/eins/").content.decode()


def test_slugs_in_any_script_are_found(client, homes):
    about = make_page(homes.en, "about")
    bulgarian = make_page(make_home("bg", homes.en), "за-нас", about)
    make_page(about, "history")

    assert leads_to(client, "/bg/about/history/") == (301, "/bg/%D0%B7%D0%B0-%D0%BD%D0%B0%D1%81/history/")
    assert client.get("/bg/за-нас/history/").headers["Content-Language"] == "en"
    assert bulgarian.slug == "за-нас"


def test_the_pages_of_cities_are_there_in_a_language_without_the_member_index(client, homes):
    make(MemberIndexPage, homes.en, "members")
    member = MemberFactory()

    answer = client.get(f"/tr/members/{member.city.slug}/")

    canonical = f"http://localhost:8000/en/members/{member.city.slug}/"
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "en")
    assert elements(answer).all("link", rel="canonical")[0]["href"] == canonical
    assert client.get("/tr/members/nowhere/").status_code == 404


def test_the_pages_of_cities_have_one_address_in_a_language_with_the_member_index(client, homes):
    index = make(MemberIndexPage, homes.en, "members")
    make(MemberIndexPage, homes.tr, "uyeler", index)
    slug = MemberFactory().city.slug

    assert leads_to(client, f"/tr/members/{slug}/?x=1") == (301, f"/tr/uyeler/{slug}/?x=1")
    assert client.get(f"/tr/uyeler/{slug}/").headers["Content-Language"] == "tr"
