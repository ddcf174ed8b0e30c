"""Every step of the applicant's path, and every part with its errors: no barrier, in light and dark, wide and narrow."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.browser.test_whole_way import LETTER, fill
from tests.membership.applicant import ANSWERS

CITY = {"name_en": "Uzice", "name_local": "Ужице"}  # in no other test, so that it is never a member already
CASES = [("en", "light", 1280), ("el", "dark", 360), ("sr", "light", 360)]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def path(request, new_page, site, axe_source):
    """The path of one applicant, who holds an empty draft."""
    code, scheme, width = request.param
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    return Path(page, site, axe_source, code, f"{scheme}.{width}@city.example")


class Path:
    """Walks and keeps what axe found where."""

    def __init__(self, page: Page, site, axe_source: str, code: str, email: str) -> None:
        self.page, self.site, self.axe_source, self.code = page, site, axe_source, code
        self.email = f"{code}.{email}"
        self.found: dict[str, list[str]] = {}

    def visit(self, below: str) -> None:
        self.page.goto(f"/{self.code}/apply/{below}")
        self.look(below)

    def look(self, name: str) -> None:
        """Ask axe, and whether the page is wider than its window."""
        found = findings(self.page, self.axe_source)
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append("wider than the window")
        if found:
            self.found[name] = found

    def press(self) -> None:
        self.page.locator("main form button[type=submit]").first.click()

    def enter(self) -> None:
        """Ask for a key, with a wrong code first."""
        self.visit("start/")
        self.press()
        self.look("start refused")
        self.page.fill("input[name=email]", self.email)
        self.press()
        self.look("key")
        self.page.fill("input[name=code]", "000000")
        self.press()
        self.look("key refused")
        code = re.search(r"^\d{6}$", self.site.newest_mail(self.email), re.MULTILINE)[0]
        self.page.fill("input[name=code]", code)
        self.press()
        expect(self.page).to_have_url(re.compile(f"/{self.code}/apply/form/$"))

    def refuse(self, section: str) -> None:
        """Send a part empty."""
        self.visit(f"form/{section}/")
        self.press()
        expect(self.page.locator(".error-summary")).to_be_visible()
        self.look(f"{section} refused")

    def complete(self) -> None:
        for section, answers in ANSWERS.items():
            self.page.goto(f"/{self.code}/apply/form/{section}/")
            fill(self.page, {**answers, **CITY} if section == "city" else answers)
            self.press()
        self.page.goto(f"/{self.code}/apply/form/letter/")
        self.page.set_input_files("input[type=file]", LETTER)
        self.press()


def test_a_draft_is_written_without_a_barrier_and_deleted(path):
    path.enter()
    path.look("form")
    for section in (*ANSWERS, "letter"):
        path.refuse(section)
    path.visit("form/check/")
    path.page.locator("form[action$='/submit/'] button").click()
    path.look("submit refused")
    path.visit("form/delete/")
    path.press()
    path.look("deleted")
    path.visit("form/")

    assert path.found == {}


def test_an_application_is_sent_looked_up_and_withdrawn_without_a_barrier(path):
    path.enter()
    path.complete()
    path.visit("form/check/")
    path.page.locator("form[action$='/submit/'] button").click()
    expect(path.page).to_have_url(re.compile("/receipt/"))
    path.look("receipt")
    path.visit("status/")
    path.visit("status/withdraw/")
    path.press()
    expect(path.page).to_have_url(re.compile("/status/$"))
    path.look("withdrawn")

    assert path.found == {}
