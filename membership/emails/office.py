"""The mails to the Secretariat about an application, each in the language of its reader."""

from __future__ import annotations

from django.urls import reverse

from membership.emails.writing import Notice, to_office
from membership.labels.states import ApplicationState
from membership.models import Application, Decision, InformationRequest, OutboxMail, Upload


def submitted_office_message(application: Application) -> Notice:
    return to_office("office_submitted", application)


def infected_office_message(upload: Upload) -> Notice:
    return to_office("office_infected", upload.application)


def message_to_office_message(application: Application) -> Notice:
    return to_office("office_message", application)


def answered_office_message(application: Application) -> Notice:
    return to_office("office_answered", application)


def insisted_office_message(application: Application) -> Notice:
    return to_office("office_insisted", application)


def disowned_office_message(application: Application) -> Notice:
    return to_office("office_disowned", application)


def lapsed_office_message(application: Application) -> Notice:
    return to_office("office_lapsed", application)


def withdrawn_office_message(application: Application) -> Notice:
    return to_office("office_withdrawn", application)


def approval_lapsed_office_message(application: Application) -> Notice:
    return to_office("office_approval_lapsed", application)


def observer_office_message(application: Application) -> Notice:
    is_invited = application.state == ApplicationState.APPROVED
    return to_office("office_observer", application, is_invited=is_invited)


def requested_office_message(request: InformationRequest) -> Notice:
    return to_office("office_requested", request.application, request=request)


def released_office_message(decision: Decision) -> Notice:
    """That the applicant was told a decision; what it is stands behind the login."""
    return to_office("office_released", decision.round.application, decision=decision)


def signature_office_message(application: Application) -> Notice:
    return to_office("office_signature", application)


def ceremony_office_message(application: Application) -> Notice:
    return to_office("office_ceremony", application)


def bounced_office_message(mail: OutboxMail) -> Notice:
    """That a message came back, with its page; one that opens an application leads to the dossier instead."""
    path = (
        reverse("desk:mail", args=[mail.pk])
        if mail.is_readable
        else reverse("desk:dossier", args=[mail.application_id])
    )
    return Notice("office_bounced", {"mail": mail}, path)
