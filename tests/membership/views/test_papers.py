"""Papers: the blank form for everybody, letter, answers and receipt for who holds the application."""

from io import BytesIO

import pikepdf
import pytest
from django.test import Client
from docx import Document

from membership.models import Application
from pages.languages.table import BY_CODE
from tests.membership.applicant import ANSWERS
from tests.pages.typesetting.samples import words_of as text_of

pytestmark = pytest.mark.django_db
FORM = "/el/apply/form/"


@pytest.mark.parametrize("code", BY_CODE)
def test_the_blank_form_is_there_in_every_language_with_kosovo_and_its_footnote(client, code):
    answer = client.get(f"/{code}/apply/form.pdf")
    text = text_of(answer.content)

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert not answer.cookies
    assert ("1244" in text, "*" in text) == (True, True)
    assert pikepdf.open(BytesIO(answer.content)).Root.Lang


@pytest.mark.parametrize(
    ("category", "status"),
    [("local_government_outside", 200), ("local_association", 200), ("international_body", 200), ("nobody", 404)],
)
def test_each_category_of_observer_has_its_form(client, category, status):
    assert client.get(f"/en/apply/observer-{category}.pdf").status_code == status


def test_the_letter_is_filled_in_from_the_answers_as_pdf_and_docx(filled):
    pdf, docx = filled.get(f"{FORM}letter.pdf"), filled.get(f"{FORM}letter.docx")
    paragraphs = " ".join(paragraph.text for paragraph in Document(BytesIO(docx.content)).paragraphs)

    for text in (text_of(pdf.content), paragraphs):
        assert (ANSWERS["city"]["name_local"] in text, ANSWERS["mandate"]["head_title"] in text) == (True, True)
    assert "attachment" in pdf["Content-Disposition"]


def test_a_letter_of_an_empty_draft_leaves_lines_to_fill_in(opened):
    assert "………" in text_of(opened.get(f"{FORM}letter.pdf").content)


def test_the_answers_can_be_taken_along_as_pdf(filled):
    text = text_of(filled.get("/en/apply/form/answers.pdf").content)

    assert ("Краљево" in text, "pismo.pdf" in text, "110,196" in text) == (True, True, True)


def test_the_receipt_has_reference_hash_and_answers_and_goes_with_the_mail(
    filled, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        filled.post("/en/apply/form/submit/")
    application = Application.objects.get()
    made = filled.get("/en/apply/status/receipt.pdf")
    text = text_of(made.content)
    attached = [message.attachments for message in mailoutbox if application.newest_revision.sha256 in message.body]

    assert made["Content-Disposition"] == f'attachment; filename="{application.reference}.pdf"'
    assert (application.reference in text, "Краљево" in text) == (True, True)
    assert application.newest_revision.sha256 in "".join(text.split())
    assert [(files[0].filename, files[0].content) for files in attached] == [
        (f"{application.reference}.pdf", made.content)
    ] * 2


@pytest.mark.parametrize("path", ["form/letter.pdf", "form/answers.pdf", "status/receipt.pdf"])
def test_nobody_else_gets_a_paper(filled, path):
    assert Client().get(f"/en/apply/{path}").status_code == 403
