"""Ballots: who may cast one and when, what voids it, and which one counts."""

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import Attendance, Choice
from membership.models import Ballot
from membership.selectors.rounds import case_of, rule_of, standings
from membership.services.ballots import record_ballot
from membership.services.decisions import close_round
from membership.services.roll import record_attendance
from tests.membership.factories import NOW, CityFactory, SeatFactory, UserFactory
from tests.membership.services.voting import cast, refusal_of, state, vote

pytestmark = pytest.mark.django_db


def counting(round_) -> dict[str, str]:
    """Return city → choice of the ballots that count."""
    ballots = case_of(standings(round_), rule_of(round_)).ballots
    return {seat.rsplit("-", 1)[0]: str(choice) for seat, choice in ballots.items()}


def in_room(round_, secretary, city: str, choice=Choice.YES, reason="") -> Ballot:
    seat = round_.seats.get(city_name=city)
    return record_ballot(round_.pk, secretary, round_seat_id=seat.pk, choice=choice, reason=reason, now=NOW)


def test_a_ballot_is_bound_to_its_seat_and_revision(opened, holders):
    state(opened, holders[3])

    ballot = cast(opened, holders[3], Choice.ABSTAIN, "  No opinion. ")

    assert (ballot.round_seat.city_name, ballot.choice, ballot.reason) == ("Athens", "abstain", "No opinion.")
    assert (ballot.revision_sha256, ballot.cast_by) == ("0" * 64, f"user:{holders[3].pk}")
    assert ballot.recorded_by_secretariat is False


def test_who_votes_is_present(opened, holders):
    vote(opened, holders[3])

    assert opened.seats.get(city_name="Athens").attendance == Attendance.PRESENT
    assert opened.seats.filter(attendance=Attendance.PRESENT).count() == 1


def test_no_ballot_without_a_statement(opened, holders):
    assert refusal_of(cast, opened, holders[3]) == "statement_missing"
    assert Ballot.objects.count() == 0


def test_a_seat_with_a_conflict_does_not_vote(opened, holders):
    state(opened, holders[3], explanation="Twin city.")

    assert refusal_of(cast, opened, holders[3]) == "seat_recused"


def test_a_seat_that_takes_its_conflict_back_votes(opened, holders):
    state(opened, holders[3], explanation="Twin city.")
    vote(opened, holders[3])

    assert counting(opened) == {"athens": "yes"}


def test_a_conflict_stated_after_the_vote_voids_the_ballot_and_keeps_it(opened, holders):
    vote(opened, holders[3])
    vote(opened, holders[4])
    state(opened, holders[3], explanation="Twin city.")

    assert counting(opened) == {"tirana": "yes"}
    assert Ballot.objects.count() == 2


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_vote_against_needs_a_reason(opened, holders, reason):
    state(opened, holders[3])

    assert refusal_of(cast, opened, holders[3], Choice.AGAINST, reason) == "reason_missing"
    assert cast(opened, holders[3], Choice.AGAINST, "Too early.").choice == "against"


def test_of_several_ballots_the_last_counts_and_all_are_kept(opened, holders):
    vote(opened, holders[3], Choice.YES)
    cast(opened, holders[3], Choice.AGAINST, "Too early.")
    cast(opened, holders[3], Choice.ABSTAIN)

    assert counting(opened) == {"athens": "abstain"}
    assert list(Ballot.objects.values_list("choice", flat=True)) == ["yes", "against", "abstain"]


def test_after_closing_nothing_is_added(opened, secretary, holders):
    for holder in holders[:4]:
        vote(opened, holder)
    close_round(opened.pk, secretary, now=NOW)

    assert refusal_of(cast, opened, holders[0]) == "round_is_closed"
    assert refusal_of(state, opened, holders[5]) == "round_is_closed"
    assert refusal_of(in_room, opened, secretary, "Skopje") == "round_is_closed"
    assert refusal_of(record_attendance, opened.pk, secretary, present=[], now=NOW) == "round_is_closed"
    assert Ballot.objects.count() == 4


def test_a_seat_that_is_not_in_the_electorate_does_not_vote(opened):
    newcomer = SeatFactory(city=CityFactory(slug="newcomer")).holder

    assert refusal_of(cast, opened, newcomer) == "no_seat"


def test_who_holds_no_seat_today_does_not_vote(opened, committee):
    seat = committee[3]
    seat.end = "2027-02-28"
    seat.save()

    with pytest.raises(PermissionDenied):
        cast(opened, seat.holder)


def test_a_new_holder_of_a_seat_may_recast_its_ballot(opened, committee):
    seat = committee[3]
    vote(opened, seat.holder, Choice.AGAINST)
    seat.holder = UserFactory(username="successor", groups=["Committee"])
    seat.save()

    assert counting(opened) == {"athens": "against"}
    cast(opened, seat.holder, Choice.YES)
    assert counting(opened) == {"athens": "yes"}


def test_the_secretariat_records_a_vote_given_in_the_room(opened, secretary):
    ballot = in_room(opened, secretary, "Athens")

    assert (ballot.recorded_by_secretariat, ballot.cast_by) == (True, f"user:{secretary.pk}")
    assert opened.seats.get(city_name="Athens").attendance == Attendance.PRESENT
    assert counting(opened) == {"athens": "yes"}


def test_a_vote_recorded_in_the_room_is_overruled_by_the_seat_itself(opened, secretary, holders):
    in_room(opened, secretary, "Athens", Choice.AGAINST, "Said in the room.")
    vote(opened, holders[3], Choice.YES)

    assert counting(opened) == {"athens": "yes"}


def test_the_secretariat_does_not_vote_for_a_seat_with_a_conflict(opened, secretary, holders):
    state(opened, holders[3], explanation="Twin city.")

    assert refusal_of(in_room, opened, secretary, "Athens") == "seat_recused"


def test_the_secretariat_too_gives_the_reason_against(opened, secretary):
    assert refusal_of(in_room, opened, secretary, "Athens", Choice.AGAINST) == "reason_missing"


def test_the_secretariat_records_for_no_seat_outside_the_round(opened, secretary):
    code = refusal_of(record_ballot, opened.pk, secretary, round_seat_id=0, choice=Choice.YES, reason="", now=NOW)

    assert code == "no_seat"


def test_a_member_records_for_nobody(opened, holders):
    with pytest.raises(PermissionDenied):
        in_room(opened, holders[0], "Athens")


def test_the_secretariat_casts_nothing_of_its_own(opened, secretary):
    with pytest.raises(PermissionDenied):
        cast(opened, secretary)


def test_a_ballot_is_recorded_without_its_choice(opened, holders):
    vote(opened, holders[3], Choice.AGAINST)

    event = opened.application.events.last()
    seat = opened.seats.get(city_name="Athens")
    assert (event.verb, event.actor) == ("ballot_cast", f"user:{holders[3].pk}")
    assert event.details == {"round": opened.pk, "seat": seat.pk, "recorded_by_secretariat": False, "proxy": None}
