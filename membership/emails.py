"""The words of the mails: a plain text template per message, in the recipient's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from membership.labels.states import Outcome
from membership.models import Application, Confirmation, Revision
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo


@dataclass(frozen=True, slots=True)
class Message:
    """A mail ready to be sent; the subject is one line."""

    language: str
    subject: str
    body: str


def write(name: str, language: str, context: Mapping[str, Any]) -> Message:
    """Write the mail `templates/emails/<name>.txt`: its first line is the subject. A body naming Kosovo* has the footnote."""
    with translation.override(language):
        text = render_to_string(f"emails/{name}.txt", {**context, "origin": settings.WAGTAILADMIN_BASE_URL})
        subject, _, body = text.strip().partition("\n")
        body = body.strip()
        if names_kosovo(f"{subject} {body}"):
            body = f"{body}\n\n{KOSOVO_FOOTNOTE}"
    return Message(language, subject.strip(), f"{body}\n")


def access_message(language: str, *, token: str, code: str, hours: int) -> Message:
    """The link and the code that open a draft."""
    return write("access", language, {"url": _url(language, "apply:key", token), "code": code, "hours": hours})


def draft_expiring_message(draft: Application, until: date) -> Message:
    """That a draft will be deleted on a day unless somebody goes on with it."""
    url = _url(draft.language, "apply:resume")
    return write("draft_expiring", draft.language, {"draft": draft, "until": until, "url": url})


def receipt_message(revision: Revision) -> Message:
    """What was received, under which reference, and what comes next."""
    application = revision.application
    return write("receipt", application.language, {"application": application, "revision": revision})


def decision_message(application: Application, confirmation: Confirmation) -> Message:
    """The letter of decision; it never tells votes."""
    return write(
        "decision",
        application.language,
        {
            "application": application,
            "decision": confirmation.decision,
            "is_approved": confirmation.outcome == Outcome.APPROVED,
        },
    )


def _url(language: str, name: str, *args: object) -> str:
    with translation.override(language):
        return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=args)}"
