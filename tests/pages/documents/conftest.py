"""A document in English and Turkish, with two versions below the English one."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from pages.models import DocumentPage
from tests.pages.builders import make_home

FIRST = '<p>The network is founded. Kosovo* belongs to its region.<sup><a href="#note-star">*</a></sup></p>'


def article(number: str, title: str, text: str) -> tuple[str, dict[str, str]]:
    return "article", {"number": number, "title": title, "text": text}


def make_document(parent, slug, translation_of=None, **fields) -> DocumentPage:
    """Return a new live document below `parent`, of the statutes unless told otherwise."""
    key = translation_of.translation_key if translation_of else uuid4()
    usual = {"title": slug.title(), "kind": "statutes", "version": "2024-01", "summary": "Rules."}
    page = DocumentPage(slug=slug, locale=parent.locale, translation_key=key, **{**usual, **fields})
    return parent.add_child(instance=page)


@pytest.fixture
def documents(homes):
    greek = make_home("el", homes.en)
    body = [
        ("paragraph", "<p>The cities agree.</p>"),
        article("1", "The network", FIRST),
        article("5", "", "<p>A city applies.</p><ul><li>form</li><li>letter</li></ul>"),
        ("footnote", {"mark": "*", "text": "<p>Without prejudice.</p>"}),
    ]
    english = make_document(homes.en, "rules", title="Rules", body=body)
    turkish = make_document(
        homes.tr, "kurallar", english, title="Kurallar",
        body=[article("1", "Ağ", "<p>Ağ kurulur.</p>"), article("5", "", "<p>Şehir başvurur.</p>")],
    )  # fmt: skip
    return SimpleNamespace(en=english, tr=turkish, homes=homes, greek_home=greek)
