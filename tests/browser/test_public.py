"""What a reader meets on every public page: no barrier, no cookie, no third party, no message in the console."""

import pytest

from tests.browser.axe import findings

LANGUAGES = ["en", "el", "sr"]
PAGES = {
    "home": "",
    "document": "declaration/",
    "document in two languages": "declaration/languages/?with=tr",
    "site map": "site-map/",
    "about": "about/",
    "members": "members/",
    "members of a country": "members/?country=gr",
    "city": "members/istanbul/",
    "join": "join/",
    "news": "news/",
    "news on a topic": "news/topic/presidency/",
    "events": "events/",
    "organisation": "about/organisation/",
    "working group": "about/organisation/groups/climate/",
    "decisions": "about/organisation/decisions/",
    "contradictions": "about/organisation/contradictions/",
    "press kit": "news/press/",
    "latest changes": "changes/",
    "contact form": "contact/write/",
    "eligibility": "apply/",
    "eligibility refused": "apply/?kind=local_association",
    "start": "apply/start/",
    "resume": "apply/resume/",
    "not found": "no-such-page/",
}
ENGLISH_ONLY = {"news item": "news/athens-takes-over-the-presidency/", "event": "events/athens-summit-2023/"}
ANSWERS = {"not found": 404, "eligibility refused": 422}
CASES = [(code, name, path) for code in LANGUAGES for name, path in PAGES.items()] + [
    ("en", name, path) for name, path in ENGLISH_ONLY.items()
]


@pytest.mark.parametrize(("code", "name", "path"), CASES, ids=[f"{code}-{name}" for code, name, _ in CASES])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page, axe_source, code, name, path, scheme):
    page = new_page(color_scheme=scheme)
    answer = page.goto(f"/{code}/{path}")

    assert answer.status == ANSWERS.get(name, 200)
    assert findings(page, axe_source) == []


@pytest.mark.parametrize("path", ["en/", "el/members/", "sr/join/", "en/apply/", "en/news/"])
def test_a_reader_meets_no_cookie_no_third_party_and_a_quiet_console(new_page, site, path):
    page = new_page()
    requests, messages = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))

    page.goto(f"/{path}", wait_until="networkidle")

    assert [url for url in requests if not url.startswith(site.url)] == []
    assert page.context.cookies() == []
    assert messages == []


@pytest.mark.parametrize(
    "path",
    [
        "bg/",
        "el/members/",
        "sq/join/",
        "en/members/istanbul/",
        "bg/apply/",
        "en/about/principles/",
        "bg/contact/write/",
        "el/about/organisation/contradictions/",
    ],
)
def test_a_page_fits_a_screen_of_320_pixels(new_page, path):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"/{path}")

    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", ["en/", "bg/members/"])
def test_the_menu_and_the_languages_open_without_script(new_page, path):
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(f"/{path}")

    page.locator("summary").first.click()

    assert page.locator("header a[href*='/members/']").first.is_visible()
