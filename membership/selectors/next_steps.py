"""What happens after a submission: each step with its article and, where it is known, its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from membership.labels import status as labels
from membership.labels.states import Route
from membership.models import Application
from membership.rules.dates import add_working_days, ceremony_year
from membership.rules.house_rules import CHECK_WORKING_DAYS
from membership.selectors.calendar import day_in_the_network, today_in_the_network


@dataclass(frozen=True, slots=True)
class NextStep:
    """`words` is a whole sentence; `by` is the last day of the step, in the network's time zone, where there is one."""

    words: str | Promise
    by: date | None = None


def next_steps(application: Application) -> list[NextStep]:
    """Return the steps that follow a submission, in their order."""
    submitted = application.submitted_at
    by = add_working_days(day_in_the_network(submitted), CHECK_WORKING_DAYS) if submitted else None
    if application.route == Route.OBSERVER:
        return [NextStep(labels.OBSERVER_NEXT["check"], by), NextStep(labels.OBSERVER_NEXT["decide"])]
    year = ceremony_year(today_in_the_network())
    return [
        NextStep(labels.NEXT["check"], by),
        NextStep(labels.NEXT["decide"]),
        NextStep(labels.NEXT["letter"]),
        NextStep(labels.NEXT["sign"]),
        NextStep(labels.NEXT["celebrate"] % {"year": year}),
    ]
