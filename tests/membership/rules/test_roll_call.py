"""The first roll call: proxies in the Assembly (Art. 8), and the numbers that are needed (Art. 9 and 10)."""

import pytest

from membership.rules.assembly import AssemblyVote, majority_of, quorum_of
from membership.rules.errors import RuleError
from membership.rules.roll_call import Call, Presence, check_roll

PRESENT, ABSENT = Call(Presence.PRESENT), Call(Presence.ABSENT)


def held_by(holder: int | None) -> Call:
    return Call(Presence.REPRESENTED, holder)


@pytest.mark.parametrize(
    ("roll", "code", "member"),
    [
        pytest.param({1: PRESENT, 2: held_by(None)}, "roll_proxy_missing", 2, id="nobody named"),
        pytest.param({1: PRESENT, 2: held_by(9)}, "roll_proxy_missing", 2, id="not on the roll"),
        pytest.param({1: PRESENT, 2: held_by(2)}, "roll_proxy_to_itself", 2, id="itself"),
        pytest.param({1: PRESENT, 2: held_by(1), 3: held_by(2)}, "roll_proxy_chain", 3, id="chain"),
        pytest.param({1: held_by(2), 2: held_by(1)}, "roll_proxy_chain", 1, id="each other"),
        pytest.param({1: PRESENT, 2: held_by(1), 3: held_by(1)}, "roll_proxy_too_many", 3, id="two proxies"),
        pytest.param({1: ABSENT, 2: held_by(1)}, "roll_proxy_holder_absent", 2, id="absent holder"),
    ],
)
def test_a_proxy_that_does_not_stand_is_refused_under_article_8(roll, code, member):
    with pytest.raises(RuleError) as refusal:
        check_roll(roll)

    assert (refusal.value.code, refusal.value.article, refusal.value.details["member"]) == (code, "8", member)


def test_one_proxy_to_a_present_member_stands():
    check_roll({1: PRESENT, 2: held_by(1), 3: ABSENT, 4: Call()}, is_complete=True)


def test_a_holder_may_be_called_later_but_not_after_the_roll():
    roll = {1: Call(), 2: held_by(1)}

    check_roll(roll)
    with pytest.raises(RuleError, match="roll_proxy_holder_absent"):
        check_roll(roll, is_complete=True)


@pytest.mark.parametrize(
    ("members", "quorum", "majority"), [(1, 1, 1), (2, 2, 2), (6, 4, 4), (75, 50, 38), (80, 54, 41)]
)
def test_the_numbers_needed_are_those_at_which_the_vote_holds(members, quorum, majority):
    assert (quorum_of(members), majority_of(members)) == (quorum, majority)
    assert AssemblyVote(members, quorum, 0).is_quorate
    assert not AssemblyVote(members, quorum - 1, 0).is_quorate
    assert AssemblyVote(members, members, majority).has_absolute_majority
    assert not AssemblyVote(members, members, majority - 1).has_absolute_majority
