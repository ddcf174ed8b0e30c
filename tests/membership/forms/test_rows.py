"""Rows of answers without script: one more than is filled, removed by a tick, refused with their number."""

import pytest

from membership.forms.sections import MEMBERSHIP
from tests.membership.applicant import ANSWERS
from tests.membership.factories import TODAY, CityFactory, MemberFactory

pytestmark = pytest.mark.django_db


def role(**changes):
    form = MEMBERSHIP.sections["role"]({**ANSWERS["role"], **changes}, today=TODAY)
    form.full_clean()
    return form


def project(number: int, title: str, **columns: str) -> dict[str, str]:
    return {f"projects-{number}-{column}": value for column, value in {"title": title, **columns}.items()}


def test_filled_rows_are_stored_and_empty_ones_left_out():
    form = role(**project(0, "URBACT", years="2021"), **project(1, " "), **project(3, "Interreg"))

    assert [row["title"] for row in form.answers()["projects"]] == ["URBACT", "Interreg"]


@pytest.mark.parametrize(("filled", "shown"), [(0, 1), (1, 2), (4, 5), (5, 5)])
def test_one_empty_row_is_shown_up_to_the_limit(filled, shown):
    rows = [{"title": f"P{number}"} for number in range(filled)]

    page = str(MEMBERSHIP.sections["role"](initial={"projects": rows}, today=TODAY)["projects"])

    assert page.count('class="rows__row"') == shown
    assert ('value="projects"' in page) is (filled < 4)


def test_a_sixth_project_is_not_read():
    many = {name: value for number in range(7) for name, value in project(number, f"P{number}").items()}

    assert [row["title"] for row in role(**many).answers()["projects"]] == ["P0", "P1", "P2", "P3", "P4"]


def test_a_row_that_is_marked_is_removed():
    form = role(**project(0, "Old"), **project(1, "New"), **{"projects-0-remove": "on"})

    assert [row["title"] for row in form.answers()["projects"]] == ["New"]


def test_a_fault_names_the_row_and_the_column():
    form = role(**project(0, "URBACT"), **project(1, "Interreg", link="not an address"))

    assert form.errors["projects"] == ["Entry 2, Web address: Enter a valid URL."]


def test_a_partner_is_one_of_the_members_in_the_readers_language():
    MemberFactory(city=CityFactory(slug="nis", country="RS", name_en="Niš"))

    assert role(**{"partners-0-city": "nis"}).answers()["partners"] == [{"city": "nis", "other": "", "kind": ""}]
    assert "partners" in role(**{"partners-0-city": "atlantis"}).errors
