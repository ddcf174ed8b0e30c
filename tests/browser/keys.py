"""Moves through a page with the keyboard alone."""

from playwright.sync_api import Page

MOST_TABS = 120


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(MOST_TABS):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"never reached: {selector}")


def follow(page: Page, selector: str) -> None:
    """Reach a link or a button, and use it."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")
