"""Which acts are due on a dossier, for this user and in this state."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from membership.desk.applicant_forms import (
    EraseForm,
    ExtendApprovalForm,
    ExtendForm,
    MatchForm,
    MessageForm,
    ReleaseFreezeForm,
    ReopenForm,
    RequestForm,
    ReturnForm,
    TransferForm,
)
from membership.desk.base import DeskForm
from membership.desk.dossier_forms import CeremonyForm, CheckForm, OpenRoundForm, SignForm, TakeForm
from membership.desk.observer_forms import DeclineObserverForm, InviteForm
from membership.labels.states import ApplicationState, Route
from membership.models import Application
from membership.models.application import BEFORE_DECISION
from membership.permissions import Action, Role, may
from membership.rules.lifecycle import ApplicationAction
from membership.rules.lifecycle import ApplicationState as RuleState
from membership.rules.roles import Role as RuleRole
from membership.selectors.lifecycle import table_of

# Form, what the table of permissions must allow, and what the life cycle must allow in the state.
BY_STATE: tuple[tuple[type[DeskForm], Action, ApplicationAction], ...] = (
    (TakeForm, Action.TAKE, ApplicationAction.TAKE),
    (CheckForm, Action.COMPLETE_CHECK, ApplicationAction.FORWARD),
    (RequestForm, Action.REQUEST_INFORMATION, ApplicationAction.REQUEST_INFORMATION),
    (ExtendForm, Action.REQUEST_INFORMATION, ApplicationAction.EXTEND),
    (ReopenForm, Action.REQUEST_INFORMATION, ApplicationAction.REOPEN),
    (ReturnForm, Action.RETURN, ApplicationAction.RETURN),
    (OpenRoundForm, Action.OPEN_ROUND, ApplicationAction.OPEN_ROUND),
    (SignForm, Action.RECORD_SIGNATURE, ApplicationAction.SIGN_DECLARATION),
    (CeremonyForm, Action.RECORD_CEREMONY, ApplicationAction.HOLD_CEREMONY),
)
BY_OBSERVER_STATE: tuple[tuple[type[DeskForm], Action, ApplicationAction], ...] = (
    (TakeForm, Action.TAKE, ApplicationAction.TAKE),
    (RequestForm, Action.REQUEST_INFORMATION, ApplicationAction.REQUEST_INFORMATION),
    (ExtendForm, Action.REQUEST_INFORMATION, ApplicationAction.EXTEND),
    (ReopenForm, Action.REQUEST_INFORMATION, ApplicationAction.REOPEN),
    (InviteForm, Action.DECIDE_OBSERVER, ApplicationAction.APPROVE),
    (DeclineObserverForm, Action.DECIDE_OBSERVER, ApplicationAction.DECLINE),
)
EXTENDABLE = (ApplicationState.APPROVED, ApplicationState.LAPSED_APPROVAL)
ACTORS = (RuleRole.SECRETARIAT, RuleRole.SECRETARY, RuleRole.PRESIDENT)


def due_forms(application: Application, roles: Collection[Role], *, is_released: bool) -> list[type[DeskForm]]:
    """Return the forms of what may be done now, in the order of a dossier's life."""
    rows = BY_OBSERVER_STATE if application.route == Route.OBSERVER else BY_STATE
    possible = _possible(application, is_released=is_released)
    by_state = [form for form, action, step in rows if may(roles, action) and step in possible]
    return [*by_state, *(form for form, action in _at_any_time(application) if may(roles, action))]


def words_of(
    form_class: type[DeskForm], application: Application, *, today: date, is_president: bool
) -> dict[str, Any]:
    """Return what a form of the dossier needs beside the request."""
    if form_class is MessageForm:
        return {}
    words: dict[str, Any] = {"application": application}
    if form_class in (OpenRoundForm, RequestForm):
        words["today"] = today
    if form_class is OpenRoundForm:
        words["is_president"] = is_president
    return words


def _possible(application: Application, *, is_released: bool) -> set[ApplicationAction]:
    state, table = RuleState(application.state), table_of(application)
    possible = {step for actor in ACTORS for step in table.actions(state, actor)}
    if state == RuleState.IN_ROUND:  # asking from within a round is the Committee's, through the Secretary
        possible -= {ApplicationAction.REQUEST_INFORMATION}
    if state in (RuleState.APPROVED, RuleState.LAPSED_APPROVAL):  # what is extended there is the approval
        possible -= {ApplicationAction.EXTEND}
    return possible if is_released else possible - {ApplicationAction.SIGN_DECLARATION}


def _at_any_time(application: Application) -> list[tuple[type[DeskForm], Action]]:
    is_open = application.state in BEFORE_DECISION
    found: list[tuple[type[DeskForm], Action]] = []
    if application.state in EXTENDABLE and application.route == Route.MEMBERSHIP:
        found.append((ExtendApprovalForm, Action.EXTEND_APPROVAL))
    if application.is_frozen:
        found.append((ReleaseFreezeForm, Action.RELEASE_FREEZE))
    if application.contact_email:
        found.append((MessageForm, Action.WRITE_TO_APPLICANT))
    if application.route == Route.MEMBERSHIP and is_open:
        found.append((MatchForm, Action.MATCH_CITY))
    return [*found, (TransferForm, Action.TRANSFER_CONTACT), *([] if is_open else [(EraseForm, Action.ERASE_PERSON)])]
