"""What translators are told by mail."""

from datetime import date

import pytest
import time_machine

from b40.steps import STEPS
from b40.translators import remind_translators
from membership.models import OutboxMail
from membership.services import timers
from pages.translating.keeping import check, keep_missing
from pages.translating.work.assigning import Given, assign
from tests.membership.factories import NOW, TODAY, UserFactory
from tests.pages.builders import make_home, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(db):
    english = make_home("en")
    make_home("tr", english)
    page = make_page(english, "statutes", title="Statutes")
    keep_missing(NOW)
    return page


def ask(page, translator, due: date | None, by=None) -> None:
    assign(page, [Given("tr", translator, due)], by or UserFactory(username="office"), now=NOW)


def subjects() -> list[tuple[str, str]]:
    return list(OutboxMail.objects.order_by("pk").values_list("recipient", "subject"))


def test_who_is_asked_is_told_once_and_again_when_the_day_changes(page):
    translator = UserFactory(username="deniz")
    ask(page, translator, TODAY)
    ask(page, translator, TODAY, by=UserFactory(username="other"))
    assert subjects() == [("deniz@example.org", "A page to translate")]
    body = OutboxMail.objects.get().body
    assert "Statutes: Türkçe" in body
    assert f"To be done by: {TODAY.day} " in body


def test_who_asks_himself_is_not_told(page):
    translator = UserFactory(username="deniz")

    ask(page, translator, TODAY, by=translator)

    assert subjects() == []


@pytest.mark.parametrize(("days", "mails"), [(4, 0), (3, 1), (1, 0), (0, 1), (-1, 0), (-7, 1), (-8, 0)])
def test_what_is_due_is_reminded_of_before_on_the_day_and_a_week_after(page, days, mails):
    translator = UserFactory(username="deniz")
    ask(page, translator, date.fromordinal(TODAY.toordinal() + days), by=translator)

    assert (remind_translators(NOW), remind_translators(NOW)) == (mails, 0)
    assert subjects() == [("deniz@example.org", "Translations that are due")] * mails


def test_what_is_done_is_not_reminded_of(page):
    translator = UserFactory(username="deniz")
    ask(page, translator, TODAY, by=translator)
    turkish = make_page(page.get_parent().get_translations().get(), "tuzuk", page)
    check(turkish, translator, now=NOW)

    assert remind_translators(NOW) == 0


def test_the_timer_does_all_that_is_due_on_the_site_and_in_the_office():
    assert [name for name, _step in STEPS] == [
        "pages gone online",
        "cancelled events forgotten",
        "versions of the open data kept",
        "translators reminded",
        *(name for name, _step in timers.STEPS),
        "links checked",
    ]
