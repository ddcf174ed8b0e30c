"""The step that looks at links."""

from datetime import UTC, datetime, timedelta

import pytest

from news.models import NewsIndexPage
from pages.reports.checking import AGAIN_AFTER, check_links
from pages.reports.reaching import Reach
from pages.reports.records import LinkCheck
from tests.news.builders import make_index, make_news
from tests.pages.builders import make_page

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
NOWHERE = Reach(may_reach=lambda _found: False)  # so that every address is judged without asking it


@pytest.fixture
def looking(settings):
    settings.CHECK_LINKS = True


def kept() -> list[tuple[str, str, str]]:
    return list(LinkCheck.objects.order_by("pk").values_list("url", "words", "status"))


def text(*links: str) -> list[tuple[str, str]]:
    return [("paragraph", f"<p>{link}</p>") for link in links]


def foreign(number: int, host: str = "127.0.0.1") -> str:
    return f'<a href="http://{host}/{number}">Report {number}</a>'


def test_a_link_to_what_went_offline_is_kept_until_it_leads_somewhere(homes):
    target = make_page(homes.en, "target", live=False)
    make_page(homes.en, "page", body=text(f'<a linktype="page" id="{target.pk}">Plan</a>', foreign(1)))

    assert (check_links(NOW), check_links(NOW)) == (1, 0)
    assert kept() == [(f"page {target.pk}", "Plan", "dead")]

    target.save_revision().publish()
    check_links(NOW)
    assert kept() == []


def test_links_inside_notices_and_articles_are_found_and_those_of_drafts_are_not(homes):
    notice = ("notice", {"text": '<p><a linktype="document" id="999">Plan</a></p>'})
    make_page(homes.en, "page", body=[notice])
    make_page(homes.en, "draft", live=False, body=[notice])

    check_links(NOW)

    assert kept() == [("document 999", "Plan", "dead")]


def test_no_foreign_server_is_asked_unless_that_is_wanted(homes):
    make_page(homes.en, "page", body=text(foreign(1)))

    assert check_links(NOW, NOWHERE) == 0
    assert kept() == []


def test_foreign_links_and_sources_are_looked_up(homes, looking):
    make_page(homes.en, "page", body=text(foreign(1)))
    make_news(make_index(NewsIndexPage, homes.en), "News", source_url="http://10.0.0.1/source")

    check_links(NOW, NOWHERE)

    assert sorted(kept()) == [
        ("http://10.0.0.1/source", "", "refused"),
        ("http://127.0.0.1/1", "Report 1", "refused"),
    ]


def test_each_host_is_asked_once_in_a_run_and_all_in_the_end(homes, looking):
    make_page(homes.en, "page", body=text(*(foreign(number) for number in (1, 2, 3)), foreign(4, "10.0.0.1")))

    check_links(NOW, NOWHERE)
    assert [status for _url, _words, status in kept()] == ["refused", "waiting", "waiting", "refused"]

    for _run in (2, 3):
        check_links(NOW, NOWHERE)
    assert {status for _url, _words, status in kept()} == {"refused"}


def test_one_link_on_two_pages_is_asked_once(homes, looking):
    for slug in ("one", "two"):
        make_page(homes.en, slug, body=text(foreign(1)))

    assert check_links(NOW, NOWHERE) == 2 + 2
    assert {status for _url, _words, status in kept()} == {"refused"}


@pytest.mark.parametrize(
    ("status", "later", "looked_up"),
    [
        ("working", AGAIN_AFTER - timedelta(seconds=1), 0),
        ("working", AGAIN_AFTER, 1),
        ("broken", timedelta(hours=23), 0),
        ("broken", timedelta(hours=24), 1),
    ],
)
def test_what_works_is_asked_again_after_a_week_and_what_does_not_after_a_day(homes, looking, status, later, looked_up):
    make_page(homes.en, "page", body=text(foreign(1)))
    check_links(NOW, NOWHERE)
    LinkCheck.objects.update(status=status)

    assert check_links(NOW + later, NOWHERE) == looked_up


def test_links_that_are_gone_from_the_page_are_forgotten(homes, looking):
    page = make_page(homes.en, "page", body=text(foreign(1)))
    check_links(NOW, NOWHERE)

    page.body = text("nothing")
    page.save()
    check_links(NOW, NOWHERE)

    assert kept() == []
