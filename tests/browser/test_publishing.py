"""Somebody of the Secretariat publishes a news item with a picture in English, Turkish and Greek."""

import pytest

from tests.browser.axe import findings
from tests.browser.conftest import Office, press
from tests.pages.pictures.files import picture_bytes

TITLES = {"en": "A bridge is opened", "tr": "Niş’te köprü açıldı", "el": "Άνοιξε η γέφυρα στη Νις"}
SUMMARIES = {
    "en": "Two member cities have opened a bridge.",
    "tr": "İki üye şehir bir köprü açtı.",
    "el": "Δύο πόλεις μέλη εγκαινίασαν μια γέφυρα.",
}
SHOWN = {"en": "A red bridge over a blue river", "tr": "Mavi bir nehrin üzerinde kırmızı köprü", "el": "Κόκκινη γέφυρα"}


NUMBER = """
from wagtail.models import Page
print(Page.objects.get(slug="a-bridge-is-opened", locale__language_code="{code}").pk)
"""


@pytest.fixture
def office(new_page, site):
    """The Secretariat's browser."""
    return Office(lambda: new_page(reduced_motion="reduce"), site.passwords).enter("secretariat")


def test_a_news_item_with_a_picture_is_published_in_three_languages(office, site, new_page, axe_source):
    upload_picture(office)
    write_item(office)
    assert findings(office, axe_source) == []
    publish(office)
    send_to_translation(office, site.run(NUMBER.format(code="en")))
    for code in ("tr", "el"):
        translate(office, site.run(NUMBER.format(code=code)), code)

    for code, title in TITLES.items():
        reader = new_page()
        reader.goto(f"/{code}/news/a-bridge-is-opened/")
        assert reader.locator("h1").inner_text() == title
        assert SUMMARIES[code] in reader.content()
        picture = reader.locator("figure img")
        assert picture.get_attribute("alt") == SHOWN[code]
        assert picture.get_attribute("src").startswith("/media/")
        assert findings(reader, axe_source) == []


def upload_picture(page) -> None:
    page.goto("/admin/images/add/")
    file = {"name": "bridge.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes(size=(600, 400))}
    page.set_input_files("main form input[name=file]", files=[file])
    page.fill("main form [name=title]", "Bridge")
    page.fill("main form [name=credit]", "City of Niš")
    for code, words in SHOWN.items():
        page.fill(f"main form [name=description_{code}]", words)
    press(page)


def write_item(page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="New news item").last.click()
    page.locator("#id_title").fill(TITLES["en"])
    page.fill("[name=summary]", SUMMARIES["en"])
    page.locator("#panel-child-content-body-content button[title='Insert a block']").first.click()
    page.get_by_role("option", name="Picture").click()
    page.get_by_role("button", name="Choose an image").first.click()
    page.locator(".modal-body").get_by_role("link", name="Bridge").first.click()
    page.locator(".modal-body").wait_for(state="detached")


def publish(page) -> None:
    """Press Publish, and publish also what the gate has found in a translation."""
    button = page.locator("button[name=action-publish], button[name=action][value=publish]").first
    if not button.is_visible():
        page.locator("footer .w-dropdown__toggle, footer button[aria-label*=actions]").first.click()
    with page.expect_navigation():
        button.click()
    if page.url.endswith("/publish/"):
        page.locator("textarea[name=reason]").fill("Names of bridges are not in the glossary.")
        with page.expect_navigation():
            page.locator("main form button[type=submit]").last.click()


def send_to_translation(page, number: str) -> None:
    """Make a draft of each translation."""
    page.goto(f"/admin/localize/submit/page/{number}/")
    for language in ("Türkçe", "Ελληνικά"):
        page.locator("main form").get_by_label(language).check()
    with page.expect_navigation():
        page.locator("main form input[type=submit]").click()


def translate(page, number: str, code: str) -> None:
    """Fill in what a translation needs, and publish it."""
    page.goto(f"/admin/pages/{number}/edit/")
    for words in (TITLES[code], SUMMARIES[code]):
        missing = page.locator("li.incomplete").first
        missing.get_by_role("button", name="Translate").click()
        missing.locator("textarea").fill(words)
        missing.get_by_role("button", name="Save").click()
        page.locator("li:not(.incomplete)", has_text=words).first.wait_for()
    publish(page)
