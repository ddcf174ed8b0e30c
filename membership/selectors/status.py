"""Reads where an application stands, as its applicant may know it: never a vote, never a decision before its release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.functional import Promise

from membership.labels import status as labels
from membership.labels.states import ApplicationState, Outcome, RoundState, Route, ScanState
from membership.models import Application, InformationRequest, MayorNotice, Round, Upload
from membership.rules.house_rules import MAYOR_NOTICES, RETURNED_INSIST_DAYS
from membership.rules.lifecycle import ApplicationAction
from membership.selectors.calendar import day_in_the_network
from membership.selectors.drafts import open_request
from membership.selectors.lifecycle import applicant_may
from membership.selectors.releases import released_at, told_outcome

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
TOLD: dict[str | None, ApplicationState] = {
    Outcome.APPROVED: ApplicationState.APPROVED,
    Outcome.NOT_APPROVED: ApplicationState.DECLINED,
}
OUTCOMES = {ApplicationState.APPROVED, ApplicationState.DECLINED}
INVITED = {ApplicationState.APPROVED, ApplicationState.DECLARATION_SIGNED}
STILL_TAKEN = {ApplicationState.SUBMITTED, ApplicationState.IN_CHECK, ApplicationState.READY, ApplicationState.IN_ROUND}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps of the statutes; `day` is when it was done, as far as the record tells."""

    key: str
    title: str | Promise
    articles: str | Promise
    is_done: bool
    is_current: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state which the applicant sees, the steps that are done or can still come, and what may be done now.

    `sentence` says in words where the application stands; `asked` is what the office waits for.
    """

    state: ApplicationState
    sentence: str | Promise
    steps: tuple[Step, ...]
    may_withdraw: bool
    asked: InformationRequest | None
    insist_until: date | None
    is_invited_to_ceremony: bool
    may_send_documents: bool
    may_apply_again: bool


def standing_of(application: Application) -> Standing:
    """Return where a submitted application stands."""
    released = released_at(application)
    is_observer = application.route == Route.OBSERVER
    state = ApplicationState(application.state) if is_observer else _told_state(application, released)
    sentences = labels.OBSERVER_NOW if is_observer else labels.NOW
    return Standing(
        state=state,
        sentence=labels.FROZEN if application.is_frozen else sentences[state],
        steps=_steps(application, state, _days(application, released)),
        may_withdraw=may_withdraw(application),
        asked=open_request(application) if state == ApplicationState.INFO_REQUESTED else None,
        insist_until=insist_until(application),
        is_invited_to_ceremony=state in INVITED and not is_observer,
        may_send_documents=state in STILL_TAKEN and not application.is_frozen,
        may_apply_again=state == ApplicationState.DECLINED and not is_observer,
    )


def _told_state(application: Application, released: datetime | None) -> ApplicationState:
    """Return the state as the applicant was told it: a decision, and a correction of it, is told by its release."""
    state = ApplicationState(application.state)
    if state not in OUTCOMES or released is not None:
        return state
    return TOLD.get(told_outcome(application), ApplicationState.IN_ROUND)


def may_withdraw(application: Application) -> bool:
    """Whether the application can still be withdrawn: until the round of the Committee is closed."""
    is_closed = Round.objects.filter(application=application, state=RoundState.CLOSED).exists()
    return applicant_may(application, ApplicationAction.WITHDRAW) and not is_closed


def insist_until(application: Application) -> date | None:
    """Return the last day on which the applicant may insist on a decision, none where nothing was returned."""
    if not applicant_may(application, ApplicationAction.INSIST) or application.is_frozen:
        return None
    return day_in_the_network(application.state_since) + timedelta(days=RETURNED_INSIST_DAYS)


@dataclass(frozen=True, slots=True)
class Papers:
    """The files of an application as its applicant sees them, and what the mayor's office answered."""

    standing: tuple[Upload, ...]
    late: tuple[Upload, ...]
    replaced: tuple[Upload, ...]
    infected: tuple[Upload, ...]
    notice: MayorNotice | None
    notices_left: int


def papers_of(application: Application) -> Papers:
    """Return the files and the notice to the mayor's office."""
    files = list(application.uploads.all())
    notice = application.notices.last()
    infected = [file for file in files if file.scan == ScanState.INFECTED and not file.replaced_at]
    is_answered = notice is not None and bool(notice.answer)
    return Papers(
        standing=tuple(application.uploads.standing()),
        late=tuple(file for file in files if file.is_late and not file.replaced_at and file not in infected),
        replaced=tuple(file for file in files if file.replaced_at),
        infected=tuple(infected),
        notice=notice,
        notices_left=0 if is_answered or notice is None else max(0, MAYOR_NOTICES - application.notices.count()),
    )


def _steps(application: Application, state: ApplicationState, days: dict[str, date | None]) -> tuple[Step, ...]:
    is_observer = application.route == Route.OBSERVER
    titles = labels.OBSERVER_STEPS if is_observer else labels.STEPS
    articles = dict.fromkeys(titles, labels.ARTICLE_6) if is_observer else labels.ARTICLES
    done = min(DONE[state], len(titles))
    shown = list(titles)[:done] if state in ENDED else list(titles)
    return tuple(
        Step(key, titles[key], articles[key], number < done, number == done, days[key] if number < done else None)
        for number, key in enumerate(shown)
    )


def _days(application: Application, released: datetime | None) -> dict[str, date | None]:
    forwarded = application.events.filter(verb="forwarded").last()
    decided = application.events.filter(verb__in=["observer_invited", "observer_declined"]).last()
    return {
        "applied": _day(application.submitted_at),
        "checked": _day(forwarded.at if forwarded else None),
        "decided": _day(released or (decided.at if decided else None)),
        "signed": application.signed_on,
        "celebrated": application.ceremony_on,
    }


def _day(moment: datetime | None) -> date | None:
    return day_in_the_network(moment) if moment else None
