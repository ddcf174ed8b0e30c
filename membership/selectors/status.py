"""Reads where an application stands, as its applicant may know it: never a vote, never a decision before its release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from membership.labels.states import ApplicationState, RoundState
from membership.models import Application, Release, Round
from membership.models.application import BEFORE_DECISION
from membership.selectors.calendar import day_in_the_network

STEPS = ("applied", "checked", "decided", "signed", "celebrated")

# How many steps are done in a state; the next one is what is going on.
DONE = {
    ApplicationState.SUBMITTED: 1,
    ApplicationState.IN_CHECK: 1,
    ApplicationState.INFO_REQUESTED: 1,
    ApplicationState.RETURNED: 1,
    ApplicationState.LAPSED: 1,
    ApplicationState.WITHDRAWN: 1,
    ApplicationState.READY: 2,
    ApplicationState.IN_ROUND: 2,
    ApplicationState.APPROVED: 3,
    ApplicationState.DECLINED: 3,
    ApplicationState.LAPSED_APPROVAL: 3,
    ApplicationState.DECLARATION_SIGNED: 4,
    ApplicationState.CEREMONY_DONE: 5,
}
ENDED = {
    ApplicationState.WITHDRAWN,
    ApplicationState.DECLINED,
    ApplicationState.LAPSED,
    ApplicationState.LAPSED_APPROVAL,
}
WITHDRAWABLE = {*BEFORE_DECISION, ApplicationState.RETURNED}
OUTCOMES = {ApplicationState.APPROVED, ApplicationState.DECLINED}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps of the statutes; `day` is when it was done, as far as the record tells."""

    key: str
    is_done: bool
    is_current: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state which the applicant sees, the steps that are done or can still come, and what may be done now."""

    state: ApplicationState
    steps: tuple[Step, ...]
    may_withdraw: bool


def standing_of(application: Application) -> Standing:
    """Return where a submitted application stands."""
    released = Release.objects.filter(decision__round__application=application).order_by("released_at").last()
    state = ApplicationState(application.state)
    if state in OUTCOMES and released is None:
        state = ApplicationState.IN_ROUND
    days = _days(application, released)
    done = DONE[state]
    shown = STEPS[:done] if state in ENDED else STEPS
    steps = [
        Step(key, number < done, number == done, days[key] if number < done else None)
        for number, key in enumerate(shown)
    ]
    return Standing(state, tuple(steps), may_withdraw(application))


def may_withdraw(application: Application) -> bool:
    """Whether the application can still be withdrawn: until the round of the Committee is closed."""
    is_closed = Round.objects.filter(application=application, state=RoundState.CLOSED).exists()
    return application.state in WITHDRAWABLE and not is_closed


def _days(application: Application, released: Release | None) -> dict[str, date | None]:
    forwarded = application.events.filter(verb="forwarded").last()
    return {
        "applied": _day(application.submitted_at),
        "checked": _day(forwarded.at if forwarded else None),
        "decided": _day(released.released_at if released else None),
        "signed": application.signed_on,
        "celebrated": application.ceremony_on,
    }


def _day(moment: datetime | None) -> date | None:
    return day_in_the_network(moment) if moment else None
