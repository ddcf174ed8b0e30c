"""What translators are told by mail: what was asked of them, and what is due."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from wagtail.models import Page

from membership import emails
from membership.selectors.calendar import day_in_the_network
from membership.services.outbox import post_to_people
from pages.translating.work.records import Assignment
from pages.translating.work.todo import open_assignments

REMINDED = {timedelta(days=3), timedelta(days=0), timedelta(days=-7)}  # before the day, on it, and a week after


def tell_asked(assignment: Assignment, page: Page, by: User, **_signal: Any) -> None:
    """Listen to `asked`: tell the translator, unless he has asked himself."""
    if assignment.translator_id != by.pk:
        key = f"translation_asked:{assignment.pk}:{assignment.given_at:%Y%m%d%H%M%S%f}"
        post_to_people(key, [assignment.translator], emails.translation_asked_message(assignment, page.title))


def remind_translators(now: datetime) -> int:
    """Write to each translator once for a day on which something is due soon, due, or overdue; return how many mails."""
    today = day_in_the_network(now)
    days = [today + distance for distance in REMINDED]
    due: dict[User, list[tuple[Assignment, str]]] = defaultdict(list)
    rows = Assignment.objects.filter(due__in=days, translator__is_active=True).select_related("translator")
    for assignment, page in open_assignments(rows):
        due[assignment.translator].append((assignment, page.title))
    return sum(
        post_to_people(f"translations_due:{today}", [person], emails.translations_due_message(tasks))
        for person, tasks in due.items()
    )
