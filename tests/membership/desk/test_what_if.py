"""The what-if page: it decides what the command decides, tells a contradiction at its seat, and stores nothing."""

import io
import json
import sys
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from membership.desk.what_if_rows import VACANT, Row, address_of_rows, rows_of_case
from membership.models import City, OutboxMail, Round
from membership.rules.voting import READINGS, Case
from membership.selectors.rounds import case_record
from membership.services import decisions
from tests.membership.factories import NOW, CityFactory, SeatFactory
from tests.membership.rules.voting.cases import committee as committee_of
from tests.membership.rules.voting.test_readings import CASES

pytestmark = pytest.mark.django_db
URL = "/admin/membership/what-if/"


def address(case: Case, rule: str) -> dict[str, str]:
    """Return the fields as somebody would choose them on the page."""
    numbers = {seat.id: str(number) for number, seat in enumerate(case.seats, 1)}
    fields = {"rule": rule}
    for seat in case.seats:
        number = numbers[seat.id]
        fields |= {f"name-{number}": seat.id, f"role-{number}": str(seat.role)}
        fields[f"attendance-{number}"] = VACANT if seat.is_vacant else str(case.attendance_of(seat))
        fields[f"proxy-{number}"] = numbers.get(case.proxies.get(seat.id, ""), "")
        fields[f"ballot-{number}"] = str(case.ballots.get(seat.id, ""))
        if seat.id in case.recused:
            fields[f"recused-{number}"] = "on"
    return fields


def decided(case: str, rule: str, monkeypatch) -> dict:
    """Return what the command answers to a case in JSON."""
    out = StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.encode())))
    call_command("decide", "--rule", rule, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def office(enter, auditor):
    return enter(auditor)


@pytest.mark.parametrize("rule", READINGS)
@pytest.mark.parametrize("seats", [pytest.param(case[1], id=case[0]) for case in CASES])
def test_page_and_command_agree(office, monkeypatch, seats, rule):
    context = office.get(URL, address(committee_of(seats), rule)).context

    assert context["fault"] == ""
    assert context["answer"] == decided(context["case"], rule, monkeypatch)


@pytest.mark.parametrize(("seats", "expected"), [pytest.param(case[1], case[2:], id=case[0]) for case in CASES])
def test_the_page_decides_each_case_as_the_table_says(office, seats, expected):
    answer = office.get(URL, address(committee_of(seats), "cumulative")).context["answer"]

    assert [tuple(answer["readings"][key]) for key in READINGS] == list(expected)


def test_the_page_shows_sentence_readings_counts_quorum_and_articles(office):
    page = office.get(URL, address(committee_of("yyynnn-"), "art13")).content.decode()

    sentence = "the President&#x27;s vote for Yes decides (Article 13)."
    assert sentence in page
    assert "The result is contested: Article 13 alone gives another result" in page
    assert "Article 5 to the letter" in page
    assert ("<dd>4</dd>" in page, "<dd>5, 13</dd>" in page) == (True, True)


def test_at_first_the_seats_of_today_stand_there_and_nothing_is_decided(office, committee):
    context = office.get(URL).context

    names = [row["fields"][0] for row in context["rows"]]
    assert len(names) == 7
    assert 'value="Zagreb"' in names[0]
    assert "answer" not in context


def test_without_a_committee_seven_blank_seats_by_role_stand_there(office):
    rows = office.get(URL).context["rows"]

    roles = [row["fields"][1].split(" selected")[0].rpartition('value="')[2].strip('"') for row in rows]
    assert roles == ["president", "former", "next", "elected", "elected", "elected", "elected"]


def test_two_seats_of_one_city_are_told_apart(office):
    city = CityFactory(slug="sofia")
    for role in ("president", "elected"):
        SeatFactory(city=city, role=role)

    names = [row["fields"][0] for row in office.get(URL).context["rows"]]

    assert ('value="Sofia 1"' in names[0], 'value="Sofia 2"' in names[1]) == (True, True)


CONTRADICTIONS = [
    ({"ballot-2": "yes"}, 2, "Seat “athens” is absent and cannot vote."),
    ({"attendance-2": "represented"}, 2, "Seat “athens” is represented but has given no proxy (Article 13)."),
    (
        {"attendance-2": "represented", "proxy-2": "2"},
        2,
        "Seat “athens” cannot give a proxy to itself (Article 13).",
    ),
    ({"attendance-2": "present", "recused-2": "on", "ballot-2": "yes"}, 2, "Seat “athens” is recused and cannot vote."),
    ({"name-2": "istanbul"}, 1, "Seat “istanbul” is listed twice."),
    ({"role-2": "president"}, 2, "Seats “istanbul” and “athens” cannot both be the President&#x27;s."),
    ({"name-2": "", "ballot-2": "yes"}, 2, "A seat has no id, or an id that is not text."),
    ({"attendance-2": "asleep"}, 2, "Seat “athens” has the unknown attendance “asleep”."),
    ({"ballot-2": "maybe", "attendance-2": "present"}, 2, "Seat “athens” has the unknown ballot “maybe”."),
    ({"role-2": "king"}, 2, "Seat “athens” has the unknown role “king”."),
    ({"attendance-2": VACANT, "ballot-2": "yes"}, 2, "Seat “athens” is vacant and cannot vote."),
    (
        {"attendance-2": "represented", "proxy-2": "9"},
        None,
        "A proxy is given to “9”, which is not a seat of this case.",
    ),
]


@pytest.mark.parametrize(("changes", "row", "sentence"), CONTRADICTIONS, ids=[case[2] for case in CONTRADICTIONS])
def test_a_contradiction_is_told_at_the_seat_concerned(office, changes, row, sentence):
    fields = {
        "name-1": "istanbul",
        "role-1": "president",
        "attendance-1": "present",
        "name-2": "athens",
        "role-2": "elected",
    }

    answer = office.get(URL, fields | changes)

    page, faulty = answer.content.decode(), [row["number"] for row in answer.context["rows"] if row["is_faulty"]]
    assert sentence in page
    assert (faulty[:1] == [row]) is (row is not None)
    assert ("answer" in answer.context, answer.status_code) == (False, 200)


@pytest.mark.parametrize("seats", [case[1] for case in CASES] + ["yYn.r-v", "Yynn---"])
def test_a_case_in_the_address_is_the_case_of_its_fields(office, seats):
    case = committee_of(seats)
    words = {
        **case_record(case),
        "seats": [{"id": s.id, "role": str(s.role), "vacant": s.is_vacant} for s in case.seats],
    }

    by_case = office.get(URL, {"case": json.dumps(words), "rule": "strict"}).context
    by_fields = office.get(URL, address(case, "strict")).context
    by_link = office.get(by_case["link"]).context

    assert by_case["answer"] == by_fields["answer"] == by_link["answer"]
    assert by_case["case"] == by_fields["case"] == by_link["case"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "This is not JSON: see line 1, column 1."),
        ("[]", "A case is one JSON object."),
        ('{"seats": []}', "The case has no seats."),
        ('{"seats": [{"id": "a"}], "ballots": {"a": "yes"}}', "Seat “a” is absent and cannot vote."),
    ],
)
def test_a_case_in_the_address_that_is_none_is_refused_with_its_sentence(office, written, sentence):
    answer = office.get(URL, {"case": written})

    assert (answer.status_code, answer.context["fault"]) == (200, sentence)


@pytest.mark.parametrize("name", ["name-999999999999", "name-20000", "name-٣", "name-", "name--1", "rule"])
def test_nonsense_in_the_address_is_survived(office, name):
    answer = office.get(URL, {"name-1": "istanbul", name: "x"})

    assert (answer.status_code, len(answer.context["rows"]) <= 20) == (200, True)


def test_names_are_shown_as_text(office):
    page = office.get(URL, {"name-1": "<script>alert(1)</script>", "attendance-1": "present"}).content.decode()

    assert "<script>alert(1)" not in page


def test_rows_as_they_are_anyhow_take_no_room_in_the_address():
    assert address_of_rows([Row("a", "president"), Row(role="next"), Row("b", ballot="yes")]) == {
        "name-1": "a",
        "role-1": "president",
        "name-3": "b",
        "role-3": "elected",
        "ballot-3": "yes",
    }


def test_nothing_is_stored(office, committee):
    def stored() -> tuple[int, ...]:
        return Round.objects.count(), OutboxMail.objects.count(), City.objects.count()

    before = stored()
    office.get(URL, address(committee_of("yyyyyyy"), "art13"))

    assert stored() == before


def test_a_stored_decision_can_be_tried_with_other_votes(enter, secretary, opened):
    decision = decisions.close_round(opened.pk, secretary, now=NOW)
    client = enter(secretary)

    page = client.get(reverse("desk:decision", args=[decision.pk]))
    tried = client.get(f"{URL}?{page.context['what_if']}")

    assert tried.context["answer"]["readings"] == decision.evaluation["readings"]
    assert len(rows_of_case(json.dumps(decision.case))) == 7
