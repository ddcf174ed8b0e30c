"""A translator takes a changed declaration from behind its original to checked, in Greek."""

import pytest

from tests.browser.axe import findings
from tests.browser.conftest import Office
from tests.browser.desk_looks import faults

PLACES = """
from wagtail.models import Page
from wagtail_localize.models import Translation
from pages.translating.sending.submission import submit
from wagtail.models import Locale
page = Page.objects.get(slug="strategy", locale__language_code="en").specific
submit(page, Locale.objects.filter(language_code__in=["hr", "el"]), None)
other = Page.objects.get(slug="about", locale__language_code="tr")
made = Translation.objects.filter(target_locale__language_code="hr", source__object_id=page.translation_key).get()
print(f"{page.pk} {other.pk} {made.pk} {page.translation_key}")
"""
PASSWORD = "a long word for Greek 7"
PREPARE = f"""
from django.contrib.auth.models import Group, User
from wagtail.models import Page
person = User.objects.create_user("greek", "greek@example.org", "{PASSWORD}")
person.groups.add(Group.objects.get(name="Translators (el)"))
page = Page.objects.get(slug="declaration", locale__language_code="en").specific
block = next(block for block in page.body.raw_data if block["type"] == "paragraph")
block["value"] = block["value"] + "<p>Every city may read this declaration.</p>"
page.save_revision().publish()
"""
ORIGINAL, WORDS = "Every city may read this declaration.", "Κάθε πόλη μπορεί να διαβάσει αυτή τη διακήρυξη."


@pytest.fixture
def translator(new_page, site):
    site.run(PREPARE)
    return Office(lambda: new_page(reduced_motion="reduce"), {"greek": PASSWORD}).enter("greek")


def test_a_changed_declaration_goes_from_behind_to_checked(translator, new_page):
    page = translator
    page.goto("/admin/")
    row = page.locator("tr", has_text="Behind its original")
    assert row.count() == 1
    assert "Ελληνικά" in row.inner_text()

    row.get_by_role("link", name="Check").click()
    assert page.locator("ins").first.inner_text() == ORIGINAL
    page.get_by_role("button", name="Translate what changed").click()
    page.wait_for_url("**/edit/")
    missing = page.locator("li.incomplete")
    assert missing.count() == 1
    missing.get_by_role("button", name="Translate").click()
    missing.locator("textarea").fill(WORDS)
    missing.get_by_role("button", name="Save").click()
    page.locator("li.incomplete").wait_for(state="detached")
    publish(page)

    page.goto(f"/admin/translations/{number_of(page)}/check/")
    assert page.get_by_role("button", name="Translate what changed").count() == 0
    page.get_by_role("button", name="Mark as checked").click()
    page.wait_for_url("**/admin/translations/")
    assert "The translation is marked as checked by you." in page.content()

    reader = new_page()
    reader.goto("/el/declaration/")
    assert WORDS in reader.content()
    assert reader.locator(".page__truth a").count() == 0


@pytest.mark.parametrize(
    "viewport", [{"width": 1280, "height": 1024}, {"width": 320, "height": 256}], ids=["whole", "400"]
)
def test_the_pages_for_translators_have_no_barrier(new_page, site, axe_source, viewport):
    number, turkish, made, key = site.run(PLACES).split()
    page = Office(lambda: new_page(viewport=viewport, reduced_motion="reduce"), site.passwords).enter("secretariat")

    found = {}
    for path in (
        "",
        f"{number}/translators/",
        f"{number}/together/",
        f"{turkish}/check/",
        f"{made}/proposals/",
        f"left/?key={key}",
    ):
        page.goto(f"/admin/translations/{path}")
        found[path] = faults(page) + findings(page, axe_source)

    assert {path: lines for path, lines in found.items() if lines} == {}


def publish(page) -> None:
    """Press Publish; where the gate has something to say, answer it as an editor does."""
    button = page.locator("button[name=action][value=publish]")
    if not button.is_visible():
        page.locator("footer .w-dropdown__toggle, footer button[aria-label*=actions]").first.click()
    with page.expect_navigation():
        button.click()
    if "/publish/" in page.url:
        page.locator("textarea[name=reason]").fill("Words of the declaration itself.")
        with page.expect_navigation():
            page.locator("main form button[type=submit]").last.click()
    assert "is published" in page.content() or "Published" in page.content()


def number_of(page) -> str:
    """Return the number of the page that is edited."""
    return page.url.rstrip("/").split("/")[-2]
