"""The applicant's path in a browser: with script and without, and every page and error without a barrier."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Office
from tests.browser.walker import Walker
from tests.membership.applicant import ANSWERS

CODES = ["en", "tr", "el", "sr"]
LOOKS = [("en", "light", 1280), ("tr", "dark", 360), ("el", "dark", 1280), ("el", "light", 360), ("sr", "light", 360)]


@pytest.fixture(params=LOOKS, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def walker(request, new_page, site, axe_source) -> Walker:
    """An applicant before the first form."""
    code, scheme, width = request.param
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    return Walker(page, site, code, f"Look{code}{scheme}{width}x{len(request.node.originalname)}", axe_source)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("code", CODES)
def test_the_whole_path_from_the_first_mail_to_the_message(new_page, site, code, script):
    walker = Walker(new_page(java_script_enabled=script), site, code, f"Whole{code}{script}")
    walker.enter()
    walker.complete()
    reference = walker.submit()

    walker.page.goto(f"/{code}/apply/status/write/")
    walker.page.fill("textarea", "Πότε; Када? Ne zaman?")
    walker.press()

    expect(walker.page.locator(".messages__message")).to_contain_text("Πότε; Када? Ne zaman?")
    expect(walker.page.locator(".receipt__reference")).to_have_text(reference)
    assert reference in site.newest_mail(walker.email)


def test_rows_are_added_and_removed_without_script(new_page, site):
    walker = Walker(new_page(java_script_enabled=False), site, "en", "Rowtown")
    walker.enter()
    page = walker.page
    page.goto("/en/apply/form/role/")
    for number, title in enumerate(["URBACT", "Interreg"]):
        page.fill(f"[name=projects-{number}-title]", title)
        page.locator("button[name=more][value=projects]").click()
    page.select_option("[name=partners-0-city]", "sofia")
    page.check("[name=projects-0-remove]")
    page.locator("button[name=more][value=partners]").click()

    expect(page.locator("[name=projects-0-title]")).to_have_value("Interreg")
    expect(page.locator("[name=partners-0-city]")).to_have_value("sofia")
    expect(page.locator("[name=partners-1-city]")).to_have_value("")


def test_with_script_words_are_counted_questions_appear_and_the_map_is_pointed_at(new_page, site):
    walker = Walker(new_page(), site, "en", "Scripttown")
    walker.enter()
    page = walker.page
    page.goto("/en/apply/form/role/")
    page.fill("[name=national_role]", "one two three")
    expect(page.locator(".field__count").first).to_have_text("Words: 3 of 250")
    expect(page.locator("[name=association_name]")).to_be_hidden()
    page.check("[name=in_association][value=yes]")
    expect(page.locator("[name=association_name]")).to_be_visible()

    page.goto("/en/apply/form/city/")
    page.fill("[name=latitude]", "42,69751")
    page.fill("[name=longitude]", "23.32415")
    page.locator(".point-map__sheet").scroll_into_view_if_needed()
    mark = page.locator(".point-map__mark").bounding_box()
    page.evaluate("for (const name of ['latitude', 'longitude']) document.getElementById(`id_${name}`).value = ''")
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)

    assert abs(float(page.input_value("[name=latitude]")) - 42.69751) < 0.1
    assert abs(float(page.input_value("[name=longitude]")) - 23.32415) < 0.1


def test_a_draft_is_written_without_a_barrier_and_deleted(walker):
    walker.visit("start/")
    walker.press()
    walker.look("start refused")
    walker.page.fill("input[name=email]", walker.email)
    walker.press()
    walker.look("sent")
    walker.page.goto(walker.link_in_mail("key"))
    walker.look("key")
    walker.page.fill("input[name=code]", "000000")
    walker.press()
    walker.look("key refused")
    walker.page.fill("input[name=code]", walker.code_in_mail())
    walker.press()
    walker.look("form")
    for section in (*ANSWERS, "documents/mayor_letter"):
        walker.visit(f"form/{section}/")
        walker.press()
        expect(walker.page.locator(".error-summary")).to_be_visible()
        walker.look(f"{section} refused")
    walker.visit("form/documents/")
    walker.visit("form/hand-over/")
    walker.visit("form/check/")
    walker.press("form[action$='/submit/'] button")
    walker.look("submit refused")
    walker.visit("form/delete/")
    walker.press()
    walker.look("deleted")
    walker.visit("form/")

    assert walker.found == {}


def test_an_application_is_sent_looked_up_and_withdrawn_without_a_barrier(walker):
    walker.enter()
    walker.complete()
    walker.visit("form/documents/")
    walker.visit("form/hand-over/")
    walker.visit("form/check/")
    walker.submit()
    walker.look("receipt")
    for page in ("status/", "status/mayor/", "status/write/", "form/documents/other/", "status/withdraw/"):
        walker.visit(page)
    walker.visit("status/write/")
    walker.press()
    walker.look("write refused")
    mayor = walker.answers()["contacts"]["mayor_email"]
    walker.page.goto(walker.link_in_mail("notice", mayor))
    walker.look("notice")
    walker.page.goto(f"{walker.link_in_mail('notice', mayor)}read/")
    walker.press()
    walker.look("notice refused")
    walker.page.fill("input[name=code]", walker.code_in_mail(mayor))
    walker.press()
    walker.look("copy")
    walker.press()
    walker.look("confirmed")
    walker.visit("status/withdraw/")
    walker.press()
    expect(walker.page).to_have_url(re.compile("/status/$"))
    walker.look("withdrawn")

    assert walker.found == {}


def test_a_question_of_the_office_is_answered_without_a_barrier(new_page, site, axe_source):
    walker = Walker(new_page(), site, "en", "Asktown", axe_source)
    walker.enter()
    walker.complete()
    reference = walker.submit()
    office = Office(new_page, site.passwords).enter("secretariat")
    office.goto(f"/admin/membership/applications/?q={reference}")
    office.locator("table").get_by_role("link", name=reference).click()
    office.locator("form[action$='/take/'] button").click()
    office.locator("button[aria-controls='request-content']").click()
    form = office.locator("form[action$='/request/']")
    form.locator("textarea").fill("Please say more of the airport.")
    form.locator("input[value=role]").check()
    form.locator("button").click()

    walker.visit("status/")
    for code in CODES:
        walker.visit("form/", code)
        walker.visit("form/role/", code)
        walker.visit("form/answer/", code)
    walker.press()
    walker.look("answer refused")
    walker.page.goto("/en/apply/form/role/")
    walker.page.fill("[name=national_role]", "Seat of Morava airport.")
    walker.press()
    walker.visit("form/answer/")
    expect(walker.page.locator("ins")).to_have_text("Seat of Morava airport.")
    walker.press()
    expect(walker.page).to_have_url(re.compile("/status/$"))

    assert walker.found == {}


def test_a_request_to_observe_without_a_barrier(new_page, site, axe_source):
    walker = Walker(new_page(color_scheme="dark"), site, "el", "Observerbody", axe_source)
    walker.visit("?kind=international_body")
    walker.page.locator("a[href$='/start/international_body/']").click()
    walker.look("start")
    walker.page.fill("input[name=email]", walker.email)
    walker.press()
    walker.page.goto(walker.link_in_mail("key"))
    walker.page.fill("input[name=code]", walker.code_in_mail())
    walker.press()
    for section in ("organisation", "interest", "contact", "declarations"):
        walker.visit(f"form/{section}/")
        walker.press()
        walker.look(f"{section} refused")
    walker.visit("form/check/")

    assert walker.found == {}
