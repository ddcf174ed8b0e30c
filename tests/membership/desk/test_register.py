"""The register of decisions: found by what stands of each, and taken out as a file."""

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from membership.models import Application, Correction, Decision, Event
from membership.selectors.register import WantedDecisions, found_in_register
from membership.services import corrections, decisions, rounds
from tests.membership.desk.test_export import read_csv, read_xlsx
from tests.membership.factories import NOW, make_ready_application, make_rules
from tests.membership.services.voting import close

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(committee, secretary) -> Decision:
    """A decision not to approve Kraljevo, with six votes for and one against."""
    holders = [seat.holder for seat in committee]
    round_ = rounds.open_round(make_ready_application().pk, holders[0], rule_id=make_rules().pk, now=NOW)
    close(round_, secretary, holders, "yyyyyyn")
    decisions.not_approve(round_.pk, holders[0], reason="A vote against.", now=NOW)
    return Decision.objects.get()


def shown(client, **query) -> str:
    answer = client.get(reverse("desk:decisions"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def year_of(decision: Decision) -> str:
    return str(localtime(decision.computed_at, NOW.tzinfo).year)


@pytest.mark.parametrize(
    "query",
    [
        {"q": "kraljevo"},
        {"q": "КРАЉЕВО"},
        {"outcome": "not_approved"},
        {"country": "RS"},
        {"q": "b40-m"},
        {"outcome": "not_approved", "country": "RS", "q": "kraljevo"},
        {"outcome": "no such outcome"},
    ],
)
def test_a_decision_is_found_by_what_is_asked(enter, secretary, decision, query):
    assert f">{decision.number}</a>" in shown(enter(secretary), **query)


@pytest.mark.parametrize(
    "query",
    [
        {"q": "sofia"},
        {"q": "kraljevo sofia"},
        {"outcome": "approved"},
        {"outcome": "undeclared"},
        {"country": "BG"},
        {"q": "%"},
    ],
)
def test_what_does_not_match_is_not_shown(enter, secretary, decision, query):
    text = shown(enter(secretary), **query)

    assert f">{decision.number}</a>" not in text
    assert "No decision matches." in text


def test_it_is_found_by_its_number_and_by_its_year(enter, secretary, decision):
    client = enter(secretary)

    assert f">{decision.number}</a>" in shown(client, q=decision.number, year=year_of(decision))
    assert not found_in_register(WantedDecisions(year=str(int(year_of(decision)) - 1))).exists()


def test_only_contested_results_are_shown_where_these_are_asked_for(enter, secretary, decision):
    assert decision.is_contested
    assert f">{decision.number}</a>" in shown(enter(secretary), contested="on")


def test_what_waits_for_the_president_is_found_as_not_declared(enter, secretary, committee, decision):
    holders = [seat.holder for seat in committee]
    other = rounds.open_round(make_ready_application().pk, holders[0], rule_id=decision.round.rule_id, now=NOW)
    waiting = close(other, secretary, holders, "yyyyyyy")

    text = shown(enter(secretary), outcome="undeclared")

    assert (f">{waiting.number}</a>" in text, f">{decision.number}</a>" in text) == (True, False)


def test_after_a_correction_the_outcome_that_stands_is_shown_with_its_number(enter, secretary, president, decision):
    proposed = corrections.propose(decision.pk, secretary, outcome="approved", reason="Miscounted.", now=NOW)
    assert "Corrected by" not in shown(enter(secretary), outcome="not_approved")

    corrections.answer(proposed.pk, president, confirms=True, now=NOW)

    number = Correction.objects.get().number
    text = shown(enter(secretary), outcome="approved", q=number)
    assert f"Corrected by {number}" in text
    assert f">{decision.number}</a>" not in shown(enter(secretary), outcome="not_approved")


@pytest.mark.parametrize(("kind", "read"), [("csv", read_csv), ("xlsx", read_xlsx)])
def test_the_file_says_what_the_register_says_and_is_recorded(enter, member, decision, kind, read):
    Application.objects.update(name_en="=1+1", country="XK")

    answer = enter(member).get(reverse(f"desk:register_{kind}"), {"outcome": "not_approved"})

    rows = read(answer) if kind == "csv" else [[cell.value or "" for cell in row] for row in read(answer).rows]
    heading, row = rows[0], rows[1]
    assert (heading[0], row[0], row[3]) == ("Number", decision.number, "Kosovo*")
    assert row[2].lstrip("'") == "=1+1"
    assert row[heading.index("Against") - 1 : heading.index("Abstain") + 1] == ["6", "1", "0"]
    assert (row[heading.index("Contested")], row[heading.index("Outcome")]) == ("Contested", "Not approved")
    assert rows[-1][0].startswith("* This designation is without prejudice")
    event = Event.objects.get(verb="register_exported")
    assert (event.actor, event.details) == (f"user:{member.pk}", {"kind": kind, "count": 1})


def test_the_register_of_many_is_read_in_few_queries(enter, secretary, decision, django_assert_max_num_queries):
    client = enter(secretary)
    shown(client)

    with django_assert_max_num_queries(14):
        shown(client, q="kraljevo")
