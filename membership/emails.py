"""The words of the mails: a plain text template per message, in the recipient's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from membership.labels.states import ApplicationState, Outcome, ReturnGround
from membership.models import Application, Confirmation, Correction, InformationRequest, Revision, Upload
from membership.rules.house_rules import RETURNED_INSIST_DAYS
from membership.selectors.calendar import day_in_the_network
from membership.selectors.next_steps import next_steps
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.languages.table import SOURCE


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


def access_message(language: str, *, token: str, code: str, hours: int, takes_over: bool = False) -> Message:
    """The link and the code that open an application; for an alternate contact, also what opening it means."""
    context = {"url": _url(language, "apply:key", token), "code": code, "hours": hours, "takes_over": takes_over}
    return write("access", language, context)


def handed_over_message(application: Application) -> Message:
    """To the former contact: somebody else is the contact now."""
    return _told("handed_over", application)


def mayor_message(application: Application, *, token: str, code: str) -> Message:
    """To the mayor's office: an application was made in the city's name."""
    url = _url(application.language, "apply:notice", token)
    return write("mayor", application.language, {"application": application, "url": url, "code": code})


def infected_message(upload: Upload) -> Message:
    """That a virus was found in a file, and that a new one is needed."""
    return _told("infected", upload.application, upload=upload)


def message_from_office_message(application: Application) -> Message:
    return _told("message_from_office", application)


def information_message(request: InformationRequest) -> Message:
    """What the office asks for, and until when."""
    return _told("information", request.application, request=request)


def information_reminder_message(request: InformationRequest) -> Message:
    return _told("information_reminder", request.application, request=request)


def lapsed_message(application: Application) -> Message:
    return _told("lapsed", application)


def returned_message(application: Application, ground: ReturnGround, reason: str) -> Message:
    """Why an application was returned, and until when the applicant may insist."""
    until = day_in_the_network(application.state_since) + timedelta(days=RETURNED_INSIST_DAYS)
    return _told("returned", application, ground=ground.label, reason=reason, until=until)


def signature_reminder_message(application: Application) -> Message:
    return _told("signature_reminder", application)


def approval_lapsed_message(application: Application) -> Message:
    return _told("approval_lapsed", application)


def observer_message(application: Application) -> Message:
    """What the President decided on a request to observe."""
    is_invited = application.state == ApplicationState.APPROVED
    return _told("observer", application, is_invited=is_invited)


def submitted_office_message(application: Application) -> Message:
    return _office("office_submitted", application)


def infected_office_message(upload: Upload) -> Message:
    return _office("office_infected", upload.application)


def message_to_office_message(application: Application) -> Message:
    return _office("office_message", application)


def answered_office_message(application: Application) -> Message:
    return _office("office_answered", application)


def insisted_office_message(application: Application) -> Message:
    return _office("office_insisted", application)


def disowned_office_message(application: Application) -> Message:
    return _office("office_disowned", application)


def lapsed_office_message(application: Application) -> Message:
    return _office("office_lapsed", application)


def withdrawn_office_message(application: Application) -> Message:
    return _office("office_withdrawn", application)


def approval_lapsed_office_message(application: Application) -> Message:
    return _office("office_approval_lapsed", application)


def observer_office_message(application: Application) -> Message:
    is_invited = application.state == ApplicationState.APPROVED
    return _office("office_observer", application, is_invited=is_invited)


def draft_expiring_message(draft: Application, until: date) -> Message:
    """That a draft will be deleted on a day unless somebody goes on with it."""
    url = _url(draft.language, "apply:resume")
    return write("draft_expiring", draft.language, {"draft": draft, "until": until, "url": url})


def receipt_message(revision: Revision) -> Message:
    """What was received, under which reference, and what comes next."""
    application = revision.application
    return _told("receipt", application, revision=revision, steps=next_steps(application))


def correction_message(application: Application, correction: Correction) -> Message:
    """The letter of a correcting decision, which names the one it takes the place of."""
    context = {
        "application": application,
        "correction": correction,
        "decision": correction.decision,
        "is_approved": correction.outcome == Outcome.APPROVED,
    }
    return write("correction", application.language, context)


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


def _told(name: str, application: Application, **context: Any) -> Message:
    """Write a mail to the applicant, in the language of the form, with the way to the application."""
    url = _url(application.language, "apply:resume")
    return write(name, application.language, {"application": application, "url": url, **context})


def _office(name: str, application: Application, **context: Any) -> Message:
    """Write a mail to the office, in the source language, with the address of the dossier."""
    url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('desk:dossier', args=[application.pk])}"
    return write(name, SOURCE, {"application": application, "url": url, **context})


def _url(language: str, name: str, *args: object) -> str:
    with translation.override(language):
        return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=args)}"
