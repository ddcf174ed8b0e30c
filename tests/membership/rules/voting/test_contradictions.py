"""Every way a case can contradict itself, and the seat that the refusal names."""

import pytest

from membership.rules.committee import SeatRole
from membership.rules.voting import Case, CaseError, DecisionRule, Seat, decide

ISTANBUL, ATHENS, TIRANA = Seat("istanbul", SeatRole.PRESIDENT), Seat("athens"), Seat("tirana")
THREE = (ISTANBUL, ATHENS, TIRANA)
SOFIA_VACANT = (ISTANBUL, Seat("sofia", is_vacant=True))
ALL_PRESENT = {"istanbul": "present", "athens": "present", "tirana": "present"}
ATHENS_BY_PROXY = {**ALL_PRESENT, "athens": "represented"}


def case(seats=THREE, **parts):
    return Case(seats=seats, **parts)


CONTRADICTIONS = [
    ("no_seats", "seats_empty", "", {"seats": ()}),
    ("a_seat_twice", "seat_twice", "athens", {"seats": (ATHENS, Seat("athens", SeatRole.NEXT))}),
    ("two_presidents", "two_presidents", "sofia", {"seats": (ISTANBUL, Seat("sofia", SeatRole.PRESIDENT))}),
    ("unknown_in_attendance", "attendance_of_unknown_seat", "paris", {"attendance": {"paris": "present"}}),
    ("unknown_and_absent", "attendance_of_unknown_seat", "paris", {"attendance": {"paris": "absent"}}),
    ("unknown_principal", "proxy_of_unknown_seat", "paris", {"proxies": {"paris": "athens"}}),
    ("unknown_holder", "proxy_to_unknown_seat", "paris", {"proxies": {"athens": "paris"}}),
    ("unknown_recused", "recusal_of_unknown_seat", "paris", {"recused": ["paris"]}),
    ("unknown_in_ballots", "ballot_of_unknown_seat", "paris", {"ballots": {"paris": "yes"}}),
    ("vacant_present", "vacant_attends", "sofia", {"seats": SOFIA_VACANT, "attendance": {"sofia": "present"}}),
    ("vacant_represented", "vacant_attends", "sofia", {"seats": SOFIA_VACANT, "attendance": {"sofia": "represented"}}),
    ("vacant_recused", "vacant_recused", "sofia", {"seats": SOFIA_VACANT, "recused": ["sofia"]}),
    ("vacant_votes", "vacant_votes", "sofia", {"seats": SOFIA_VACANT, "ballots": {"sofia": "abstain"}}),
    ("vacant_principal", "proxy_of_vacant", "sofia", {"seats": SOFIA_VACANT, "proxies": {"sofia": "istanbul"}}),
    ("vacant_holder", "proxy_to_vacant", "sofia", {"seats": SOFIA_VACANT, "proxies": {"istanbul": "sofia"}}),
    ("unlisted_votes", "absent_votes", "athens", {"ballots": {"athens": "yes"}}),
    ("absent_votes", "absent_votes", "athens", {"attendance": {"athens": "absent"}, "ballots": {"athens": "yes"}}),
    (
        "recused_votes",
        "recused_votes",
        "athens",
        {"attendance": ALL_PRESENT, "recused": ["athens"], "ballots": {"athens": "abstain"}},
    ),
    ("no_proxy", "represented_without_proxy", "athens", {"attendance": ATHENS_BY_PROXY}),
    ("present_principal", "proxy_of_present", "athens", {"attendance": ALL_PRESENT, "proxies": {"athens": "istanbul"}}),
    (
        "absent_principal",
        "proxy_of_absent",
        "athens",
        {"attendance": {"istanbul": "present"}, "proxies": {"athens": "istanbul"}},
    ),
    ("own_holder", "proxy_to_self", "athens", {"attendance": ATHENS_BY_PROXY, "proxies": {"athens": "athens"}}),
    (
        "recused_principal",
        "proxy_of_recused",
        "athens",
        {"attendance": ATHENS_BY_PROXY, "proxies": {"athens": "istanbul"}, "recused": ["athens"]},
    ),
    (
        "recused_holder",
        "proxy_to_recused",
        "istanbul",
        {"attendance": ATHENS_BY_PROXY, "proxies": {"athens": "istanbul"}, "recused": ["istanbul"]},
    ),
    (
        "absent_holder",
        "proxy_to_absent",
        "tirana",
        {"attendance": {"athens": "represented"}, "proxies": {"athens": "tirana"}},
    ),
    (
        "chain",
        "proxy_chain",
        "tirana",
        {
            "attendance": {"istanbul": "present", "athens": "represented", "tirana": "represented"},
            "proxies": {"athens": "tirana", "tirana": "istanbul"},
        },
    ),
    (
        "ring",
        "proxy_chain",
        "tirana",
        {
            "attendance": {"athens": "represented", "tirana": "represented"},
            "proxies": {"athens": "tirana", "tirana": "athens"},
        },
    ),
    ("unknown_attendance", "attendance_unknown", "athens", {"attendance": {"athens": "late"}}),
    ("unknown_ballot", "ballot_unknown", "athens", {"attendance": ALL_PRESENT, "ballots": {"athens": "no"}}),
]


@pytest.mark.parametrize(
    ("code", "seat", "parts"), [pytest.param(code, seat, parts, id=name) for name, code, seat, parts in CONTRADICTIONS]
)
def test_a_contradiction_is_refused_with_its_seat(code, seat, parts):
    with pytest.raises(CaseError) as refusal:
        case(**parts)

    assert (refusal.value.code, refusal.value.seat) == (code, seat)


def test_two_proxies_to_one_holder_are_refused_when_deciding():
    doubtful = case(
        attendance={"istanbul": "present", "athens": "represented", "tirana": "represented"},
        proxies={"athens": "istanbul", "tirana": "istanbul"},
    )

    with pytest.raises(CaseError) as refusal:
        decide(doubtful)

    assert (refusal.value.code, refusal.value.seat, refusal.value.article) == ("proxies_too_many", "istanbul", "13")
    assert decide(doubtful, DecisionRule("own", proxy_max=2)).counts.attending == 3


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        pytest.param("seat_id_missing", {"id": ""}, id="empty_id"),
        pytest.param("seat_id_missing", {"id": 7}, id="number_as_id"),
        pytest.param("role_unknown", {"id": "sofia", "role": "chair"}, id="unknown_role"),
        pytest.param("vacant_not_boolean", {"id": "sofia", "is_vacant": "yes"}, id="word_for_vacant"),
    ],
)
def test_a_seat_refuses_nonsense(code, parts):
    with pytest.raises(CaseError, match=code):
        Seat(**parts)


def test_a_vacant_seat_may_be_listed_as_absent():
    assert decide(case(SOFIA_VACANT, attendance={"istanbul": "present", "sofia": "absent"})).counts.in_office == 1


def test_a_case_does_not_change_with_what_it_was_made_from():
    ballots = {"athens": "yes"}
    made = case(attendance=ALL_PRESENT, ballots=ballots)

    ballots["tirana"] = "against"

    assert decide(made).counts.against == 0
    with pytest.raises(TypeError, match="item assignment"):
        made.ballots["tirana"] = "against"
