"""The list of received applications."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from membership.labels.states import ApplicationState, Choice
from membership.models import Application, ApplicationFlag, InformationRequest
from membership.services import ballots, decisions, rounds, statements
from tests.membership.factories import NOW, ApplicationFactory, make_ready_application, make_rules

URL = "/admin/membership/applications/"
FRAME = 8  # what Wagtail itself asks on every page: session, user, permissions, locale, pages, collections
pytestmark = pytest.mark.django_db


def references(response) -> list[str]:
    return [application.reference for application in response.context["page_obj"]]


def test_the_list_has_the_office_address():
    assert reverse("desk:queue") == URL


def test_drafts_are_not_listed(enter, secretary):
    ApplicationFactory(reference="B40-M-2027-0001")
    ApplicationFactory(reference=None, state=ApplicationState.DRAFT, submitted_at=None)

    assert references(enter(secretary).get(URL)) == ["B40-M-2027-0001"]


@pytest.mark.parametrize("words", ["niš", "NIS", "ниш", "НИШ", "7kq2"], ids=str)
def test_search_finds_reference_and_both_names_in_any_case(enter, secretary, words):
    ApplicationFactory(reference="B40-M-2027-7KQ2", name_en="Niš", name_local="Ниш")
    ApplicationFactory(reference="B40-M-2027-AAAA", name_en="Sofia", name_local="София", country="BG")

    assert references(enter(secretary).get(URL, {"q": words})) == ["B40-M-2027-7KQ2"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "ready"}, ["B"]),
        ({"country": "BG"}, ["B"]),
        ({"year": "2026"}, ["A"]),
        ({"state": "ready", "country": "RS"}, []),
        ({"state": "nonsense"}, ["B", "A"]),
        ({"overdue": "on"}, ["A"]),
        ({"flag": "by_letter"}, ["B"]),
        ({"flag": "frozen"}, []),
        ({"assignee": "me"}, ["A"]),
        ({"assignee": "nobody"}, ["B"]),
        ({"q": "rs-0001 крал"}, ["A"]),
        ({"q": "rs-0001 sofia"}, []),
        ({"q": "100%"}, []),
    ],
    ids=str,
)
def test_filters_narrow_the_list(enter, secretary, query, found):
    first = ApplicationFactory(
        reference="RS-0001",
        submitted_at=datetime(2026, 5, 1, tzinfo=ZoneInfo("UTC")),
        check_due_on=date(2027, 2, 26),
        assignee=secretary,
    )
    second = make_ready_application(reference="BG-0001", country="BG", name_en="Sofia", name_local="София")
    ApplicationFlag.objects.create(application=second, key="by_letter")
    called = {first.reference: "A", second.reference: "B"}

    assert [called[reference] for reference in references(enter(secretary).get(URL, query))] == found


def test_the_list_can_be_narrowed_to_an_assignee(enter, secretary):
    ApplicationFactory(reference="A", assignee=secretary)
    ApplicationFactory(reference="B")

    assert references(enter(secretary).get(URL, {"assignee": secretary.pk})) == ["A"]


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("name", ["B", "A"]),
        ("-name", ["A", "B"]),
        ("country", ["A", "B"]),
        ("submitted", ["A", "B"]),
        ("x", ["A", "B"]),
        ("due", ["B", "A"]),
        ("-due", ["B", "A"]),
    ],
)
def test_columns_sort_the_list(enter, secretary, sort, found):
    ApplicationFactory(
        reference="A", name_en="Varna", country="BG", submitted_at=datetime(2026, 5, 1, tzinfo=ZoneInfo("UTC"))
    )
    ApplicationFactory(reference="B", name_en="Bar", country="ME", check_due_on=NOW.date())

    assert references(enter(secretary).get(URL, {"sort": sort})) == found


def test_states_are_counted_over_the_whole_list(enter, secretary):
    ApplicationFactory.create_batch(2)
    make_ready_application()

    response = enter(secretary).get(URL, {"state": "ready"})

    assert [(state, count) for state, _label, count in response.context["counts"]] == [("submitted", 2), ("ready", 1)]


def test_fifty_stand_on_a_page(enter, secretary):
    ApplicationFactory.create_batch(51)

    assert len(references(enter(secretary).get(URL))) == 50
    assert len(references(enter(secretary).get(URL, {"p": 2}))) == 1


def test_one_row_and_fifty_rows_need_the_same_few_queries(enter, secretary):
    client = enter(secretary)
    ApplicationFactory(assignee=secretary)
    client.get(URL)

    with CaptureQueriesContext(connection) as with_one:
        client.get(URL)
    ApplicationFactory.create_batch(49, assignee=secretary)
    with CaptureQueriesContext(connection) as with_fifty:
        client.get(URL)

    assert len(with_one) == len(with_fifty)
    assert len(with_fifty) - FRAME <= 12


def test_a_hundred_and_two_thousand_rows_need_the_same_few_queries(enter, secretary):
    client = enter(secretary)
    make_many(100)
    client.get(URL)

    with CaptureQueriesContext(connection) as with_hundred:
        client.get(URL)
    make_many(2000, first=100)
    with CaptureQueriesContext(connection) as with_thousands:
        answer = client.get(URL, {"p": 30})

    assert answer.context["page_obj"].paginator.count == 2100
    assert len(with_thousands) == len(with_hundred)
    assert len(with_thousands) - FRAME <= 12


def test_a_list_narrowed_by_words_is_counted_once(enter, secretary):
    client = enter(secretary)
    make_many(60)

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(URL, {"q": "кралјево"})

    counts = [query["sql"] for query in asked if "search_text" in query["sql"] and "COUNT(" in query["sql"]]
    assert answer.context["page_obj"].paginator.count == 60
    assert len(counts) == 1


def test_the_due_day_is_shown_with_what_is_left_of_it(enter, secretary):
    ApplicationFactory(reference="A", check_due_on=date(2027, 3, 3))
    ApplicationFactory(reference="B", check_due_on=date(2027, 2, 26))

    text = enter(secretary).get(URL).content.decode()

    assert "2 working days left" in text
    assert "overdue by 1 working day" in text


def test_while_the_applicant_is_asked_the_clock_is_said_to_stand(enter, secretary):
    application = make_ready_application(state=ApplicationState.INFO_REQUESTED, check_days_left=3)
    InformationRequest.objects.create(application=application, text="?", due_on=date(2027, 4, 1))

    assert "clock stopped, answer by 1 Apr 2027" in enter(secretary).get(URL).content.decode()


def test_the_flags_of_a_row_are_named(enter, secretary):
    application = ApplicationFactory()
    ApplicationFlag.objects.create(application=application, key="mandate_ended")
    ApplicationFlag.objects.create(application=application, key="duplicate", other=ApplicationFactory(country="BG"))
    ApplicationFlag.objects.create(application=application, key="duplicate", other=ApplicationFactory(country="GR"))

    assert "Mandate ended, Looks like another application</span>" in enter(secretary).get(URL).content.decode()


def make_many(count, *, first=0):
    """Applications written in one go; what is searched is written with them."""
    rows = [
        ApplicationFactory.build(
            reference=f"B40-M-2027-{first + number:05d}",
            state=ApplicationState.SUBMITTED,
            submitted_at=NOW - timedelta(hours=first + number),
        )
        for number in range(count)
    ]
    for row in rows:
        row.search_text = row.found_by()
    Application.objects.bulk_create(rows)


def test_the_footnote_of_kosovo_stands_below_the_list(enter, secretary):
    ApplicationFactory(country="XK")

    text = enter(secretary).get(URL).content.decode()

    assert "Kosovo*" in text
    assert "UNSCR 1244/1999" in text


@pytest.fixture
def opened(committee, secretary):
    application = make_ready_application(reference="B40-M-2027-7KQ2", name_en="Niš")
    rule = make_rules()
    return rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)


def waiting(client) -> list[str]:
    return [task.text for task in client.get(URL).context["waiting"]]


def test_a_seat_is_asked_for_its_statement_then_for_its_vote(enter, member, opened):
    client = enter(member)

    first = waiting(client)
    statements.state_conflict(opened.pk, member, has_conflict=True, explanation="A twin city.", now=NOW)
    recused = waiting(client)
    statements.state_conflict(opened.pk, member, has_conflict=False, explanation="", now=NOW)
    second = waiting(client)
    ballots.cast(opened.pk, member, choice=Choice.YES, reason="", now=NOW)

    assert first == ["State whether you have a conflict of interest on B40-M-2027-7KQ2, Niš"]
    assert recused == []
    assert second == ["Vote on B40-M-2027-7KQ2, Niš"]
    assert waiting(client) == []


def test_the_president_is_asked_to_declare_and_the_secretariat_to_release(
    enter, president, secretary, committee, opened
):
    for seat in committee[:4]:
        statements.state_conflict(opened.pk, seat.holder, has_conflict=False, explanation="", now=NOW)
        ballots.cast(opened.pk, seat.holder, choice=Choice.YES, reason="", now=NOW)
    decisions.close_round(opened.pk, secretary, now=NOW)

    to_declare = waiting(enter(president))
    decisions.confirm(opened.pk, president, now=NOW)

    assert to_declare == ["Declare the result on B40-M-2027-7KQ2, Niš"]
    assert waiting(enter(secretary)) == ["Release decision 2027/1, Niš"]


def test_a_released_approval_waits_for_its_signature(enter, president, secretary, committee, opened):
    for seat in committee:
        ballots.record_ballot(
            opened.pk, secretary, round_seat_id=seat.round_seats.get().pk, choice=Choice.YES, reason="", now=NOW
        )
    decisions.close_round(opened.pk, secretary, now=NOW)
    decisions.confirm(opened.pk, president, now=NOW)
    decisions.release(opened.pk, secretary, now=NOW)

    assert waiting(enter(secretary)) == ["Record the signed declaration of 1 city"]


def test_the_secretariat_is_told_what_to_take(enter, secretary):
    ApplicationFactory.create_batch(2)

    assert waiting(enter(secretary)) == ["Take 2 new applications"]


def test_a_task_says_since_when_it_waits_and_how_many_are_overdue(enter, secretary):
    ApplicationFactory(state_since=NOW, check_due_on=date(2027, 3, 15))
    late = ApplicationFactory(check_due_on=date(2027, 2, 26))
    Application.objects.filter(pk=late.pk).update(state_since=NOW - timedelta(days=20))

    task = enter(secretary).get(URL).context["waiting"][0]

    assert (task.since, task.clock.text, task.clock.is_overdue) == (NOW - timedelta(days=20), "1 of them overdue", True)


def test_an_auditor_has_nothing_to_do(enter, auditor):
    ApplicationFactory()

    assert waiting(enter(auditor)) == []
