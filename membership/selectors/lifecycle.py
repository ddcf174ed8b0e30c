"""Which life cycle an application follows, and what its applicant may try now."""

from __future__ import annotations

from membership.labels.states import RoundState, Route
from membership.models import Application
from membership.rules.lifecycle import APPLICATION, OBSERVER, ApplicationAction, ApplicationFacts, Table
from membership.rules.lifecycle import ApplicationState as RuleState
from membership.rules.roles import Role


def table_of(application: Application) -> Table[RuleState, ApplicationAction, ApplicationFacts]:
    """The life cycle which the application follows."""
    return OBSERVER if application.route == Route.OBSERVER else APPLICATION


def applicant_may(application: Application, action: ApplicationAction) -> bool:
    """Whether the state knows this act of the applicant; what else must hold is asked when it is done."""
    return action in table_of(application).actions(RuleState(application.state), Role.APPLICANT)


def has_paused_round(application: Application) -> bool:
    """Whether a round waits for the applicant's answer; until it goes on the office neither forwards nor returns."""
    return application.rounds.filter(state=RoundState.PAUSED).exists()
