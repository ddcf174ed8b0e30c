"""Lets a city whose application was declined begin a new one with its answers (Statutes, Art. 5)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from membership.models import Application, SectionAnswers
from membership.rules.lifecycle import ApplicationAction, ApplicationFacts
from membership.rules.roles import Role
from membership.selectors.calendar import day_in_the_network
from membership.services.drafts import FIELDS
from membership.services.record import APPLICANT, locked, move, record

ANEW = ("declarations",)  # what is declared is declared each time; files are sent anew, too


@transaction.atomic
def apply_again(application_id: int, *, now: datetime) -> Application:
    """Begin a draft with the answers of a declined application, which stays as it is. Raises `RuleError`."""
    declined = locked(application_id)
    facts = ApplicationFacts(state_since=day_in_the_network(declined.state_since))
    since = declined.state_since
    move(declined, ApplicationAction.APPLY_AGAIN, Role.APPLICANT, facts, now=now)
    declined.state_since = since
    copied = {name: getattr(declined, name) for name in (*FIELDS, "route", "category", "contact_email")}
    draft = Application.objects.create(**copied, edited_at=now)
    SectionAnswers.objects.bulk_create(
        SectionAnswers(application=draft, section=row.section, answers=row.answers, is_complete=row.is_complete)
        for row in declined.sections.exclude(section__in=ANEW)
    )
    record(declined, "begun_again", APPLICANT, draft=draft.pk)
    record(draft, "draft_begun", APPLICANT, language=draft.language, declined=declined.reference)
    return draft
