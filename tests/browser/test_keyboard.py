"""The applicant's path with the keyboard only: every control is reached with Tab, and nothing traps."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keys import follow, tab_to
from tests.browser.walker import LETTER, RECEIPT, Walker


def press_main_button(page: Page) -> None:
    """Reach the page's main button and press it; the next page begins at its top."""
    follow(page, "main .button-row button:not([name])")


def type_answers(page: Page, answers: dict[str, str]) -> None:
    """Answer in the order of the page; a choice is made with the arrows, as people do."""
    names = page.evaluate("[...new Set([...document.querySelectorAll('main [name]')].map(field => field.name))]")
    for name in sorted(answers, key=names.index):
        kind = page.locator(f"main [name='{name}']").first.evaluate("field => field.type")
        tab_to(page, f"[name='{name}']")
        if kind == "radio":
            page.keyboard.press("Space")
            for _ in range(10):
                if page.evaluate("document.activeElement.value") == answers[name]:
                    break
                page.keyboard.press("ArrowDown")
        elif kind == "checkbox":
            page.keyboard.press("Space")
        elif kind == "select-one":
            for _ in range(30):
                if page.evaluate("document.activeElement.value") == answers[name]:
                    break
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.insert_text(answers[name])


@pytest.mark.parametrize("code", ["en", "tr", "el", "sr"])
def test_the_whole_path_with_the_keyboard_only(new_page, site, code):
    page = new_page()
    # Playwright asks the browser to hand it file choosers when the first listener comes, without waiting for the answer;
    # a key pressed before opens one that nobody sees, and no second. So there is a listener from the beginning.
    page.on("filechooser", lambda _chooser: None)
    walker = Walker(page, site, code, f"Keys{code}")
    page.goto(f"/{code}/apply/start/")
    tab_to(page, "[name=email]")
    page.keyboard.insert_text(walker.email)
    press_main_button(page)
    page.goto(walker.link_in_mail("key"))
    tab_to(page, "[name=code]")
    page.keyboard.insert_text(walker.code_in_mail())
    press_main_button(page)
    for section, answers in walker.answers().items():
        follow(page, f"a[href$='/form/{section}/']")
        type_answers(page, answers)
        press_main_button(page)
        expect(page.locator(".error-summary")).to_have_count(0)
    follow(page, "a[href$='/form/documents/']")
    follow(page, "a[href$='/documents/mayor_letter/']")
    tab_to(page, "input[type=file]")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(LETTER)
    press_main_button(page)
    follow(page, "main a[href$='/apply/form/']")
    follow(page, "a[href$='/form/check/']")
    press_main_button(page)

    expect(page).to_have_url(RECEIPT)
