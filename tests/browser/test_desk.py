"""Every page of the office: no barrier for axe, no window too small for it, and all of it with the keyboard."""

import json
import re

import pytest
from playwright.sync_api import Page

from tests.browser.axe import findings
from tests.browser.conftest import Office

FILL = "from tests.browser.desk_records import main; main()"
# Which records the addresses below a beginning are about; the first that fits counts.
KINDS = (
    (r"rounds/<int:pk>/proxies/<", "round proxy"),
    (r"meetings/<int:pk>/proxies/<", "meeting proxy"),
    (r"meetings/<int:pk>/items/", "item"),
    (r"decisions/<int:pk>/correction/<", "correction"),
    (r"members/<int:pk>/acts/", "act"),
    (r"applications/<int:pk>/|dossier", "dossier"),
    (r"files/", "file"),
    (r"rounds/", "round"),
    (r"proxies/", "proxy"),
    (r"meetings/<", "meeting"),
    (r"decisions/<", "decision"),
    (r"members/<", "member"),
    (r"motions/", "motion"),
    (r"participation/<", "participants"),
    (r"messages/<", "mail"),
    (r"rules/<", "proposal"),
)
ARGUMENT = re.compile(r"<\w+:\w+>")
AT_400_PERCENT = {"width": 320, "height": 256}  # of a window of 1280 × 1024 (WCAG 2.2, 1.4.10)
WHOLE = {"width": 1280, "height": 1024}
MOST_TABS = 250
FRAGMENTS = {"live"}  # put into a page by its script
LEAST = 18  # so many pages at least there are for everybody
# What stands in the page's content, is shown and can be used; of a group of radio buttons one has the focus.
CONTROLS = """() => [...document.querySelector('main')
  .querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
  .filter(control => !control.disabled && control.type !== 'hidden' && control.tabIndex >= 0)
  .filter(control => control.checkVisibility({visibilityProperty: true}) && !control.closest('[hidden]'))
  .map(control => control.type === 'radio' ? 'radio ' + control.name : control.outerHTML.slice(0, 160))"""
BEGIN = "() => { const main = document.querySelector('main'); main.tabIndex = -1; main.focus(); }"
FOCUSED = """() => {
  const control = document.activeElement, style = getComputedStyle(control);
  const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || control.matches('[tabindex="-1"]');
  const name = control.type === 'radio' ? 'radio ' + control.name : control.outerHTML.slice(0, 160);
  return {name, isSeen, isInMain: !!control.closest('main')};
}"""


@pytest.fixture(scope="module")
def addresses(site):
    """Return name → address of all that the office answers to, with records of every kind behind it."""
    told = json.loads(re.search(r"^records (.+)$", site.run(FILL), re.MULTILINE)[1])
    root = told["root"].removesuffix("applications/")
    return {name: root + filled(pattern, told["numbers"]) for name, pattern in told["patterns"].items()}


def filled(pattern: str, numbers: dict[str, list[int]]) -> str:
    """Return the pattern with the numbers of its records, and with any word for what is none."""
    kind = next((kind for beginning, kind in KINDS if re.match(beginning, pattern)), "")
    values = iter(numbers.get(kind, []))
    return ARGUMENT.sub(lambda found: "pdf" if "str:" in found[0] else str(next(values, 1)), pattern)


@pytest.fixture
def office(new_page, site):
    return Office(new_page, site.passwords)


def pages_of(page: Page, addresses: dict[str, str]) -> dict[str, str]:
    """Return the addresses that answer this user with a page of their own, neither a file nor the way to another page."""
    found = {}
    for name, address in addresses.items():
        answer = page.request.get(address, max_redirects=0)
        if (
            name not in FRAGMENTS
            and answer.status == 200
            and answer.headers.get("content-type", "").startswith("text/html")
        ):
            found[name] = address
    return found


def looked_at(page: Page, pages: dict[str, str], axe_source: str) -> dict[str, list[str]]:
    """Return what is wrong with each page at the present width and in the present colours."""
    wrong = {}
    for name, address in pages.items():
        page.goto(address)
        found = findings(page, axe_source)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append("wider than the window")
        if found:
            wrong[name] = found
    return wrong


WAYS = {
    "whole": {"viewport": WHOLE, "color_scheme": "light"},
    "at 400 per cent": {"viewport": AT_400_PERCENT, "color_scheme": "dark"},
}


@pytest.mark.parametrize(
    ("name", "way"),
    [("secretariat", "whole"), ("secretariat", "at 400 per cent"), ("zagreb", "at 400 per cent"), ("sofia", "whole")],
)
def test_no_page_of_the_office_has_a_barrier(new_page, site, axe_source, addresses, name, way):
    """As the Secretariat, as the President, who has voted, and as a member, who has to state first."""
    page = Office(lambda: new_page(**WAYS[way]), site.passwords).enter(name)
    pages = pages_of(page, addresses)

    assert looked_at(page, pages, axe_source) == {}
    assert len(pages) > LEAST, sorted(pages)


def test_every_control_of_every_page_is_reached_with_tab_and_shows_the_focus(office, addresses):
    page = office.enter("secretariat")
    missed = {}
    for name, address in pages_of(page, addresses).items():
        page.goto(address)
        wanted, reached, unseen = set(page.evaluate(CONTROLS)), set(), set()
        page.evaluate(
            "document.querySelector('main').setAttribute('tabindex', '-1'); document.querySelector('main').focus()"
        )
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if not focused["isInMain"] or (focused["name"] in reached and wanted <= reached):
                break
            reached.add(focused["name"])
            if not focused["isSeen"]:
                unseen.add(focused["name"])
        if wanted - reached or unseen:
            missed[name] = [
                *(f"not reached: {control}" for control in sorted(wanted - reached)),
                *(f"unseen: {control}" for control in sorted(unseen)),
            ]

    assert missed == {}
