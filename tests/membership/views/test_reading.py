"""Each page of the path can be read by whoever finished upper secondary school, and asks one decision."""

import re
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from membership.models import Application
from membership.services import checking, information
from tests.membership.factories import make_secretary

pytestmark = pytest.mark.django_db
UPPER_SECONDARY = 12.0  # the highest grade of the Flesch–Kincaid formula (US Navy, 1975) that is taken
VOWELS = re.compile(r"[aeiouy]+")
BLOCKS = {"p", "li", "h1", "h2", "h3", "label", "legend", "dt", "dd", "th", "td", "summary", "button"}
DRAFT = [
    "start/", "resume/", "form/", "form/city/", "form/mandate/", "form/contacts/", "form/role/", "form/contribution/",
    "form/declarations/", "form/documents/", "form/documents/mayor_letter/", "form/documents/council_decision/",
    "form/documents/translation/", "form/documents/other/", "form/hand-over/", "form/check/", "form/delete/",
]  # fmt: skip
RECEIVED = ["status/", "status/write/", "status/mayor/", "status/withdraw/", "form/documents/other/"]


class Prose(HTMLParser):
    """Collects the sentences of the page's main part, one block after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.blocks, self.main_buttons = 0, [""], 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "main":
            self.depth += 1
        if tag in BLOCKS:
            self.blocks.append("")
        is_main = "button" in classes and "button--secondary" not in classes
        self.main_buttons += bool(self.depth and is_main and dict(attrs).get("aria-hidden") != "true")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "main"

    def handle_data(self, text: str) -> None:
        if self.depth:
            self.blocks[-1] += text

    def sentences(self) -> list[list[str]]:
        """Return the words of each sentence that has enough of them to be one."""
        found = [re.findall(r"[A-Za-z’']+", part) for block in self.blocks for part in re.split(r"[.!?:;]\s", block)]
        return [words for words in found if len(words) > 3]


def prose(page: str) -> Prose:
    parser = Prose()
    parser.feed(page)
    return parser


def grade(sentences: list[list[str]]) -> float:
    """Return the school year that the text needs, by the length of its sentences and words."""
    words = [word.lower() for sentence in sentences for word in sentence]
    syllables = sum(max(1, len(VOWELS.findall(word.removesuffix("e")))) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def look(browser, path: str) -> None:
    answer = browser.get(f"/en/apply/{path}")
    read = prose(answer.content.decode())

    assert answer.status_code == 200, path
    assert grade(read.sentences()) <= UPPER_SECONDARY, path
    assert read.main_buttons <= 1, path


@pytest.mark.parametrize("path", DRAFT)
def test_a_page_of_the_draft_is_read_easily_and_asks_one_thing(filled, path):
    look(filled, path)


@pytest.mark.parametrize("path", RECEIVED)
def test_a_page_after_submitting_is_read_easily_and_asks_one_thing(filled, path):
    filled.post("/en/apply/form/submit/")

    look(filled, path)


@pytest.mark.parametrize("path", ["status/", "form/", "form/answer/"])
def test_a_page_that_asks_for_more_is_read_easily_and_asks_one_thing(filled, path):
    filled.post("/en/apply/form/submit/")
    application, secretary, now = Application.objects.get(), make_secretary(), timezone.now()
    checking.take(application.pk, secretary, now=now)
    words = {
        "text": "Tell us of the airport.",
        "sections": ["role"],
        "kinds": [],
        "due_on": now.date().replace(year=2999),
    }
    information.request_information(application.pk, secretary, **words, now=now)

    look(filled, path)


def test_the_formula_tells_easy_from_hard():
    easy = prose("<main><p>The city sends a letter. We read it at once.</p></main>").sentences()
    hard = prose(
        "<main><p>Notwithstanding international interinstitutional considerations the administrative authority "
        "systematically reevaluates organisational eligibility requirements.</p></main>"
    ).sentences()

    assert grade(easy) < 4 < UPPER_SECONDARY < grade(hard)
