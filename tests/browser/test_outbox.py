"""The pages of messages and of what-if cases: no barrier, on a small screen, with the keyboard, without script."""

import pytest

from tests.browser.axe import findings
from tests.browser.conftest import Office

FAULT = "?name-1=istanbul&role-1=president&attendance-1=present&name-2=athens&ballot-2=yes"
CASE = "?rule=strict&name-1=istanbul&role-1=president&attendance-1=present&ballot-1=yes"
PAGES = {
    "what if": "/admin/membership/what-if/",
    "a case": f"/admin/membership/what-if/{CASE}",
    "a contradiction": f"/admin/membership/what-if/{FAULT}",
    "texts": "/admin/membership/messages/texts/?language=el",
}


@pytest.fixture
def office(new_page, site):
    return Office(new_page, site.passwords)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_of_the_office_has_no_barrier_and_fits_a_small_screen(office, axe_source, path):
    page = office.enter("auditor")
    found, widths = {}, {}
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(path)
        found[width] = findings(page, axe_source)
        widths[width] = page.evaluate("document.documentElement.scrollWidth")

    assert found == {1280: [], 320: []}
    assert widths == {1280: 1280, 320: 320}


def test_a_case_is_tried_with_the_keyboard_and_shared_by_its_address(office):
    page = office.enter("sofia")
    page.goto(PAGES["what if"])
    for number in range(1, 8):
        page.focus(f"#attendance-{number}")
        page.keyboard.press("ArrowDown")  # present
        page.focus(f"#ballot-{number}")
        page.keyboard.press("ArrowDown")  # yes
    page.focus("form button[type=submit]:text('Decide')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    shared = page.url

    page.goto(PAGES["what if"])
    page.goto(shared)

    assert "Carried: 7 of the 7 seats counted voted Yes" in page.locator("[role=status] strong").inner_text()
    assert page.input_value("#ballot-7") == "yes"
