"""The addresses that a page has left lead to where it is now, in every language and in one step."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from membership.models import MemberIndexPage
from pages.languages.table import CODES
from pages.past.records import PastPlace
from tests.membership.factories import MemberFactory
from tests.pages.builders import make_home, make_page


def places() -> set[tuple[str, str]]:
    """Return the records as the slug of the page above, while there is one, and the slug."""
    slugs = dict(Page.objects.filter(locale__language_code="en").values_list("translation_key", "slug"))
    return {(slugs.get(place.parent_key, ""), place.slug) for place in PastPlace.objects.all()}


def queries(client, path, status) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == status
    return len(captured)


def test_the_old_address_of_a_renamed_page_leads_to_the_new_one(client, tree, rename):
    rename(tree.about, "about-us")

    answer = client.get("/en/about/?country=gr&q=%C5%9F")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/about-us/?country=gr&q=%C5%9F")
    assert answer.headers["Cache-Control"] == "max-age=3600"
    assert client.get("/en/about-us/").status_code == 200


@pytest.mark.parametrize("code", CODES)
def test_under_every_prefix_the_pages_below_a_renamed_page_lead_on(tree, rename, leads_to, code):
    rename(tree.about, "about-us")

    assert leads_to(f"/{code}/about/history/") == (301, f"/{code}/about-us/history/")
    assert leads_to(f"/{code}/about/history/founding/?x=1") == (301, f"/{code}/about-us/history/founding/?x=1")


def test_an_old_address_leads_below_the_translation_of_the_reader(tree, rename, leads_to):
    make_page(tree.turkish, "hakkinda", tree.about)
    rename(tree.about, "about-us")

    assert leads_to("/tr/about/history/") == (301, "/tr/hakkinda/history/")


def test_the_old_slug_of_a_translation_leads_to_its_new_one(tree, rename, leads_to):
    turkish = make_page(tree.turkish, "hakkinda", tree.about)
    rename(turkish, "biz-kimiz")

    assert leads_to("/tr/hakkinda/") == (301, "/tr/biz-kimiz/")
    assert leads_to("/tr/hakkinda/history/") == (301, "/tr/biz-kimiz/history/")
    assert leads_to("/bg/hakkinda/") == (301, "/bg/about/")


def test_a_chain_of_slugs_leads_to_the_last_in_one_step(client, tree, rename, leads_to):
    for slug in ("about-us", "who-we-are", "the-network"):
        rename(tree.about, slug)
    rename(tree.history, "past")

    for slug in ("about", "about-us", "who-we-are"):
        assert leads_to(f"/en/{slug}/history/founding/") == (301, "/en/the-network/past/founding/")
    assert client.get("/en/the-network/past/founding/").status_code == 200


def test_a_moved_page_leads_on_with_all_below_it(tree, move, leads_to):
    move(tree.history, tree.work)

    assert leads_to("/en/about/history/") == (301, "/en/work/history/")
    assert leads_to("/tr/about/history/founding/") == (301, "/tr/work/history/founding/")


def test_moves_and_slugs_above_and_below_lead_on_in_one_step(tree, move, rename, leads_to):
    rename(tree.history, "past")
    move(tree.history, tree.work)
    rename(tree.about, "about-us")
    rename(tree.work, "what-we-do")
    rename(tree.founding, "beginning")

    for path in ("about/history/founding", "about-us/past/founding", "work/past/beginning", "about/past/beginning"):
        assert leads_to(f"/en/{path}/") == (301, "/en/what-we-do/past/beginning/"), path


def test_a_page_moved_from_below_a_page_that_is_deleted_since_leads_on(tree, move, delete, leads_to):
    move(tree.history, tree.work)
    delete(tree.about)

    assert leads_to("/en/about/history/founding/") == (301, "/en/work/history/founding/")


def test_a_page_moved_back_is_at_its_old_address_again(client, tree, move, leads_to):
    move(tree.history, tree.work)
    move(tree.history, tree.about)

    assert client.get("/en/about/history/").status_code == 200
    assert leads_to("/en/work/history/") == (301, "/en/about/history/")


def test_a_page_renamed_back_is_at_its_old_address_again(client, tree, rename, leads_to):
    rename(tree.about, "about-us")
    rename(tree.about, "about")

    assert client.get("/en/about/history/").status_code == 200
    assert leads_to("/en/about-us/history/") == (301, "/en/about/history/")


def test_a_slug_that_another_page_has_taken_belongs_to_that_page(client, tree, rename, leads_to):
    rename(tree.about, "about-us")
    tree.published(tree.home, "about", title="About this site")

    assert "About this site" in client.get("/en/about/").content.decode()
    assert client.get("/tr/about/").status_code == 200
    assert leads_to("/en/about/history/") == (301, "/en/about-us/history/")


def test_pages_that_swap_their_slugs_keep_them(client, tree, rename):
    rename(tree.about, "passing")
    rename(tree.work, "about")
    rename(tree.about, "work")

    assert "<h1>Work</h1>" in client.get("/en/about/").content.decode().replace(' class="page-header__title"', "")
    assert "About the network" in client.get("/en/work/").content.decode()


def test_the_page_that_stood_at_a_place_last_has_it(tree, rename, leads_to):
    rename(tree.about, "first")
    rename(tree.work, "about")
    rename(tree.work, "second")

    assert leads_to("/en/about/") == (301, "/en/second/")

    rename(tree.about, "about")
    rename(tree.about, "third")

    assert leads_to("/en/about/") == (301, "/en/third/")


def test_a_draft_at_an_old_address_does_not_show(tree, rename, leads_to):
    rename(tree.about, "about-us")
    make_page(tree.home, "about", live=False)

    assert leads_to("/en/about/") == (301, "/en/about-us/")


def test_the_slug_of_a_deleted_translation_leads_to_the_text_that_there_is(client, tree, delete, leads_to):
    turkish = make_page(tree.turkish, "hakkinda", tree.about)
    make_page(make_home("el", tree.home), "schetika", tree.about)
    delete(turkish)

    assert leads_to("/tr/hakkinda/?x=1") == (301, "/tr/about/?x=1")
    notice = client.get("/tr/about/").content.decode().partition("notice--warning")[2].partition("</ul>")[0]
    assert 'href="/en/about/"' in notice
    assert 'href="/el/schetika/"' in notice


def test_a_deleted_tree_of_translations_leads_to_the_texts_that_there_are(tree, delete, leads_to):
    turkish = make_page(tree.turkish, "hakkinda", tree.about)
    make_page(turkish, "gecmis", tree.history)
    delete(tree.turkish)

    assert leads_to("/tr/hakkinda/gecmis/founding/") == (301, "/tr/about/history/founding/")


def test_the_part_below_a_renamed_list_of_members_is_kept(tree, rename, leads_to):
    index = tree.home.add_child(instance=MemberIndexPage(title="Members", slug="members", locale=tree.home.locale))
    slug = MemberFactory().city.slug
    rename(index, "cities")

    assert leads_to(f"/en/members/{slug}/?x=1") == (301, f"/en/cities/{slug}/?x=1")
    assert leads_to(f"/tr/members/{slug}/") == (301, f"/tr/cities/{slug}/")


def test_places_in_a_circle_end(tree, move, leads_to):
    """Each of two pages once stood below the other, with the same slug."""
    first, second = tree.published(tree.about, "x"), tree.published(tree.work, "x")
    move(second, first)
    move(second, tree.work)
    move(first, second)

    assert leads_to("/en/about/x/") == (301, "/en/work/x/x/")
    assert leads_to("/en/" + "about/" + "x/" * 50)[0] == 301


def test_a_page_that_leaves_nothing_behind_is_not_recorded(tree, move, rename, delete):
    draft = make_page(tree.home, "draft", live=False)
    rename(draft, "other")
    move(draft, tree.about)
    delete(draft)

    assert places() == set()


def test_a_new_order_and_a_new_title_are_no_new_place(tree):
    page = Page.objects.get(pk=tree.work.pk)
    page.move(Page.objects.get(pk=tree.about.pk), pos="left")
    page = Page.objects.get(pk=tree.work.pk).specific
    page.title = "Our work"
    page.save()

    assert places() == set()


def test_a_place_is_recorded_once_with_the_last_time(tree, rename):
    for slug in ("about-us", "about", "about-us"):
        rename(tree.about, slug)

    assert places() == {("home-en", "about"), ("home-en", "about-us")}
    first, last = (PastPlace.objects.get(slug=slug).since for slug in ("about-us", "about"))
    assert first < last <= timezone.now()


def test_every_page_of_a_deleted_tree_is_recorded(tree, delete):
    delete(tree.about)

    assert places() == {("home-en", "about"), ("", "history"), ("", "founding")}


def test_a_deletion_by_a_query_is_recorded(tree):
    Page.objects.filter(slug="history").delete()

    assert places() == {("about", "history"), ("", "founding")}


@pytest.mark.parametrize("restriction", ["login", "password"])
def test_a_page_that_is_private_leaves_no_address(tree, move, rename, leads_to, restriction):
    PageViewRestriction.objects.create(page=tree.about, restriction_type=restriction, password="open")
    rename(tree.about, "secret")
    move(tree.history, tree.work)

    assert places() == set()
    for path in ("/en/about/", "/tr/about/", "/tr/secret/", "/en/about/history/"):
        assert leads_to(path)[0] == 404, path


def test_the_old_address_of_a_page_that_is_private_since_is_not_found(tree, rename, leads_to):
    rename(tree.about, "about-us")
    PageViewRestriction.objects.create(page=tree.about, restriction_type="password", password="open")

    assert leads_to("/en/about/") == (404, "")
    assert leads_to("/en/about/history/") == (404, "")


def test_wagtail_writes_no_redirects_of_its_own(tree, rename, move):
    rename(tree.about, "about-us")
    move(tree.history, tree.work)

    assert not Redirect.objects.exists()


def test_an_address_that_resolves_without_past_places_asks_nothing_more(client, tree, rename):
    make_page(tree.turkish, "hakkinda", tree.about)
    before = [queries(client, path, 200) for path in ("/en/about/history/", "/tr/hakkinda/history/")]
    before.append(queries(client, "/tr/about/history/", 301))

    rename(tree.work, "history")
    rename(tree.founding, "about")

    after = [queries(client, path, 200) for path in ("/en/about/history/", "/tr/hakkinda/history/")]
    after.append(queries(client, "/tr/about/history/", 301))
    assert after == before


def test_an_old_address_costs_one_query_more_however_deep(client, tree, rename):
    make_page(tree.turkish, "hakkinda", tree.about)
    spelt_otherwise = queries(client, "/tr/about/history/", 301)
    rename(tree.about, "about-us")
    rename(tree.history, "past")

    for path in ("/tr/about/history/", "/tr/about/history/founding/", "/bg/about/history/founding/"):
        assert queries(client, path, 301) == spelt_otherwise + 1, path
