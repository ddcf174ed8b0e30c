"""One site and one browser for all browser tests; each test has a context of its own."""

import os
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.site import ADDRESS_HEADER, ROOT, served_site
from tests.codes import PERIOD_SECONDS, code_of

NETWORKS = count(1)
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",
]  # fmt: skip
AXE = Path(os.environ.get("B40_AXE", ROOT / "var/node/node_modules/axe-core/axe.min.js"))


def pytest_collection_modifyitems(items):
    """All browser tests share a site: one worker runs them."""
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with served_site(tmp_path_factory.mktemp("site")) as served:
        yield served


@pytest.fixture(scope="session")
def chromium():
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, env={**os.environ, "HOME": home})
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium, site):
    """Return a function that opens an empty page in a context of its own; options are Playwright's.

    Each comes from a network of its own, as different applicants do: the limits of one are not those of another.
    """
    contexts = []

    def open_page(**options):
        number = next(NETWORKS)
        usual = {
            "base_url": site.url,
            "viewport": {"width": 1280, "height": 900},
            "extra_http_headers": {ADDRESS_HEADER: f"10.{number // 256}.{number % 256}.1"},
        }
        context = chromium.new_context(**{**usual, **options})
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


class Office:
    """Opens the office for an account, each time in a browser context of its own.

    At the first time a second factor is set up, as the page tells; its key serves later log-ins of the same site.
    """

    keys: ClassVar[dict[tuple[str, str], str]] = {}
    shown: ClassVar[dict[tuple[str, str], set[int]]] = {}

    def __init__(self, new_page, passwords: dict[str, str]) -> None:
        self._new_page = new_page
        self._passwords = passwords

    def enter(self, name: str):
        return self.log_in(self._new_page(), name)

    def log_in(self, page, name: str):
        """Log in on a page that is there already."""
        account = (name, self._passwords[name])
        page.goto("/admin/login/")
        page.fill("input[name=username]", name)
        page.fill("input[name=password]", self._passwords[name])
        press(page)
        if "/set-up/" in page.url:
            self.keys[account] = page.locator("code").inner_text()
            self._show_code(page, account)
            page.get_by_role("link", name="Go to the office").click()
        elif "/code/" in page.url:
            self._show_code(page, account)
        page.wait_for_url(lambda url: "/admin/login/" not in url and "/admin/access/" not in url)
        return page

    def _show_code(self, page, account: tuple[str, str]) -> None:
        """Type a code that opened nothing before, of this half minute, the next, or the one before; each counts once."""
        shown = self.shown.setdefault(account, set())
        while not (free := [step for step in (0, 1, -1) if half_minute() + step not in shown]):
            time.sleep(1)
        shown.add(half_minute() + free[0])
        page.fill("input[name=code]", code_of(self.keys[account], step=free[0]))
        press(page)


def half_minute() -> int:
    return int(time.time()) // PERIOD_SECONDS


def press(page) -> None:
    """Send the page's first form, and wait for the answer."""
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()


@pytest.fixture(scope="session")
def axe_source() -> str:
    return AXE.read_text()
