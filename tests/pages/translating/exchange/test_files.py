"""PO files: a page that goes out and comes back is the same, and what would harm it is refused whole."""

import json

import polib
import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from pages.translating.exchange.reading import LARGEST
from pages.translating.sending.sources import stored
from pages.translating.sending.submission import submit
from tests.pages.builders import make_page

pytestmark = pytest.mark.django_db
BODY = '<p>Every <b>mayor</b> signs.</p><p>See <a href="https://example.org/">this</a> &amp; that.</p>'
WORDS = {
    "Statutes": "Tüzük",
    "Every <b>mayor</b> signs.": "Her <b>başkan</b> imzalar.",
    'See <a id="a1">this</a> &amp; that.': '<a id="a1">Buna</a> &amp; şuna bakın.',
}


@pytest.fixture
def page(homes):
    return make_page(homes.en, "statutes", body=[("paragraph", BODY)])


@pytest.fixture
def made(page):
    draft = submit(page, Locale.objects.filter(language_code="tr"), None)[0]
    return draft.locale.translations.get()


def file_of(client, made) -> polib.POFile:
    answer = client.get(reverse("wagtail_localize:download_pofile", args=[made.pk]))
    return polib.pofile("\n" + answer.content.decode())


def filled(client, made, words=WORDS) -> polib.POFile:
    po = file_of(client, made)
    for entry in po:
        entry.msgstr = words.get(entry.msgid, "")
    return po


def send(client, made, content: bytes) -> str:
    address = reverse("wagtail_localize:upload_pofile", args=[made.pk])
    answer = client.post(address, {"file": SimpleUploadedFile("page.po", content)}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def stored_words() -> dict[str, str]:
    return dict(StringTranslation.objects.values_list("translation_of__data", "data"))


def shorten(page) -> None:
    """Take the second paragraph out of the page, as an editor does, and send it on."""
    page.body = json.dumps([{**page.body.raw_data[0], "value": "<p>Every <b>mayor</b> signs.</p>"}])
    page.save()
    stored(page)


def rows() -> list:
    return list(StringTranslation.objects.order_by("pk").values())


def test_what_is_filled_in_comes_back_and_goes_out_again_the_same(enter, made):
    sent = filled(enter, made)

    assert "The translations of the file are taken in." in send(enter, made, str(sent).encode())

    assert stored_words() == WORDS
    back = file_of(enter, made)
    assert [(entry.msgid, entry.msgctxt, entry.msgstr) for entry in back] == [
        (entry.msgid, entry.msgctxt, entry.msgstr) for entry in sent
    ]


def test_a_file_that_says_what_is_there_changes_nothing(enter, made):
    send(enter, made, str(filled(enter, made)).encode())
    StringTranslation.objects.filter(data="Tüzük").update(translation_type="machine", tool_name="LibreTranslate")
    before = rows()

    send(enter, made, str(file_of(enter, made)).encode())

    assert rows() == before


def test_texts_that_are_no_longer_on_the_page_are_kept_with_it(enter, made, page):
    send(enter, made, str(filled(enter, made)).encode())
    shorten(page)
    kept = file_of(enter, made)
    assert [entry.msgstr for entry in kept if entry.obsolete] == [WORDS['See <a id="a1">this</a> &amp; that.']]

    send(enter, made, str(kept).encode())

    assert stored_words() == WORDS


def test_doubtful_texts_and_those_of_an_older_page_are_left_out_and_counted(enter, made, page):
    old = filled(enter, made)
    old.find("Statutes").flags.append("fuzzy")
    shorten(page)

    answer = send(enter, made, str(old).encode())

    assert "2 texts were left out: they are not on the page any more, or marked as doubtful." in answer
    assert stored_words() == {"Every <b>mayor</b> signs.": "Her <b>başkan</b> imzalar."}


@pytest.mark.parametrize(
    "words",
    [
        'See <a id="a1">this</a> &amp; that.|Buna bakın.',
        'See <a id="a1">this</a> &amp; that.|<a id="a2">Buna</a> bakın.',
        'See <a id="a1">this</a> &amp; that.|<a href="https://evil.example/" id="a1">Buna</a>',
        "Every <b>mayor</b> signs.|<script>x</script>",
    ],
)
def test_broken_links_or_tags_are_named_and_nothing_is_taken(enter, made, words):
    source, wrong = words.split("|")

    answer = send(enter, made, str(filled(enter, made, {**WORDS, source: wrong})).encode())

    assert "These texts have broken or missing links or tags:" in answer
    assert stored_words() == {}


def other_page(client, made) -> bytes:
    po = filled(client, made)
    po.metadata["X-WagtailLocalize-TranslationID"] = "0d6d3a3e-8f5e-4f0f-9d0a-6f3d6c0f0b40"
    return str(po).encode()


def no_page(client, made) -> bytes:
    po = filled(client, made)
    del po.metadata["X-WagtailLocalize-TranslationID"]
    return str(po).encode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (other_page, "This file belongs to another page or another language."),
        (no_page, "This file belongs to another page or another language."),
        (lambda client, made: str(filled(client, made)).encode("iso-8859-9"), "This file is not in UTF-8."),
        (lambda client, made: str(filled(client, made)).encode("utf-16"), "This file is not in UTF-8."),
        (lambda *_: b"x" * 50_000_000, "This file is larger than 2 MB, which no page needs."),
        (lambda *_: b"x" * (LARGEST + 1), "This file is larger than 2 MB, which no page needs."),
        (lambda *_: b"%PDF-1.7 nothing", "This is not a PO file."),
        (lambda *_: b"/etc/hostname", "This is not a PO file."),
        (lambda *_: b'msgid "a"\nmsgstr "\0"', "This is not a PO file."),
        (lambda *_: b'msgid "a', "This file belongs to another page or another language."),
        (lambda *_: b"\n", "This file belongs to another page or another language."),
    ],
)
def test_a_file_that_is_not_the_page_s_is_refused_in_words(enter, made, content, expected):
    answer = send(enter, made, content(enter, made))

    assert expected in answer
    assert stored_words() == {}


def test_no_file_at_all_is_told(enter, made):
    answer = enter.post(reverse("wagtail_localize:upload_pofile", args=[made.pk]), follow=True)

    assert "Choose a file." in answer.content.decode()


def test_a_page_that_was_deleted_meanwhile_is_told(enter, made):
    content = str(filled(enter, made)).encode()
    made.get_target_instance().delete()

    assert "This page is not being translated any more. Nothing was changed." in send(enter, made, content)


def test_who_may_not_change_the_page_sends_no_file(client, made):
    client.force_login(get_user_model().objects.create_user("reader", "reader@example.org", "x"))

    answer = client.post(reverse("wagtail_localize:upload_pofile", args=[made.pk]))

    assert answer.status_code in (302, 403)
