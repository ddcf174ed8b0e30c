"""After the approval: the city answers to the ceremony, and an approval that is not signed lapses (Statutes, Art. 2, 5, 10)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import approval_lapsed_message, approval_lapsed_office_message, signature_reminder_message
from membership.labels.states import ApplicationState, CeremonyAnswer, Route
from membership.models import Application
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.house_rules import DECLARATION_REMINDER_DAYS
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.selectors.releases import released_at
from membership.services.each import each
from membership.services.outbox import post, post_to_office
from membership.services.record import APPLICANT, CLOCK, actor_key, expect_version, locked, move, record
from membership.services.telling import tell_signature_due

INVITED = (ApplicationState.APPROVED, ApplicationState.DECLARATION_SIGNED)


@transaction.atomic
def answer_ceremony(application_id: int, answer: CeremonyAnswer, *, actor: str = APPLICANT) -> Application:
    """Record whether the city comes to the next ceremony or to a later one; the newest answer counts."""
    application = locked(application_id)
    if application.state not in INVITED or released_at(application) is None:
        raise RuleError("action_not_possible")
    if application.ceremony_answer != answer:
        application.ceremony_answer = answer
        application.version += 1
        application.save(update_fields=["ceremony_answer", "version"])
        record(application, "ceremony_answered", actor, answer=str(answer))
    return application


@transaction.atomic
def extend_approval(
    application_id: int, user: User, *, decision: str, now: datetime, version: int | None = None
) -> Application:
    """Give a city twelve more months to sign, as the Committee decided; `decision` names its document."""
    require(user, Action.EXTEND_APPROVAL, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    facts = ApplicationFacts(extended_by_committee=bool(decision.strip()))
    application.save(update_fields=move(application, ApplicationAction.EXTEND, Role.SECRETARY, facts, now=now))
    record(application, "approval_extended", actor_key(user), decision=decision.strip())
    return application


def remind_of_signature(now: datetime) -> int:
    """Remind approved cities to sign 30, 90 and 180 days after the release, and let lapse what is over after a year."""
    approved = Application.objects.filter(state=ApplicationState.APPROVED, route=Route.MEMBERSHIP).order_by("pk")
    return each(list(approved.values_list("pk", flat=True)), lambda pk: _remind_or_lapse(pk, now))


@transaction.atomic
def _remind_or_lapse(application_id: int, now: datetime) -> bool:
    application = locked(application_id)
    release = released_at(application)
    if application.state != ApplicationState.APPROVED or release is None:
        return False
    since = max(release, application.state_since)  # an extension begins the time anew
    try:
        return _lapse(application, since, now)
    except RuleError:  # its time is not over
        return _remind(application, since, now)


def _lapse(application: Application, since: datetime, now: datetime) -> bool:
    facts = ApplicationFacts(state_since=day_in_the_network(since))
    application.save(update_fields=move(application, ApplicationAction.LAPSE, Role.CLOCK, facts, now=now))
    record(application, "approval_lapsed", CLOCK)
    key = f"approval_lapsed:{application.pk}:{application.version}"
    post(key, application.contact_email, approval_lapsed_message(application), application)
    post_to_office(f"{key}:office", approval_lapsed_office_message(application), application)
    return True


def _remind(application: Application, since: datetime, now: datetime) -> bool:
    due = [days for days in DECLARATION_REMINDER_DAYS if now >= since + timedelta(days=days)]
    if not due:
        return False
    key = f"signature:{application.pk}:{day_in_the_network(since)}:{max(due)}"
    is_written = application.mails.filter(key=key).exists()
    post(key, application.contact_email, signature_reminder_message(application), application)
    tell_signature_due(key, application)
    return not is_written
