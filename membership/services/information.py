"""Requests for more information: asked by the office, answered by the applicant, lapsed by the clock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import (
    answered_office_message,
    information_message,
    information_reminder_message,
    lapsed_message,
    lapsed_office_message,
)
from membership.labels.states import ApplicationState
from membership.models import Application, InformationRequest, Revision
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.house_rules import INFORMATION_REMINDER_DAYS
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.drafts import open_request
from membership.selectors.revisions import has_changed
from membership.services.each import each
from membership.services.outbox import post, post_to_office
from membership.services.record import APPLICANT, CLOCK, actor_key, expect_version, locked, move, record
from membership.services.rounds import drop_standing
from membership.services.submission import freeze
from membership.services.telling import tell_requested


@transaction.atomic
def request_information(
    application_id: int,
    user: User,
    *,
    text: str,
    sections: Collection[str],
    kinds: Collection[str],
    due_on: date,
    now: datetime,
    version: int | None = None,
) -> InformationRequest:
    """Open parts of the form and kinds of document to the applicant until a day; the check waits meanwhile."""
    require(user, Action.REQUEST_INFORMATION, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    facts = ApplicationFacts(fields_named=bool(sections or kinds), info_due=due_on)
    fields = move(application, ApplicationAction.REQUEST_INFORMATION, Role.SECRETARIAT, facts, now=now)
    application.save(update_fields=fields)
    request = ask(application, user, text=text, sections=sections, kinds=kinds, due_on=due_on)
    tell_requested(request, user)
    return request


def ask(
    application: Application,
    user: User,
    *,
    text: str,
    sections: Collection[str],
    kinds: Collection[str],
    due_on: date,
    **details: int,
) -> InformationRequest:
    """Store a question of an application that was moved along, and write to the applicant; `details` go on the record."""
    request = InformationRequest.objects.create(
        application=application,
        text=text.strip(),
        sections=sorted(sections),
        kinds=sorted(kinds),
        due_on=due_on,
        asked_by=user,
    )
    about = {"request": request.pk, "due_on": due_on.isoformat(), **details}
    record(application, "information_requested", actor_key(user), **about)
    post(f"information:{request.pk}", application.contact_email, information_message(request), application)
    return request


@transaction.atomic
def extend(
    application_id: int, user: User, *, due_on: date, now: datetime, version: int | None = None
) -> InformationRequest:
    """Give the applicant more time, once."""
    require(user, Action.REQUEST_INFORMATION, day_in_the_network(now))
    application, request = _asked(application_id)
    expect_version(application, version)
    if due_on <= request.due_on:
        raise RuleError("due_date_missing")
    facts = ApplicationFacts(info_due=due_on, info_extensions=request.extensions)
    application.save(update_fields=move(application, ApplicationAction.EXTEND, Role.SECRETARIAT, facts, now=now))
    request.due_on, request.extensions = due_on, request.extensions + 1
    request.save(update_fields=["due_on", "extensions"])
    record(application, "information_extended", actor_key(user), request=request.pk, due_on=due_on.isoformat())
    post(f"information:{request.pk}:extended", application.contact_email, information_message(request), application)
    return request


@transaction.atomic
def reopen(
    application_id: int, user: User, *, due_on: date, now: datetime, version: int | None = None
) -> InformationRequest:
    """Let a lapsed application go on: the applicant may answer the old question until a new day. Raises `RuleError`."""
    require(user, Action.REQUEST_INFORMATION, day_in_the_network(now))
    application, request = _asked(application_id)
    expect_version(application, version)
    facts = ApplicationFacts(info_due=due_on, state_since=day_in_the_network(application.state_since))
    application.save(update_fields=move(application, ApplicationAction.REOPEN, Role.SECRETARIAT, facts, now=now))
    request.due_on = due_on
    request.save(update_fields=["due_on"])
    record(application, "reopened", actor_key(user), request=request.pk, due_on=due_on.isoformat())
    key = f"information:{request.pk}:reopened:{application.version}"
    post(key, application.contact_email, information_message(request), application)
    return request


@transaction.atomic
def answer(application_id: int, *, text: str, now: datetime, actor: str = APPLICANT) -> Revision:
    """Freeze what was changed as the next revision, and hand the application back to the check.

    Raises `RuleError("request_unanswered")` when nothing was changed and nothing is said.
    """
    application, request = _asked(application_id)
    is_answered = bool(text.strip()) or has_changed(application)
    facts = ApplicationFacts(request_answered=is_answered)
    application.save(update_fields=move(application, ApplicationAction.ANSWER, Role.APPLICANT, facts, now=now))
    request.answer, request.answered_at = text.strip(), now
    request.save(update_fields=["answer", "answered_at"])
    revision = freeze(application)
    record(application, "information_given", actor, request=request.pk, revision=revision.number)
    post_to_office(f"information_given:{request.pk}", answered_office_message(application), application)
    return revision


@transaction.atomic
def remind(application_id: int, user: User, *, now: datetime, version: int | None = None) -> Application:
    """Remind an applicant of what was asked, at most once a day.

    Raises `RuleError` where nothing is asked, the application is frozen, or no mail can reach the applicant.
    """
    today = day_in_the_network(now)
    require(user, Action.REMIND_APPLICANT, today)
    application = locked(application_id)
    expect_version(application, version)
    request = open_request(application)
    if request is None or application.state != ApplicationState.INFO_REQUESTED:
        raise RuleError("nothing_asked")
    if application.is_frozen:
        raise RuleError("application_frozen")
    if not application.contact_email:
        raise RuleError("no_address")
    key = f"information:{request.pk}:by_hand:{today}"
    if application.mails.filter(key=key).exists():
        raise RuleError("already_reminded")
    post(key, application.contact_email, information_reminder_message(request), application)
    record(application, "applicant_reminded", actor_key(user), request=request.pk)
    return application


def remind_and_lapse(now: datetime) -> int:
    """Remind applicants whose answer is due, and let lapse what is overdue; return how many messages were written."""
    requests = InformationRequest.objects.filter(
        answered_at__isnull=True, application__state=ApplicationState.INFO_REQUESTED
    )
    return each(list(requests.order_by("pk").values_list("pk", flat=True)), lambda pk: _remind_or_lapse(pk, now))


@transaction.atomic
def _remind_or_lapse(request_id: int, now: datetime) -> bool:
    request = InformationRequest.objects.select_for_update().select_related("application").get(pk=request_id)
    today = day_in_the_network(now)
    due = [days for days in INFORMATION_REMINDER_DAYS if today >= request.due_on + timedelta(days=days)]
    if today > request.due_on:
        return _lapse(request, now)
    if not due:
        return False
    key = f"information:{request.pk}:{request.due_on}:{max(due)}"
    is_written = request.application.mails.filter(key=key).exists()
    post(key, request.application.contact_email, information_reminder_message(request), request.application)
    return not is_written


def _lapse(request: InformationRequest, now: datetime) -> bool:
    application = locked(request.application_id)
    if application.state != ApplicationState.INFO_REQUESTED:
        return False
    facts = ApplicationFacts(info_due=request.due_on)
    application.save(update_fields=move(application, ApplicationAction.LAPSE, Role.CLOCK, facts, now=now))
    drop_standing(application, Role.CLOCK, now)
    record(application, "lapsed", CLOCK, request=request.pk)
    key = f"lapsed:{request.pk}:{application.version}"
    post(key, application.contact_email, lapsed_message(application), application)
    post_to_office(f"{key}:office", lapsed_office_message(application), application)
    return True


def _asked(application_id: int) -> tuple[Application, InformationRequest]:
    application = locked(application_id)
    request = open_request(application)
    if request is None:
        raise RuleError("action_not_possible")
    return application, request
