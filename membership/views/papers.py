"""Papers to download: the blank form for everybody, letter, answers and receipt for who holds the application."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from membership.forms.letters import mayor_letter
from membership.forms.papers import answers_sheet, blank_sheet, receipt_sheet
from membership.forms.sections import MEMBERSHIP, OBSERVERS
from membership.models import Application, Revision
from membership.permissions import Action
from membership.services.outbox import Attachment
from membership.views.session import Stage, applicant
from pages.typesetting.docx import letter_docx
from pages.typesetting.pdf import letter_pdf, sheet_pdf

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def receipt(application: Application, revision: Revision) -> Attachment:
    """Make the receipt in the language of the application."""
    with translation.override(revision.language):
        return Attachment(f"{application.reference}.pdf", sheet_pdf(receipt_sheet(application, revision)))


@require_safe
def blank(_request: HttpRequest, category: str = "") -> HttpResponse:
    """The form to print, for membership or for a category of observer."""
    if category and category not in OBSERVERS:
        raise Http404
    plan = OBSERVERS[category] if category else MEMBERSHIP
    return _file(sheet_pdf(blank_sheet(plan)), PDF, f"b40-{category or 'membership'}.pdf")


@require_safe
@applicant(Action.EDIT_ANSWERS, Stage.OPEN)
def letter(_request: HttpRequest, application: Application, form: str) -> HttpResponse:
    """The mayor's letter, filled in: as PDF to be printed, as DOCX to be changed first."""
    words = mayor_letter(application)
    if form == "docx":
        return _file(letter_docx(words), DOCX, "b40-letter.docx")
    return _file(letter_pdf(words), PDF, "b40-letter.pdf")


@require_safe
@applicant(Action.EDIT_ANSWERS, Stage.OPEN)
def answers(_request: HttpRequest, application: Application) -> HttpResponse:
    """All answers and the list of files as PDF."""
    return _file(sheet_pdf(answers_sheet(application)), PDF, "b40-application.pdf")


@require_safe
@applicant(Action.SEE_RECEIPT, Stage.RECEIVED)
def receipt_file(_request: HttpRequest, application: Application) -> HttpResponse:
    """The receipt of the newest revision, in the language in which it was submitted."""
    made = receipt(application, application.newest_revision)
    return _file(made.content, PDF, made.name)


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
