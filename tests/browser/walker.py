"""Walks the applicant's path in a browser, and keeps what axe found where."""

import re

from playwright.sync_api import Page, expect

from tests.browser.axe import findings
from tests.membership.applicant import ANSWERS, PDF

LETTER = {"name": "писмо.pdf", "mimeType": "application/pdf", "buffer": PDF}
RECEIPT = re.compile("/apply/receipt/")


class Walker:
    """One applicant: a page, a language, and a city and an address that no other test has."""

    def __init__(self, page: Page, site, code: str, city: str, axe_source: str = "") -> None:
        self.page, self.site, self.code, self.city, self.axe_source = page, site, code, city, axe_source
        self.email = f"contact@{city.lower()}.example"
        self.found: dict[str, list[str]] = {}

    def answers(self) -> dict[str, dict[str, str]]:
        """Return good answers of this city; mails go on in the language of the page."""
        own = {
            "city": {"name_en": self.city, "name_local": self.city, "email_domain": f"{self.city.lower()}.example"},
            "contacts": {
                "mail_language": self.code,
                "mayor_email": f"mayor@{self.city.lower()}.example",
                "alternate_email": f"office@{self.city.lower()}.example",
            },
        }
        return {section: {**answers, **own.get(section, {})} for section, answers in ANSWERS.items()}

    def visit(self, below: str, code: str = "") -> None:
        self.page.goto(f"/{code or self.code}/apply/{below}")
        self.look(f"{code} {below}".strip())

    def look(self, name: str) -> None:
        """Ask axe, and whether the page is wider than its window."""
        found = findings(self.page, self.axe_source) if self.axe_source else []
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append("wider than the window")
        if found:
            self.found[name] = found

    def press(self, button: str = "main form .button-row button[type=submit]") -> None:
        """Press a button, unless told otherwise the main one of the page's first form, and wait for the answer."""
        with self.page.expect_navigation():
            self.page.locator(button).first.click()

    def code_in_mail(self, email: str = "") -> str:
        return re.search(r"^\d{6}$", self.site.newest_mail(email or self.email), re.MULTILINE)[0]

    def link_in_mail(self, kind: str, email: str = "") -> str:
        return re.search(rf"http\S+/apply/{kind}/\S+", self.site.newest_mail(email or self.email))[0]

    def ask_for_a_key(self) -> None:
        """Ask for link and code, and go on by the link: the browser is quicker than anybody can read."""
        self.page.goto(f"/{self.code}/apply/start/")
        self.page.fill("input[name=email]", self.email)
        self.press()
        self.page.goto(self.link_in_mail("key"))

    def enter(self) -> None:
        self.ask_for_a_key()
        self.page.fill("input[name=code]", self.code_in_mail())
        self.press()
        expect(self.page).to_have_url(re.compile(f"/{self.code}/apply/form/$"))

    def complete(self) -> None:
        """Fill in every part and send the letter."""
        for section, answers in self.answers().items():
            self.page.goto(f"/{self.code}/apply/form/{section}/")
            fill(self.page, answers)
            self.press()
            expect(self.page).to_have_url(re.compile("/apply/form/$"))
        self.page.goto(f"/{self.code}/apply/form/documents/mayor_letter/")
        self.page.set_input_files("input[type=file]", LETTER)
        self.press()
        expect(self.page).to_have_url(re.compile("/form/documents/$"))

    def submit(self) -> str:
        """Submit and return the reference on the receipt."""
        self.page.goto(f"/{self.code}/apply/form/check/")
        self.press("form[action$='/submit/'] button")
        expect(self.page).to_have_url(RECEIPT)
        return self.page.locator(".receipt__reference").inner_text()


def fill(page: Page, answers: dict[str, str]) -> None:
    """Type, choose and tick the answers of one section."""
    for name, value in answers.items():
        field = page.locator(f"[name={name}]").first
        kind = field.get_attribute("type") or field.evaluate("field => field.tagName.toLowerCase()")
        if kind == "radio":
            page.check(f"input[name={name}][value={value}]")
        elif kind == "checkbox":
            field.check()
        elif kind == "select":
            field.select_option(value)
        else:
            field.fill(value)
