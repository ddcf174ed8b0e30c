"""Every page of the office: no barrier for axe, no window too small for it, and all of it with the keyboard."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, findings
from tests.browser.conftest import Office
from tests.browser.desk_keys import walked
from tests.browser.desk_looks import faults, open_page, show_in
from tests.browser.desk_pages import filled_addresses, pages_of

AT_400_PERCENT = {"width": 320, "height": 256}  # of a window of 1280 × 1024 (WCAG 2.2, 1.4.10)
WHOLE = {"width": 1280, "height": 1024}
OFFICE = "secretariat"  # which sees all pages; of the others' those are looked at on which they do something
LEAST = {True: 38, False: 6}  # pages there are at least, for the office and for others
# Sent empty, each of these forms of a page is refused, and the page tells what is missing.
REFUSED = {
    "dossier": ("comment", "message", "transfer"),
    "round": ("file_proxy", "record_statement", "ask"),
    "committee": ("fill_seat", "end_seat", "change_holder", "resign"),
    "meetings": ("plan_meeting",),
    "rules": ("propose_rule",),
    "rulings": ("record_ruling",),
    "participation": ("record_participation",),
    "by_letter": ("by_letter",),
}


@pytest.fixture(scope="module")
def addresses(site):
    return filled_addresses(site)


@pytest.fixture
def enter(new_page, site):
    """Return a function that logs an account in with a window of a size."""

    def _enter(name: str, viewport: dict[str, int]) -> Page:
        return Office(lambda: new_page(viewport=viewport, reduced_motion="reduce"), site.passwords).enter(name)

    return _enter


def looked_at(page: Page, axe_source: str) -> list[str]:
    """Return what is wrong with an open page: in a whole window in light and in dark colours, in a small one in dark."""
    if page.viewport_size == AT_400_PERCENT:
        show_in(page, "dark")
        return faults(page) + findings(page, axe_source)
    show_in(page, "light")
    found = faults(page) + findings(page, axe_source)
    show_in(page, "dark")
    return found + [f"dark: {line}" for line in findings(page, axe_source, COLOURS)]


@pytest.mark.parametrize(
    ("name", "viewport"),
    [(OFFICE, WHOLE), (OFFICE, AT_400_PERCENT), ("zagreb", AT_400_PERCENT), ("sofia", WHOLE)],
    ids=["secretariat", "secretariat at 400 per cent", "president at 400 per cent", "member"],
)
def test_no_page_of_the_office_has_a_barrier(enter, axe_source, addresses, name, viewport):
    """As the Secretariat, as the President, who has voted, and as a member, who has to state first."""
    page = enter(name, viewport)
    pages, wrong = pages_of(page, addresses, with_acts=name != OFFICE), {}
    for title, address in pages.items():
        open_page(page, address)
        wrong[title] = looked_at(page, axe_source)

    assert {title: found for title, found in wrong.items() if found} == {}
    assert len(pages) >= LEAST[name == OFFICE], sorted(pages)


def test_no_form_that_was_refused_has_a_barrier(enter, axe_source, addresses):
    page, wrong = enter(OFFICE, AT_400_PERCENT), {}
    for title, acts in REFUSED.items():
        for act in acts:
            open_page(page, addresses[title])
            with page.expect_navigation() as answer:
                page.eval_on_selector(f"form[action='{addresses[act]}']", "form => form.submit()")
            assert answer.value.status == 422, act
            wrong[act] = looked_at(page, axe_source)

    assert {act: found for act, found in wrong.items() if found} == {}


@pytest.mark.parametrize("name", [OFFICE, "zagreb"])
def test_every_control_of_every_page_is_reached_with_tab_and_shows_the_focus(enter, addresses, name):
    page, wrong = enter(name, AT_400_PERCENT), {}
    for title, address in pages_of(page, addresses, with_acts=name != OFFICE).items():
        open_page(page, address)
        wrong[title] = walked(page)

    assert {title: found for title, found in wrong.items() if found} == {}
