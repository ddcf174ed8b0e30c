"""A table of transitions refuses to be ambiguous."""

import pytest

from membership.rules.lifecycle import ApplicationAction, ApplicationState, Table, Transition
from membership.rules.roles import Role

ROW = Transition(
    ApplicationState.DRAFT, ApplicationAction.SUBMIT, frozenset({Role.APPLICANT}), ApplicationState.SUBMITTED
)


def test_two_rows_for_one_act_are_refused():
    with pytest.raises(ValueError, match="two rows"):
        Table([ROW, ROW], {})


def test_a_guard_that_nobody_wrote_is_refused():
    guarded = Transition(ROW.state, ROW.action, ROW.roles, ROW.target, ("letter_missing",))

    with pytest.raises(ValueError, match="letter_missing"):
        Table([guarded], {})
