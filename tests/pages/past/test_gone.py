"""An address where a page was public once, and which no language has any more."""

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from pages.languages.table import BY_CODE
from tests.pages.builders import make_page
from tests.pages.test_frame import elements

GONE = "There was a page at this address; it was taken away, and no language has it any more."


def test_a_page_that_was_deleted_everywhere_is_gone_in_the_language_of_the_address(client, tree, delete):
    delete(tree.history)

    for code in ("en", "tr"):
        answer = client.get(f"/{code}/about/history/")
        assert answer.status_code == 410
        assert elements(answer).all("html")[0]["lang"] == BY_CODE[code].lang
        assert f'<a href="/{code}/about/"' in answer.content.decode()
        assert elements(answer).all("meta", name="robots")[0]["content"] == "noindex"
        assert "History of the network" not in answer.content.decode()
    assert GONE in client.get("/en/about/history/").content.decode()


def test_so_are_the_pages_that_were_below_it_and_its_former_addresses(client, tree, delete, rename):
    rename(tree.history, "past")
    delete(tree.history)

    for path in ("/en/about/past/founding/", "/en/about/history/", "/tr/about/history/founding/"):
        assert client.get(path).status_code == 410, path


def test_a_page_that_was_taken_offline_is_gone_until_it_is_back(client, tree):
    tree.work.unpublish()
    assert client.get("/en/work/").status_code == 410

    Page.objects.get(pk=tree.work.pk).specific.save_revision().publish()
    assert client.get("/en/work/").status_code == 200


def test_the_languages_are_offered(client, tree, delete):
    delete(tree.work)

    links = elements(client.get("/tr/work/")).all("a", hreflang="sr-Latn-ME")

    assert {link["href"] for link in links} == {"/cnr/"}


def test_what_one_language_still_has_is_not_gone(client, tree, delete, leads_to):
    make_page(tree.turkish, "is", tree.work, first_published_at=timezone.now())
    delete(tree.work)

    assert leads_to("/en/work/") == (301, "/en/is/")
    assert leads_to("/tr/is/") == (200, "")


@pytest.mark.parametrize("path", ["/en/about/never/", "/en/never/history/", "/en/work/history/"])
def test_what_never_was_is_not_found(client, tree, path):
    assert client.get(path).status_code == 404


def test_a_draft_that_was_never_public_is_not_found(client, tree, delete):
    draft = make_page(tree.about, "draft", live=False)
    assert client.get("/en/about/draft/").status_code == 404

    delete(draft)
    assert client.get("/en/about/draft/").status_code == 404


def test_a_private_page_is_not_told_from_one_that_never_was(client, tree, delete):
    PageViewRestriction.objects.create(page=tree.history, restriction_type="password", password="x")
    delete(tree.history)

    assert client.get("/en/about/history/").status_code == 404


def test_a_redirect_written_by_hand_wins_and_takes_the_query_along(client, tree, delete):
    delete(tree.work)
    Redirect.objects.create(old_path="/en/work", redirect_link="/en/about/")

    answer = client.get("/en/work/?page=2")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/about/?page=2")


def test_a_redirect_by_hand_never_hides_a_page(client, tree):
    Redirect.objects.create(old_path="/en/work", redirect_link="/en/about/")

    assert client.get("/en/work/").status_code == 200
