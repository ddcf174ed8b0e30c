"""The sentences that tell what a motion in the Assembly still needs."""

import pytest

from membership.labels.members import majority_sentence, quorum_sentence
from membership.rules.assembly import AssemblyVote


@pytest.mark.parametrize(
    ("attending", "words"),
    [
        (54, "The quorum is reached: 54 of 80 members attend, 54 are needed."),
        (53, "1 member is missing for the quorum: 53 of 80 attend, 54 are needed."),
        (50, "4 members are missing for the quorum: 50 of 80 attend, 54 are needed."),
    ],
)
def test_the_quorum_is_told_with_what_is_missing(attending, words):
    assert quorum_sentence(80, attending) == words


@pytest.mark.parametrize(
    ("yes", "unvoted", "words"),
    [
        (41, 0, "The motion has its majority: 41 Yes, and 41 of all 80 members are needed."),
        (40, 1, "The motion needs 1 more Yes: it has 40 of 41; 1 have not voted."),
        (40, 0, "The motion cannot be carried: 41 Yes of all 80 members are needed, it has 40."),
        (0, 41, "The motion needs 41 more Yes: it has 0 of 41; 41 have not voted."),
        (0, 40, "The motion cannot be carried: 41 Yes of all 80 members are needed, it has 0."),
    ],
)
def test_the_majority_is_told_with_what_it_still_needs(yes, unvoted, words):
    assert majority_sentence(AssemblyVote(80, 60, yes), unvoted) == words
