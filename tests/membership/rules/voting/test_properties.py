"""What holds for every possible case, found by trying many."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from membership.rules.voting import ART13, CUMULATIVE, READINGS, STRICT, Ballot, Case, decide

from .cases import committee

# Yes more often than the rest, so that many cases are carried.
SIGNS = "yyyyyyna.YNA-rRv"


def _is_possible(seats):
    """Every represented seat finds a holder of its own, none of them represented."""
    return sum(sign in "YNA" for sign in seats) <= sum(sign in "yna." for sign in seats)


cases = st.text(st.sampled_from(SIGNS), min_size=1, max_size=7).filter(_is_possible).map(committee)
readings = st.sampled_from(list(READINGS.values()))


def carried(case, rule):
    return decide(case, rule).result == "carried"


def towards_yes(case, seat):
    better = Ballot.ABSTAIN if case.ballots.get(seat) is Ballot.AGAINST else Ballot.YES
    return replace(case, ballots={**case.ballots, seat: better})


@given(cases)
def test_whatever_is_carried_strictly_is_carried_cumulatively_and_by_article_13(case):
    assert carried(case, STRICT) <= carried(case, CUMULATIVE) <= carried(case, ART13)


@given(cases, st.data(), st.sampled_from([CUMULATIVE, STRICT]))
def test_a_ballot_moved_towards_yes_never_loses_a_carried_case(case, data, rule):
    assume(case.participating)
    seat = data.draw(st.sampled_from(case.participating)).id

    assert carried(case, rule) <= carried(towards_yes(case, seat), rule)


@given(cases, st.data())
def test_a_ballot_moved_towards_yes_never_loses_a_majority_of_article_13(case, data):
    assume(case.participating)
    seat = data.draw(st.sampled_from(case.participating)).id

    assert (decide(case, ART13).reason == "majority") <= (decide(towards_yes(case, seat), ART13).reason == "majority")


def test_one_more_yes_can_lose_what_a_casting_vote_carried():
    tie = committee("yynna a-")

    broken = towards_yes(tie, "zagreb")

    assert (decide(tie, ART13).result, decide(tie, ART13).reason) == ("carried", "casting_vote")
    assert (decide(broken, ART13).result, decide(broken, ART13).reason) == ("not_carried", "no_majority")


@given(cases, st.randoms(use_true_random=False), readings)
def test_the_order_of_seats_and_ballots_does_not_matter(case, random, rule):
    def shuffled(entries):
        entries = list(entries)
        random.shuffle(entries)
        return entries

    mixed = Case(
        seats=shuffled(case.seats),
        attendance=dict(shuffled(case.attendance.items())),
        proxies=dict(shuffled(case.proxies.items())),
        recused=case.recused,
        ballots=dict(shuffled(case.ballots.items())),
    )

    assert decide(mixed, rule) == decide(case, rule)


@given(cases, readings)
def test_a_case_is_contested_where_cumulative_and_article_13_differ(case, rule):
    differ = decide(case, CUMULATIVE).result != decide(case, ART13).result

    assert decide(case, rule).is_contested == differ


@given(cases)
def test_a_case_is_contested_where_article_13_carries_it_over_a_vote_against(case):
    decision = decide(case)

    assert decision.is_contested == (decision.counts.against > 0 and carried(case, ART13))


@given(cases, readings)
def test_a_committee_recused_as_a_whole_carries_nothing(case, rule):
    recused = Case(
        seats=case.seats,
        attendance={seat.id: "present" for seat in case.in_office},
        recused=frozenset(seat.id for seat in case.in_office),
    )

    assert decide(recused, rule).result == "invalid"


@given(cases)
def test_the_counts_add_up(case):
    counts = decide(case).counts

    assert counts.yes + counts.against + counts.abstain == counts.participating
    assert counts.attending + counts.absent == counts.in_office
    assert counts.in_office == sum(not seat.is_vacant for seat in case.seats)


@given(cases, st.data(), readings)
def test_a_seat_that_leaves_never_makes_a_quorum(case, data, rule):
    leavers = [seat for seat in case.in_office if case.attends(seat) and seat.id not in case.proxies.values()]
    assume(leavers)
    seat = data.draw(st.sampled_from(leavers)).id
    left = replace(
        case,
        attendance={**case.attendance, seat: "absent"},
        proxies={principal: holder for principal, holder in case.proxies.items() if principal != seat},
        ballots={voter: ballot for voter, ballot in case.ballots.items() if voter != seat},
    )

    assert (decide(case, rule).reason != "no_quorum") >= (decide(left, rule).reason != "no_quorum")


@given(cases, readings)
def test_a_vacant_seat_is_as_good_as_none(case, rule):
    assume(case.in_office)

    assert decide(replace(case, seats=case.in_office), rule) == decide(case, rule)


@pytest.mark.parametrize("rule", READINGS.values(), ids=READINGS.keys())
@given(case=cases)
def test_what_is_carried_has_a_quorum_and_a_yes(rule, case):
    decision = decide(case, rule)

    assert carried(case, rule) <= (decision.quorum.have >= decision.quorum.need and decision.counts.yes > 0)
