"""The Assembly's vote on removing a member."""

import pytest

from membership.rules.assembly import AssemblyVote


@pytest.mark.parametrize(
    ("members", "attending", "is_quorate"),
    [
        pytest.param(75, 50, True, id="50_of_75"),
        pytest.param(75, 49, False, id="49_of_75"),
        pytest.param(76, 51, True, id="51_of_76"),
        pytest.param(76, 50, False, id="50_of_76"),
    ],
)
def test_the_quorum_is_two_thirds(members, attending, is_quorate):
    assert AssemblyVote(members, attending, yes=0).is_quorate is is_quorate


@pytest.mark.parametrize(
    ("members", "yes", "is_carried"),
    [
        pytest.param(76, 39, True, id="39_of_76"),
        pytest.param(76, 38, False, id="38_of_76"),
        pytest.param(75, 38, True, id="38_of_75"),
        pytest.param(75, 37, False, id="37_of_75"),
    ],
)
def test_the_absolute_majority_is_more_than_half_of_all_members(members, yes, is_carried):
    assert AssemblyVote(members, attending=60, yes=yes).has_absolute_majority is is_carried


@pytest.mark.parametrize(
    ("members", "attending", "yes"),
    [
        pytest.param(0, 0, 0, id="no_members"),
        pytest.param(75, 76, 1, id="more_attend_than_are_members"),
        pytest.param(75, 50, 51, id="more_yes_than_attend"),
        pytest.param(75, 50, -1, id="negative"),
    ],
)
def test_a_vote_refuses_numbers_that_do_not_fit(members, attending, yes):
    with pytest.raises(ValueError, match="assembly vote"):
        AssemblyVote(members, attending, yes)
