"""What the composition of the Committee may offend against."""

from dataclasses import replace
from datetime import date

import pytest

from membership.rules.committee import CommitteeSeat, SeatRole, check_composition

TODAY = date(2027, 1, 20)
PRESIDENT = CommitteeSeat(SeatRole.PRESIDENT, "Zagreb", "HR", "mayor of Zagreb", mandate_ends=date(2029, 5, 31))
FORMER = CommitteeSeat(SeatRole.FORMER, "Sofia", "BG", "mayor of Sofia")
NEXT = CommitteeSeat(SeatRole.NEXT, "Sarajevo", "BA", "mayor of Sarajevo")
ELECTED = (
    CommitteeSeat(SeatRole.ELECTED, "Çanakkale", "TR", "mayor of Çanakkale"),
    CommitteeSeat(SeatRole.ELECTED, "Athens", "GR", "mayor of Athens"),
    CommitteeSeat(SeatRole.ELECTED, "Tirana", "AL", "mayor of Tirana"),
    CommitteeSeat(SeatRole.ELECTED, "Skopje", "MK", "mayor of Skopje"),
)
SEVEN = (PRESIDENT, FORMER, NEXT, *ELECTED)
VACANT = CommitteeSeat(SeatRole.ELECTED)


def found(seats):
    return [(finding.code, finding.article, finding.subject) for finding in check_composition(seats, TODAY)]


def changed(number, **changes):
    return (*SEVEN[:number], replace(SEVEN[number], **changes), *SEVEN[number + 1 :])


def test_seven_well_chosen_seats_offend_nothing():
    assert found(SEVEN) == []


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        pytest.param(SEVEN[:6], [("seats_not_seven", "13", "")], id="six_seats"),
        pytest.param(
            (*SEVEN, VACANT), [("seats_not_seven", "13", ""), ("role_too_often", "13", "elected")], id="eight"
        ),
        pytest.param((*SEVEN[:6], VACANT), [], id="a_vacant_seat_is_a_seat"),
        pytest.param((PRESIDENT, FORMER, NEXT, ELECTED[0], *[VACANT] * 3), [], id="four_filled"),
        pytest.param(
            (PRESIDENT, FORMER, NEXT, *[VACANT] * 4), [("filled_below_majority", "13", "")], id="three_filled"
        ),
        pytest.param(changed(1, role=SeatRole.NEXT), [("role_too_often", "13", "next")], id="two_next_presidents"),
        pytest.param(
            (CommitteeSeat(SeatRole.PRESIDENT), *SEVEN[1:]), [("president_missing", "13", "")], id="no_president"
        ),
        pytest.param(changed(4, city="Ankara", country="TR"), [], id="two_cities_of_a_country"),
        pytest.param(
            (*SEVEN[:4], *(replace(seat, country="TR") for seat in ELECTED[1:3]), ELECTED[3]),
            [("country_over_limit", "13", "TR")],
            id="three_cities_of_a_country",
        ),
        pytest.param(changed(6, city="Sofia", country="BG"), [("city_twice", "13", "Sofia")], id="a_city_twice"),
        pytest.param(
            changed(6, holder="mayor of Sofia"), [("holder_twice", "13", "mayor of Sofia")], id="a_person_twice"
        ),
        pytest.param((*SEVEN[:5], *(replace(seat, holder="") for seat in SEVEN[5:])), [], id="holders_not_known_yet"),
        pytest.param(changed(3, consecutive_terms=2), [], id="second_term"),
        pytest.param(changed(3, consecutive_terms=3), [("terms_over_limit", "13", "Çanakkale")], id="third_term"),
        pytest.param(changed(0, mandate_ends=date(2028, 1, 20)), [], id="mandate_of_a_year"),
        pytest.param(
            changed(0, mandate_ends=date(2028, 1, 19)), [("mandate_too_short", "11", "Zagreb")], id="a_day_less"
        ),
        pytest.param(changed(0, mandate_ends=None), [("mandate_unknown", "11", "Zagreb")], id="mandate_unknown"),
        pytest.param(changed(1, mandate_ends=date(2027, 2, 1)), [], id="only_the_president_needs_a_mandate"),
    ],
)
def test_a_composition_is_warned_about(seats, expected):
    assert found(seats) == expected


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"city": "Sofia"}, id="city_without_country"),
        pytest.param({"holder": "mayor of Sofia"}, id="holder_without_city"),
        pytest.param({"city": "Sofia", "country": "BG", "consecutive_terms": 0}, id="no_term"),
    ],
)
def test_a_seat_refuses_nonsense(parts):
    with pytest.raises(ValueError, match=r"seat|term"):
        CommitteeSeat(SeatRole.ELECTED, **parts)
