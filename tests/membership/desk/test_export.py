"""The list as a file: harmless in a spreadsheet, whole, and recorded."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from membership.models import ApplicationFlag, Event
from pages.tables import harmless
from tests.membership.factories import ApplicationFactory

pytestmark = pytest.mark.django_db
HEADING = [
    *("Reference", "Name in English", "Name in its own script", "Country", "Applies for", "State"),
    *("In this state since", "Submitted", "Due", "Assigned to", "Flags"),
]


def read_csv(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


def read_xlsx(answer):
    return load_workbook(BytesIO(b"".join(answer.streaming_content))).active


def get(client, kind, **query):
    return client.get(reverse(f"desk:export_{kind}"), query)


def test_a_row_says_what_the_list_says(enter, secretary):
    application = ApplicationFactory(reference="A", country="XK", assignee=secretary, check_due_on=date(2027, 3, 15))
    ApplicationFlag.objects.create(application=application, key="by_letter")

    heading, row, *rest = read_csv(get(enter(secretary), "csv"))

    assert heading == HEADING
    assert row == [
        *("A", "Kraljevo", "Краљево", "Kosovo*", "Membership", "Submitted"),
        *("2027-03-01", "2027-03-01", "2027-03-15", "secretary", "Came by letter"),
    ]
    assert rest[0] == []
    assert rest[1][0].startswith("* This designation is without prejudice")


def test_all_pages_are_taken_but_only_of_the_list_that_is_shown(enter, secretary):
    ApplicationFactory.create_batch(60)
    ApplicationFactory(country="BG")

    assert len(read_csv(get(enter(secretary), "csv", country="RS"))) == 1 + 60 + 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("Niš", "Niš"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_what_begins_like_a_formula_is_text(text, expected):
    assert harmless(text) == expected


def test_no_name_is_a_formula_in_csv(enter, secretary):
    ApplicationFactory(name_en='=HYPERLINK("http://evil.example")')

    assert read_csv(get(enter(secretary), "csv"))[1][1] == '\'=HYPERLINK("http://evil.example")'


def test_no_name_is_a_formula_in_a_workbook(enter, secretary):
    ApplicationFactory(name_en="=1+1", name_local="bell\x07")

    sheet = read_xlsx(get(enter(secretary), "xlsx"))

    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert sheet["C2"].value == "bell"
    assert [cell.value for cell in sheet[1]] == HEADING


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_has_a_name_without_spaces(enter, secretary, kind):
    assert get(enter(secretary), kind)["Content-Disposition"] == (
        f'attachment; filename="applications-2027-03-01.{kind}"'
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_taking_it_is_recorded_without_what_was_looked_for(enter, auditor, kind):
    ApplicationFactory.create_batch(2)

    get(enter(auditor), kind, q="kraljevo")

    event = Event.objects.get(verb="queue_exported")
    assert (event.actor, event.application, event.details) == (f"user:{auditor.pk}", None, {"kind": kind, "count": 2})


def test_a_member_of_the_committee_is_not_offered_a_file(enter, member, secretary):
    ApplicationFactory()

    assert "export.csv" in enter(secretary).get(reverse("desk:queue")).content.decode()
    assert "export.csv" not in enter(member).get(reverse("desk:queue")).content.decode()
    assert get(enter(member), "csv").status_code == 403
    assert not Event.objects.exists()
