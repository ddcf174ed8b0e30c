"""The network's main job, from the first question to the map, through real pages: no step is taken behind the browser."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Office
from tests.browser.walker import LETTER, fill
from tests.membership.applicant import ANSWERS, EMAIL

SEATS = ["zagreb", "sofia", "canakkale", "podgorica", "sarajevo", "skopje", "thessaloniki"]


@pytest.fixture
def office(new_page, site) -> Office:
    return Office(new_page, site.passwords)


def test_a_city_applies_in_turkish_without_script_and_is_on_the_map_in_bulgarian(new_page, site, office):
    reader = new_page()
    reader.goto("/bg/members/")
    expect(reader.get_by_role("link", name="Kraljevo")).to_have_count(0)

    reference = apply_in_turkish(new_page(java_script_enabled=False), site)
    application = check(office.enter("secretariat"), reference)
    for name in SEATS:
        vote_yes(office.enter(name), reference)
    round_ = close(office.enter("secretariat"), application)
    confirm(office.enter("zagreb"), round_)
    release_and_sign(office.enter("secretariat"), application, round_)

    assert "Kraljevo" in site.newest_mail(EMAIL) or "Краљево" in site.newest_mail(EMAIL)
    reader.reload()
    expect(reader.locator(".map__mark", has_text="Kraljevo").first).to_be_attached()
    expect(reader.locator("#members ~ .table").get_by_role("link", name="Kraljevo")).to_be_visible()


def apply_in_turkish(page: Page, site) -> str:
    """Fill the form in as a candidate does; return the reference on the receipt."""
    page.goto("/tr/join/")
    page.locator("a[href$='/tr/apply/']").first.click()
    page.check("input[name=kind][value=local_government_in_region]")
    page.select_option("select[name=country]", "RS")
    page.locator("main form button").click()
    page.locator("a[href$='/tr/apply/start/']").click()
    page.fill("input[name=email]", EMAIL)
    page.locator("main form button").click()
    page.goto(re.search(r"http\S+/apply/key/\S+", site.newest_mail(EMAIL))[0])
    page.fill("input[name=code]", re.search(r"^\d{6}$", site.newest_mail(EMAIL), re.MULTILINE)[0])
    page.locator("main form button[type=submit]").first.click()
    for section, answers in ANSWERS.items():
        page.locator(f"a[href$='/tr/apply/form/{section}/']").first.click()
        fill(page, answers)
        page.locator("main form .button-row button[type=submit]").first.click()
        expect(page).to_have_url(re.compile(r"/tr/apply/form/$"))
    page.locator("a[href$='/tr/apply/form/documents/']").first.click()
    page.locator("a[href$='/documents/mayor_letter/']").first.click()
    page.set_input_files("input[type=file]", LETTER)
    page.locator("main form button[type=submit]").first.click()
    page.locator("main a.button[href$='/tr/apply/form/']").click()
    page.locator("a[href$='/tr/apply/form/check/']").click()
    page.locator("form[action$='/submit/'] button").click()
    expect(page).to_have_url(re.compile(r"/tr/apply/receipt/"))
    reference = page.locator(".receipt__reference").inner_text()
    page.locator("a[href$='/tr/apply/status/']").click()
    expect(page.locator(".receipt__reference")).to_have_text(reference)
    expect(page.locator(".steps__step[aria-current=step]")).to_have_count(1)
    return reference


def check(page: Page, reference: str) -> str:
    """Take, check and forward the application, and open a round; return the address of the dossier."""
    page.goto(f"/admin/membership/applications/?q={reference}")
    page.locator("table").get_by_role("link", name=reference).click()
    send(page, "take")
    form = page.locator("form[action$='/check/']")
    for box in form.locator("input[type=checkbox]").all():
        box.check()
    form.locator("textarea").first.fill("The application is complete.")
    page.locator("form [formaction$='/forward/'], form[action$='/forward/'] button").first.click()
    page.locator("form[action$='/open-round/'] input[type=checkbox]").check()
    send(page, "open-round")
    page.goto(f"/admin/membership/applications/?q={reference}")
    page.locator("table").get_by_role("link", name=reference).click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))
    return page.url


def vote_yes(page: Page, reference: str) -> None:
    """State that there is no conflict, read the dossier, and vote."""
    page.goto(f"/admin/membership/applications/?q={reference}")
    page.locator("table").get_by_role("link", name=reference).click()
    page.check("form[action$='/statement/'] input[value=no]")
    send(page, "statement")
    if not page.locator("form[action$='/cast/']").count():
        page.locator("a[href*='/rounds/']").first.click()
    page.check("form[action$='/cast/'] input[value=yes]")
    send(page, "cast")
    page.context.close()


def close(page: Page, application: str) -> str:
    """Close the round; return its address."""
    page.goto(application)
    page.locator("main a[href*='/rounds/']").first.click()
    send(page, "close")
    expect(page.locator("main")).to_contain_text("Carried: 7 of the 7 seats")
    return page.url


def confirm(page: Page, round_: str) -> None:
    page.goto(round_)
    send(page, "confirm")


def release_and_sign(page: Page, application: str, round_: str) -> None:
    page.goto(round_)
    send(page, "release")
    page.goto(application)
    form = page.locator("form[action$='/sign/']")
    form.locator("[name=signed_on]").fill(date.today().isoformat())
    form.locator("[name=place]").fill("Zagreb")
    form.locator("[name=signatory]").fill("Mayor")
    send(page, "sign")
    form = page.locator("form[action$='/ceremony/']")
    form.locator("[name=held_on]").fill(date.today().isoformat())
    form.locator("[name=summit]").fill("B40 Zagreb Summit")
    send(page, "ceremony")


def send(page: Page, act: str) -> None:
    """Press the button of an act, and see that the office has taken it."""
    page.locator(f"form[action$='/{act}/'] button[type=submit]").first.click()
    expect(page.locator(".messages .success")).to_be_visible()
