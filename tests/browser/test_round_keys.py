"""A round from the arrivals to the President's declaration, with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Office
from tests.browser.keys import follow, tab_to

# Everybody has stated and voted but the last of the elected, who is not here yet.
OPENED = """
from tests.browser.desk_records import Records
records = Records()
round_ = records.open_round(records.application("Keys"))
for seat in records.seats:
    if seat.holder.username != "{late}":
        records.vote(round_, seat.holder)
print("round", round_.pk)
"""
LATE = "sofia"


@pytest.fixture
def office(new_page, site):
    return Office(new_page, site.passwords)


def send(page: Page, act: str) -> None:
    """Press the button of a form; what was wrong with it would be marked."""
    follow(page, f"form[action$='/{act}/'] button[type=submit]")
    expect(page.locator("main .error-message, main .w-field__errors .error-message")).to_have_count(0)


def choose(page: Page, group: str, downwards: int) -> None:
    """Reach a group of radio buttons, take its first, and go down from there."""
    tab_to(page, group)
    page.keyboard.press("Space")
    for _ in range(downwards):
        page.keyboard.press("ArrowDown")


def test_a_round_goes_from_the_arrivals_to_the_declaration(office, site):
    address = f"/admin/membership/rounds/{re.search(r'round ([0-9]+)', site.run(OPENED.format(late=LATE)))[1]}/"
    secretary, member, president = (office.enter(name) for name in ("secretariat", LATE, "zagreb"))

    secretary.goto(address)
    seat = secretary.get_by_role("checkbox", name="Sofia")
    tab_to(secretary, f"[id='{seat.get_attribute('id')}']")
    secretary.keyboard.press("Space")
    send(secretary, "attendance")
    expect(secretary.locator("#seats-content tr", has_text="Sofia")).to_contain_text("Present")

    member.goto(f"{address}statement/")
    choose(member, "[name=has_conflict]", 0)
    send(member, "statement")
    member.goto(address)
    choose(member, "form[action$='/cast/'] [name=choice]", 0)
    send(member, "cast")
    expect(member.locator("#seats-content tr", has_text="Your seat")).to_contain_text("Yes")

    secretary.goto(address)
    send(secretary, "close")
    president.goto(address)
    send(president, "confirm")
    expect(president.locator("#result-content")).to_contain_text("The President declared")
