"""The command: a draft by article, the same draft again, and what is refused in words."""

import json
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from pages.documents.importing import reading, word
from pages.models import DocumentPage
from tests.pages.documents.importing.samples import MARKDOWN, TEXT, pdf_file, word_file

pytestmark = pytest.mark.django_db
USUAL = {"language": "en", "kind": "statutes"}


def run(path, version="2023", **options):
    out = StringIO()
    call_command("import_document", str(path), version=version, json=True, stdout=out, **{**USUAL, **options})
    return json.loads(out.getvalue())


@pytest.fixture
def file(tmp_path):
    def write(name: str, content: bytes | str):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def draft(report) -> DocumentPage:
    return DocumentPage.objects.get(url_path=report["page"]).get_latest_revision_as_object()


def test_a_text_becomes_a_draft_below_the_page_of_its_document(documents, file):
    report = run(file("rules.txt", TEXT))

    page = draft(report)
    assert report["page"] == f"{documents.en.url_path}2023/"
    assert report["articles"][1] == {"anchor": "art-2", "number": "2", "title": "Members", "words": 12}
    assert (report["footnotes"], report["unplaced"]) == (["*", "1"], [])
    assert (page.live, page.kind, page.version, page.title) == (False, "statutes", "2023", "Rules of the Garden Club")
    assert [block.block_type for block in page.body] == ["paragraph", "part", *["article"] * 5, *["footnote"] * 2]
    assert page.body[0].value.source == (
        '<p>These rules apply in all gardens, also in Kosovo<a href="#note-star">*</a>.</p>'
    )
    assert page.body[3].value["text"].source.startswith("<p>2.1 Everybody may join.</p><p>2.2 A member gives:</p>")
    assert page.body[5].value["text"].source == "<ul><li>spade</li><li>rake</li></ul>"


@pytest.mark.parametrize(
    ("name", "content"), [("a.md", MARKDOWN), ("a.docx", word_file()), ("a.pdf", pdf_file())], ids=["md", "docx", "pdf"]
)
def test_every_format_becomes_a_draft_that_can_be_published(client, documents, file, name, content):
    report = run(file(name, content))
    draft(report).save_revision().publish()

    html = client.get(f"/en/rules/{report['page'].split('/')[-2]}/").content.decode()
    assert 'id="art-2"' in html
    assert 'href="#note-' in html
    assert report["words_imported"] <= report["words_source"] + len(report["footnotes"]) * 2


def test_the_same_file_again_changes_nothing(documents, file):
    path = file("rules.txt", TEXT)
    first = draft(run(path))
    revision = DocumentPage.objects.get(pk=first.pk).latest_revision_id

    run(path)

    assert DocumentPage.objects.get(pk=first.pk).latest_revision_id == revision


def identifiers(report) -> dict[str, str]:
    return {block.value["number"]: block.id for block in draft(report).body if block.block_type == "article"}


def test_another_import_renews_the_draft_and_articles_keep_their_identifiers(documents, file):
    before = identifiers(run(file("rules.txt", TEXT)))
    changed = TEXT.replace("may vote.", "has one vote.").replace("Article 4.", "Article 9\n\nNew.\n\nArticle 4.")

    after = identifiers(run(file("rules.txt", changed)))

    assert {number: after[number] for number in before} == before
    assert set(after) - set(before) == {"9"}


def test_a_published_text_stays_until_somebody_publishes_the_draft(client, documents, file):
    page = draft(run(file("rules.txt", TEXT)))
    page.save_revision().publish()

    run(file("rules.txt", TEXT.replace("grow roses", "grow tulips")))

    live = DocumentPage.objects.get(pk=page.pk)
    assert (live.live, live.has_unpublished_changes) == (True, True)
    assert "grow roses" in client.get("/en/rules/2023/").content.decode()


def test_the_same_version_in_another_language_is_its_translation(documents, file):
    english = draft(run(file("rules.txt", TEXT)))
    turkish = draft(run(file("tuzuk.txt", "Tüzük\n\nMadde 1\n\nBahçe."), language="tr"))

    assert turkish.translation_key == english.translation_key
    assert turkish.url_path == f"{documents.tr.url_path}2023/"


def test_the_description_in_our_own_words_is_never_taken_for_the_text(documents, file):
    DocumentPage.objects.update(is_description=True)

    assert run(file("rules.txt", TEXT), version="2024-01")["page"] == f"{documents.en.url_path}2024-01/"


def broken_docx() -> bytes:
    stored = BytesIO()
    with ZipFile(stored, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    return stored.getvalue()


def bomb() -> bytes:
    stored = BytesIO()
    with ZipFile(stored, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 2_000_000)
    return stored.getvalue()


def pictures_only() -> bytes:
    stored = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(stored)
    return stored.getvalue()


def locked() -> bytes:
    stored = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(stored, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    return stored.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.odt", b"x", "The file must be one of .txt, .md, .docx, .pdf."),
        ("a.txt", b"", "There is no text in the file."),
        ("a.txt", "Άρθρο 1".encode("iso-8859-7"), "The file is not text in UTF-8, nor in UTF-16 with its mark."),
        ("a.md", b"a\0b", "The file is not text: it holds NUL."),
        ("a.docx", b"PK not a file", "The file is not a DOCX that can be read."),
        ("a.docx", broken_docx(), "The file is not a DOCX that can be read."),
        ("a.docx", bomb(), "The file unpacks to more than 1 MB."),
        ("a.pdf", b"%PDF-1.7 nothing", "The file is not a PDF that can be read."),
        ("a.pdf", pictures_only(), "The PDF holds pictures of pages only; there is no text in it."),
        ("a.pdf", locked(), "The PDF is locked with a password."),
        ("a.txt", b"x" * 3_000_000, "The file has 3 MB; at most 2 MB are read."),
    ],
    ids=[
        "kind",
        "empty",
        "encoding",
        "NUL",
        "no zip",
        "broken docx",
        "bomb",
        "broken pdf",
        "scanned",
        "locked",
        "large",
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_written(
    documents, file, monkeypatch, name, content, words
):
    monkeypatch.setattr(word, "MOST_UNPACKED_BYTES", 1_000_000)
    monkeypatch.setattr(reading, "MOST_BYTES", 2_000_000)

    with pytest.raises(CommandError) as refused:
        run(file(name, content))

    assert (str(refused.value), refused.value.returncode) == (words, 2)
    assert DocumentPage.objects.count() == 2


@pytest.mark.parametrize("version", ["", "January 2024", "2024-13"])
def test_a_version_that_is_no_date_is_refused(documents, file, version):
    with pytest.raises(CommandError) as refused:
        run(file("a.txt", TEXT), version=version)

    assert refused.value.returncode == 2


def test_a_language_that_the_site_does_not_have_yet_is_refused(documents, file):
    with pytest.raises(CommandError, match="no start page in bg"):
        run(file("a.txt", TEXT), language="bg")


def test_text_in_utf_16_with_its_mark_is_read(documents, file):
    assert len(run(file("a.txt", TEXT.encode("utf-16")))["articles"]) == 5


def test_a_link_that_is_none_of_the_web_is_text(documents, file):
    page = draft(
        run(file("a.md", "# T\n\n## Article 1\n\n[here](ftp://example.org/) and [there](https://example.org/).\n"))
    )

    assert page.body[0].value["text"].source == '<p>here and <a href="https://example.org/">there</a>.</p>'
