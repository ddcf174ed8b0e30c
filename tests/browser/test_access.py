"""The door in a browser: without JavaScript, on a telephone, light and dark, and what axe says of each page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.conftest import press
from tests.codes import code_of

TELEPHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 800}
PAGES = [
    "second-factor/", "second-factor/remove/", "recovery-codes/", "recovery-codes/new/", "password/", "confirm/",
    "confirm/code/",
]  # fmt: skip
PASSWORD = "seven-seats-of-the-committee"
# An account that no other test has logged in with: a second factor is set up once.
NEW_ACCOUNT = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
user = get_user_model().objects.create_user("{name}", "{name}@example.org", "{password}")
user.groups.add(Group.objects.get(name="Auditors"))
"""


@pytest.mark.parametrize(
    ("name", "viewport", "scheme"),
    [("on-a-telephone", TELEPHONE, "light"), ("at-a-desk", DESK, "dark")],
    ids=["telephone_light", "desk_dark"],
)
def test_axe_finds_nothing_where_one_logs_in(new_page, site, axe_source, name, viewport, scheme):
    page = new_page(viewport=viewport, color_scheme=scheme)
    found = {}

    def look(where):
        page.locator("main").wait_for()
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        found[where] = findings(page, axe_source) + (["wider than the window"] if wide else [])

    page.goto("/admin/membership/applications/")
    look("log-in")
    send_password(page, name, site)
    look("set-up")
    page.fill("input[name=code]", "000000")
    press(page)
    look("set-up refused")
    set_up(page)
    for path in PAGES:
        page.goto(f"/admin/access/{path}")
        look(path)

    assert {where: lines for where, lines in found.items() if lines} == {}


def test_a_second_factor_is_set_up_without_script(new_page, site):
    page = new_page(java_script_enabled=False)
    page.goto("/admin/membership/applications/")

    send_password(page, "without-script", site)
    set_up(page)
    page.goto("/admin/membership/applications/")

    expect(page).to_have_url(re.compile("/admin/membership/applications/$"))


def send_password(page, name, site):
    """Log in for the first time."""
    site.run(NEW_ACCOUNT.format(name=name, password=PASSWORD))
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", PASSWORD)
    press(page)


def set_up(page):
    page.fill("input[name=code]", code_of(page.locator("code").inner_text()))
    press(page)
    expect(page.locator(".door__codes li")).to_have_count(10)
