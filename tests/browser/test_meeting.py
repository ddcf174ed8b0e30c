"""A meeting is recorded on one screen: with the keyboard, without a line, beside another tab, and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.conftest import Office

MOST_KEYS = 60
PLANNED = """
from django.contrib.auth import get_user_model
from django.utils import timezone
from membership.services import meetings
from tests.membership.factories import make_ready_application
user, now = get_user_model().objects.get(username="secretariat"), timezone.now()
meeting = meetings.plan(user, title="{title}", held_on=now.date(), place="Video", now=now)
for number in range({applications}):
    application = make_ready_application(reference=f"B40-M-{title}-{{number}}", name_en=f"City {{number}}")
    meetings.put_on_agenda(meeting.pk, user, application_id=application.pk, now=now)
meetings.put_on_agenda(meeting.pk, user, title="A common letter", motion="That it be sent.", now=now)
meetings.open_session(meeting.pk, user, now=now)
print("meeting", meeting.pk)
"""
# Every log-in becomes an hour old, and whoever recorded a session has to say anew who he is.
AGED = """
from importlib import import_module
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.conf import settings
from django.contrib.sessions.models import Session
store = import_module(settings.SESSION_ENGINE).SessionStore
for row in Session.objects.all():
    session = store(row.session_key)
    session.pop("desk_keeping", None)
    session[METHODS] = [{**record, "at": record["at"] - 3600} for record in session.get(METHODS, [])]
    session.save()
"""


@pytest.fixture
def office(new_page, site):
    return Office(new_page, site.passwords)


@pytest.fixture
def planned(site):
    """Return a function that plans a meeting with so many applications and a matter, opens it, and returns its address."""

    def _planned(title: str, applications: int) -> str:
        told = site.run(PLANNED.format(title=title, applications=applications))
        return f"/admin/membership/meetings/{re.search(r'meeting ([0-9]+)', told)[1]}/"

    return _planned


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def settled(page: Page) -> None:
    """Wait until everything that was entered is on the server."""
    expect(page.locator(".desk-session__waiting")).to_be_empty()
    expect(page.locator(".desk-session__mark")).to_have_count(0)


def closed(page: Page):
    return page.locator("summary .w-status", has_text=re.compile("^Decided$"))


def test_a_meeting_with_five_applications_is_recorded_with_the_keyboard(office, planned):
    page = office.enter("secretariat")
    page.goto(planned("KEYS", 5))
    keys = Keys(page)
    page.get_by_role("button", name="All are here").focus()
    keys.press("Enter")
    expect(page.locator("#roll")).to_contain_text("Attending or represented: 7.")
    settled(page)

    for number in range(1, 6):
        if number == 2:
            vote_against(page, keys)
        expect(page.locator("details[open] [data-all-yes]")).to_be_focused()
        keys.press("Enter")
        expect(page.locator("details[open] [data-vote] strong")).to_have_count(7)
        settled(page)
        keys.press("Tab", "Tab", "Enter")
        expect(closed(page)).to_have_count(number)
        settled(page)
    keys.press("Enter")
    expect(page.locator("details[open] [data-vote] strong")).to_have_count(7)
    settled(page)
    keys.press("Tab", "Enter")
    expect(closed(page)).to_have_count(6)

    results = page.locator(".desk-item__result").all_text_contents()
    assert [text.strip().split(":")[0] for text in results] == ["Carried", "Not carried", *["Carried"] * 4]
    assert keys.pressed <= MOST_KEYS
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename.endswith(".pdf")


def vote_against(page: Page, keys: Keys) -> None:
    """From the button back to the last seat, and a vote against it with a reason."""
    page.locator("details[open] [data-seat]").first.focus()
    keys.press("ArrowDown", "a")
    page.keyboard.type("Too early.")
    keys.press("Tab", "Tab", "Enter")
    expect(page.locator("details[open] [data-vote] strong", has_text="Against")).to_have_count(1)
    settled(page)
    page.locator("details[open] [data-all-yes]").focus()


def test_without_a_line_the_record_goes_on_and_is_sent_once_when_it_is_back(office, planned):
    page = office.enter("secretariat")
    page.goto(planned("LINE", 2))
    page.get_by_role("button", name="All are here").click()
    expect(page.locator("#roll")).to_contain_text("Attending or represented: 7.")
    settled(page)

    page.context.set_offline(True)
    for _ in range(2):
        page.locator("details[open] [data-all-yes]").click()
        page.locator("details[open] [data-close]").click()
    expect(page.locator(".desk-session__waiting")).to_contain_text("Entries that wait for the line: 4")
    page.context.set_offline(False)

    expect(closed(page)).to_have_count(2)
    settled(page)
    page.reload()
    assert page.locator(".desk-item__result", has_text="7 of the 7 seats counted voted Yes").count() == 2


def test_what_another_tab_closed_meanwhile_is_shown_beside_what_was_entered(office, planned):
    page = office.enter("secretariat")
    address = planned("TABS", 1)
    page.goto(address)
    page.get_by_role("button", name="All are here").click()
    expect(page.locator("#roll")).to_contain_text("Attending or represented: 7.")
    settled(page)
    other = page.context.new_page()
    other.goto(address)
    page.context.set_offline(False)
    other.locator("details[open] [data-close]").click()
    expect(closed(other)).to_have_count(1)

    page.locator("details[open] [data-all-yes]").click()

    expect(page.locator(".desk-session__waiting")).to_contain_text("This item of the agenda is decided.")
    expect(closed(page)).to_have_count(1)


def test_a_log_in_that_grew_old_keeps_the_entries_until_it_is_confirmed(office, planned, site):
    page = office.enter("secretariat")
    page.goto(planned("OLD", 1))
    page.get_by_role("button", name="All are here").click()
    expect(page.locator("#roll")).to_contain_text("Attending or represented: 7.")
    settled(page)
    site.run(AGED)

    page.locator("details[open] [data-all-yes]").click()
    page.get_by_role("link", name="Confirm that it is you").click()
    page.fill("input[name=password]", site.passwords["secretariat"])
    page.locator("main form button[type=submit]").click()

    expect(page.locator("details[open] [data-vote] strong")).to_have_count(7)
    settled(page)


def test_after_a_new_log_in_in_another_tab_the_entries_are_sent(office, planned):
    page = office.enter("secretariat")
    page.goto(planned("TOKEN", 1))
    page.get_by_role("button", name="All are here").click()
    expect(page.locator("#roll")).to_contain_text("Attending or represented: 7.")
    settled(page)
    page.context.clear_cookies(name="b40_session")

    page.locator("details[open] [data-all-yes]").click()
    expect(page.locator(".desk-session__waiting")).to_contain_text("You were logged out.")
    office.log_in(page.context.new_page(), "secretariat")

    expect(page.locator("details[open] [data-vote] strong")).to_have_count(7, timeout=15_000)
    settled(page)


def test_without_script_an_item_is_recorded_by_forms(new_page, site, planned):
    page = Office(lambda: new_page(java_script_enabled=False), site.passwords).enter("secretariat")
    page.goto(planned("FORMS", 1))
    page.get_by_role("button", name="All are here").click()
    page.locator("details[open] button[value=abstain]").first.click()
    page.locator("details[open] [data-all-yes]").click()
    page.locator("details[open] [data-close]").click()

    expect(page.locator(".desk-item__result").first).to_contain_text("6 of the 7 seats counted voted Yes")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_screen_has_no_barrier_and_fits_a_small_screen(office, planned, axe_source, scheme):
    page = office.enter("secretariat")
    page.emulate_media(color_scheme=scheme)
    page.goto(planned(f"AXE{scheme}", 1))
    found = {}
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = findings(page, axe_source)

    assert found == {1280: [], 320: []}
    assert page.evaluate("document.documentElement.scrollWidth") == 320
