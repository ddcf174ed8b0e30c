"""The page of a document: articles that can be cited, versions, languages, what refers to an article, the paper."""

import re

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail_localize.segments.extract import extract_segments

from pages.documents.blocks import ArticleBlock
from pages.documents.versions import Fate, compared
from pages.languages.kosovo import KOSOVO_FOOTNOTE
from pages.models import DocumentPage
from pages.translating.keeping import keep_missing
from tests.pages.builders import make_page
from tests.pages.documents.conftest import article, make_document
from tests.pages.typesetting.samples import opened, words_of

pytestmark = pytest.mark.django_db


def shown(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def older(documents, **fields):
    body = [article("1", "The network", "<p>The network is founded.</p>"), article("7", "", "<p>Gone since.</p>")]
    return make_document(
        documents.en, "2022", title="Rules of 2022", version="2022-02-09", status="replaced", **{"body": body, **fields}
    )


def test_every_article_has_its_anchor_its_name_and_its_citation(client, documents):
    html = shown(client, "/en/rules/")

    assert re.findall(r'<h2 class="article__name" id="([^"]+)"', html) == ["art-1", "art-5"]
    assert '<a href="#art-1">Article 1. The network</a>' not in html  # two articles need no list of contents
    assert "Rules, Article 5, version January 2024, English, http://localhost" in html
    assert '<div class="document__footnote" id="note-star">' in html


def test_a_list_of_contents_leads_to_three_articles(client, documents):
    documents.en.body.append(("article", {"number": "9", "title": "Leaving", "text": "<p>A city leaves.</p>"}))
    documents.en.save_revision().publish()

    assert '<a href="#art-9">Article 9. Leaving</a>' in shown(client, "/en/rules/")


def test_the_anchors_are_the_same_in_another_language(client, documents):
    html = shown(client, "/tr/kurallar/")

    assert re.findall(r'<h2 class="article__name" id="([^"]+)"', html) == ["art-1", "art-5"]


def test_where_a_document_is_not_translated_its_articles_keep_the_words_of_their_language(client, documents):
    html = shown(client, "/el/rules/")

    assert '<article class="page__article" lang="en">' in html
    assert "Article 5 <a" in html
    assert 'href="/el/rules/paper/"' in html


def test_versions_are_listed_the_newest_first_and_only_where_there_are_two(client, documents):
    assert "compare/" not in shown(client, "/en/rules/")

    older(documents)

    versions = re.search(r'<nav class="document__versions".*?</nav>', shown(client, "/en/rules/"), re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', versions) == ["/en/rules/", "/en/rules/2022/"]
    assert "/en/rules/2022/compare/" in shown(client, "/en/rules/2022/")


def test_a_draft_is_no_version(client, documents):
    older(documents, live=False)

    assert client.get("/en/rules/compare/").status_code == 404


def test_versions_are_compared_article_by_article(documents):
    rows = compared(older(documents), documents.en)

    assert [(row.article.number, row.fate) for row in rows] == [
        ("1", Fate.CHANGED), ("5", Fate.ADDED), ("", Fate.ADDED), ("7", Fate.REMOVED),
    ]  # fmt: skip


def test_a_version_is_the_same_as_itself(documents):
    assert {row.fate for row in compared(documents.en, documents.en)} == {Fate.SAME}


def test_a_description_is_listed_among_the_versions_and_compared_with_none(client, documents):
    older(documents)
    documents.en.is_description = True
    documents.en.save_revision().publish()

    html = shown(client, "/en/rules/")

    assert '<nav class="document__versions"' in html
    assert "compare/" not in html
    assert client.get("/en/rules/compare/").status_code == 404


def test_what_was_put_in_and_taken_out_is_marked(client, documents):
    older(documents)

    html = shown(client, "/en/rules/compare/?older=2022-02-09&newer=2024-01")

    assert "<ins>Kosovo* belongs to its region.*</ins>" in html
    assert "<del>Gone since.</del>" in html


@pytest.mark.parametrize("query", ["older=2023&newer=2024-01", "older=2022-02-09&newer=x", "older=%00", "older="])
def test_a_version_that_there_is_not_is_not_found(client, documents, query):
    older(documents)

    assert client.get(f"/en/rules/compare/?{query}").status_code == 404


def test_languages_stand_side_by_side_by_article(client, documents):
    html = shown(client, "/en/rules/languages/?with=tr")

    rows = re.findall(r'<section class="document__row" id="([^"]+)"', html)
    assert rows == ["art-1", "art-5", "outside"]
    assert "Madde 1. Ağ" in html
    assert "This language does not have it." in html


def test_without_a_choice_the_languages_are_offered(client, documents):
    html = shown(client, "/en/rules/languages/")

    assert re.findall(r'name="with" value="(\w+)"', html) == ["tr"]
    assert "document__row" not in html


@pytest.mark.parametrize("query", ["with=el", "with=en", "with=xx", "with=tr&with=el", "with=tr&with=bg&with=sq"])
def test_a_language_without_a_text_is_not_found(client, documents, query):
    assert client.get(f"/en/rules/languages/?{query}").status_code == 404


def test_pages_that_name_an_article_and_link_to_the_document_are_told(client, documents):
    link = f'<a linktype="page" id="{documents.en.pk}">rules</a>'
    make_page(documents.homes.en, "guide", body=[("paragraph", f"<p>See Article 5 of the {link}.</p>")])
    make_page(documents.homes.en, "other", body=[("paragraph", "<p>Article 5 of some law.</p>")])
    keep_missing(timezone.now())

    found = re.findall(r'<section class="article".*?</section>', shown(client, "/en/rules/"), re.DOTALL)

    assert ["/en/guide/" in section for section in found] == [False, True]
    assert "/en/other/" not in "".join(found)
    assert ["/en/apply/" in section for section in found] == [
        True,
        True,
    ]  # the first questions name Articles 1, 5 and 6


def test_the_paper_has_the_text_the_footnote_and_the_names_of_articles(client, documents):
    answer = client.get("/tr/kurallar/paper/")
    text = " ".join(words_of(answer.content).split())

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="kurallar-tr.pdf"'
    assert "Madde 1. Ağ" in text
    assert "Şehir başvurur." in text
    english = "".join(words_of(client.get("/en/rules/paper/").content).split())
    assert "".join(str(KOSOVO_FOOTNOTE).split()) in english
    assert "*Withoutprejudice." in english


def test_a_paper_says_that_it_describes_and_that_a_machine_translated_it(client, documents):
    documents.tr.is_description, documents.tr.origin = True, "machine"
    documents.tr.body = [("paragraph", '<p>See <a href="http://[">this</a>.</p>')]
    documents.tr.save_revision().publish()

    text = " ".join(words_of(client.get("/tr/kurallar/paper/").content).split())

    assert "Bu sayfa belgeyi kendi sözlerimizle anlatır; belgenin metni değildir." in text
    assert "Bu metin makine tarafından çevrilmiştir" in text
    assert "See this." in text


def test_the_paper_is_tagged_and_says_its_language(client, documents):
    with opened(client.get("/en/rules/paper/").content) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"


def test_the_paper_is_typeset_once_and_asked_for_again_by_its_tag(client, documents, monkeypatch):
    cache.clear()
    first = client.get("/en/rules/paper/")
    monkeypatch.setattr("pages.documents.paper.paper_pdf", None)

    assert client.get("/en/rules/paper/").content == first.content
    assert client.get("/en/rules/paper/", headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("version", ["", "2024", "2024-01", "2024-01-31"])
def test_a_version_bears_a_date_as_far_as_it_is_known(documents, version):
    documents.en.version = version
    documents.en.full_clean()


@pytest.mark.parametrize("version", ["2024-13", "2024-02-30", "January 2024", "0000", "２０２４"])
def test_a_version_of_no_date_is_refused(documents, version):
    documents.en.version = version

    with pytest.raises(ValidationError):
        documents.en.full_clean()


def test_the_queries_do_not_grow_with_versions_and_references(client, documents):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            shown(client, "/en/rules/")
        return len(counted)

    older(documents)
    _cite(documents, 1)
    shown(client, "/en/rules/")
    few = queries()
    for year in range(2000, 2010):
        make_document(documents.en, str(year), version=str(year))
    _cite(documents, 10)

    assert queries() == few


def _cite(documents, number: int) -> None:
    link = f'<a linktype="page" id="{documents.en.pk}">rules</a>'
    for place in range(number):
        make_page(
            documents.homes.en, f"cites-{number}-{place}", show_in_menus=False,
            body=[("paragraph", f"<p>Article 5 of the {link}.</p>")],
        )  # fmt: skip
    keep_missing(timezone.now())


def test_numbers_and_marks_are_not_for_translators(homes):
    note = ("footnote", {"mark": "12", "text": "<p>See there.</p>"})
    made = make_document(homes.en, "rules", body=[article("5a", "Joining", "<p>A city applies.</p>"), note])

    segments = extract_segments(DocumentPage.objects.get(pk=made.pk))
    offered = [segment.string.data for segment in segments if hasattr(segment, "string")]

    assert ["Joining" in offered, "A city applies." in offered, "See there." in offered] == [True] * 3
    assert not {"5a", "12"} & set(offered)


@pytest.mark.parametrize(("number", "is_taken"), [("5", True), ("5a", True), ("V", False), ("5.1", True), ("", False)])
def test_an_article_is_numbered_in_arabic_numerals(number, is_taken):
    block = ArticleBlock()
    value = block.to_python({"number": number, "title": "", "text": "<p>Text.</p>"})

    if is_taken:
        block.clean(value)
    else:
        with pytest.raises(ValidationError):
            block.clean(value)
