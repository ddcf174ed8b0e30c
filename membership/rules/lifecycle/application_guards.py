"""What must hold before an application moves. The name of a guard is the code of its refusal."""

from collections.abc import Callable
from datetime import date, timedelta

from .. import house_rules, statutes
from ..dates import add_months
from .application_words import ApplicationFacts

ApplicationGuard = Callable[[date, ApplicationFacts], bool]


def _draft_expired(today: date, facts: ApplicationFacts) -> bool:
    """A draft is kept for ninety days after its last edit and goes on the ninetieth."""
    return _days_passed(today, facts.last_edited, house_rules.DRAFT_KEPT_DAYS)


def _info_due_set(today: date, facts: ApplicationFacts) -> bool:
    return facts.info_due is not None and facts.info_due > today


def _info_overdue(today: date, facts: ApplicationFacts) -> bool:
    """The due day itself is still in time."""
    return facts.info_due is not None and today > facts.info_due


def _reopen_in_time(today: date, facts: ApplicationFacts) -> bool:
    return _is_within_months(today, facts.state_since, house_rules.LAPSED_REOPEN_MONTHS)


def _insist_in_time(today: date, facts: ApplicationFacts) -> bool:
    """The thirtieth day is still in time."""
    since = facts.state_since
    return since is not None and today <= since + timedelta(days=house_rules.RETURNED_INSIST_DAYS)


def _approval_expired(today: date, facts: ApplicationFacts) -> bool:
    since = facts.state_since
    return since is not None and not _is_within_months(today, since, house_rules.APPROVAL_KEPT_MONTHS)


def _waiting_over(today: date, facts: ApplicationFacts) -> bool:
    return _days_passed(today, facts.state_since, house_rules.WAITING_DAYS_AFTER_DECLINE)


def _convened(_today: date, facts: ApplicationFacts) -> bool:
    """The Secretary opens a round at the President's order or at the request of two members (Art. 13)."""
    return facts.ordered_by_president or facts.members_requesting >= statutes.CONVENING_MEMBERS


def _is(name: str) -> ApplicationGuard:
    return lambda _today, facts: bool(getattr(facts, name))


def _is_not(name: str) -> ApplicationGuard:
    return lambda _today, facts: not getattr(facts, name)


def _days_passed(today: date, since: date | None, days: int) -> bool:
    return since is not None and today >= since + timedelta(days=days)


def _is_within_months(today: date, since: date | None, months: int) -> bool:
    """Return whether so many months are not over yet: the same day of the last month is still within them."""
    return since is not None and today <= add_months(since, months)


GUARDS: dict[str, ApplicationGuard] = {
    "application_frozen": _is_not("frozen"),
    "email_not_verified": _is("email_verified"),
    "required_missing": _is("required_complete"),
    "files_missing": _is("files_received"),
    "already_member": _is_not("active_member"),
    "draft_not_expired": _draft_expired,
    "fields_not_named": _is("fields_named"),
    "due_date_missing": _info_due_set,
    "already_extended": lambda _today, facts: facts.info_extensions < house_rules.INFORMATION_EXTENSIONS,
    "request_unanswered": _is("request_answered"),
    "information_not_overdue": _info_overdue,
    "reopening_too_late": _reopen_in_time,
    "checklist_incomplete": lambda _today, facts: facts.checklist_complete or facts.incomplete_note,
    "recommendation_missing": _is("recommendation_written"),
    "files_not_scanned": _is("files_scanned"),
    "round_is_paused": _is_not("round_paused"),
    "round_not_paused": _is("round_paused"),
    "round_is_closed": _is_not("round_closed"),
    "ground_not_objective": _is("objective_ground"),
    "insisting_too_late": _insist_in_time,
    "electorate_empty": _is("electorate_filled"),
    "not_convened": _convened,
    "not_asked_by_committee": _is("asked_by_committee"),
    "reason_missing": _is("reason_given"),
    "round_not_invalid": _is("round_invalid"),
    "result_not_carried": lambda _today, facts: facts.is_carried is True,
    "result_not_declined": lambda _today, facts: facts.is_carried is False,
    "decision_not_released": _is("decision_released"),
    "signature_incomplete": _is("signature_complete"),
    "approval_not_expired": _approval_expired,
    "extension_not_decided": _is("extended_by_committee"),
    "summit_missing": _is("summit_named"),
    "waiting_not_over": _waiting_over,
}
