"""The mails to applicants, and to the mayor's office of their city."""

from __future__ import annotations

from datetime import date, timedelta

from membership.emails.writing import Message, public_url, to_applicant, write
from membership.labels.states import ApplicationState, Outcome, ReturnGround
from membership.models import Application, Confirmation, Correction, InformationRequest, Revision, Upload
from membership.rules.house_rules import RETURNED_INSIST_DAYS
from membership.selectors.calendar import day_in_the_network
from membership.selectors.next_steps import next_steps


def access_message(language: str, *, token: str, code: str, hours: int, takes_over: bool = False) -> Message:
    """The link and the code that open an application; for an alternate contact, also what opening it means."""
    context = {"url": public_url(language, "apply:key", token), "code": code, "hours": hours, "takes_over": takes_over}
    return write("access", language, context)


def handed_over_message(application: Application) -> Message:
    """To the former contact: somebody else is the contact now."""
    return to_applicant("handed_over", application)


def mayor_message(application: Application, *, token: str, code: str) -> Message:
    """To the mayor's office: an application was made in the city's name."""
    url = public_url(application.language, "apply:notice", token)
    return write("mayor", application.language, {"application": application, "url": url, "code": code})


def infected_message(upload: Upload) -> Message:
    """That a virus was found in a file, and that a new one is needed."""
    return to_applicant("infected", upload.application, upload=upload)


def message_from_office_message(application: Application) -> Message:
    return to_applicant("message_from_office", application)


def information_message(request: InformationRequest) -> Message:
    """What the office asks for, and until when."""
    return to_applicant("information", request.application, request=request)


def information_reminder_message(request: InformationRequest) -> Message:
    return to_applicant("information_reminder", request.application, request=request)


def lapsed_message(application: Application) -> Message:
    return to_applicant("lapsed", application)


def returned_message(application: Application, ground: ReturnGround, reason: str) -> Message:
    """Why an application was returned, and until when the applicant may insist."""
    until = day_in_the_network(application.state_since) + timedelta(days=RETURNED_INSIST_DAYS)
    return to_applicant("returned", application, ground=ground.label, reason=reason, until=until)


def signature_reminder_message(application: Application) -> Message:
    return to_applicant("signature_reminder", application)


def approval_lapsed_message(application: Application) -> Message:
    return to_applicant("approval_lapsed", application)


def observer_message(application: Application) -> Message:
    """What the President decided on a request to observe."""
    is_invited = application.state == ApplicationState.APPROVED
    return to_applicant("observer", application, is_invited=is_invited)


def draft_expiring_message(draft: Application, until: date) -> Message:
    """That a draft will be deleted on a day unless somebody goes on with it."""
    url = public_url(draft.language, "apply:resume")
    return write("draft_expiring", draft.language, {"draft": draft, "until": until, "url": url})


def receipt_message(revision: Revision) -> Message:
    """What was received, under which reference, and what comes next."""
    application = revision.application
    return to_applicant("receipt", application, revision=revision, steps=next_steps(application))


def correction_message(application: Application, correction: Correction) -> Message:
    """The letter of a correcting decision, which names the one it takes the place of."""
    return to_applicant(
        "correction",
        application,
        correction=correction,
        decision=correction.decision,
        is_approved=correction.outcome == Outcome.APPROVED,
    )


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


def ceremony_message(application: Application) -> Message:
    return to_applicant("ceremony", application)
