"""The lists that a user keeps under a name."""

import pytest
from django.urls import reverse

from membership.models import SavedFilter
from tests.membership.factories import UserFactory

URL = "/admin/membership/applications/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(secretary):
    return SavedFilter.objects.create(owner=secretary, name="Late", query="overdue=on")


def test_a_list_is_kept_with_what_narrows_and_sorts_it(enter, secretary):
    words = {"name": "Mine", "query": "sort=due&state=in_check&p=3&evil=1&assignee=me"}

    answer = enter(secretary).post(reverse("desk:keep"), words)

    kept = SavedFilter.objects.get()
    assert (kept.owner, kept.name, kept.query) == (secretary, "Mine", "state=in_check&assignee=me&sort=due")
    assert answer.url == f"{URL}?state=in_check&assignee=me&sort=due"


def test_it_stands_above_the_list_of_its_owner_only(enter, secretary, auditor, saved):
    link = f'<a href="{URL}?overdue=on">Late</a>'

    assert link in enter(secretary).get(URL).content.decode()
    assert link not in enter(auditor).get(URL).content.decode()


def test_the_list_that_is_shown_is_marked(enter, secretary, saved):
    page = enter(secretary).get(URL, {"overdue": "on"}).content.decode()

    assert f'<a href="{URL}?overdue=on" aria-current="true">Late</a>' in page


def test_the_same_name_is_not_given_twice(enter, secretary, saved):
    answer = enter(secretary).post(reverse("desk:keep"), {"name": "Late", "query": "state=ready"})

    assert answer.status_code == 409
    assert "Another list of yours has this name." in answer.content.decode()
    assert SavedFilter.objects.count() == 1


def test_another_user_may_give_the_same_name(enter, auditor, saved):
    enter(auditor).post(reverse("desk:keep"), {"name": "Late", "query": "state=ready"})

    assert SavedFilter.objects.filter(name="Late").count() == 2


@pytest.mark.parametrize(("kept", "status"), [(19, 302), (20, 422)])
def test_twenty_are_kept_at_most(enter, secretary, kept, status):
    SavedFilter.objects.bulk_create(SavedFilter(owner=secretary, name=str(n), query="state=ready") for n in range(kept))

    assert enter(secretary).post(reverse("desk:keep"), {"name": "x", "query": "state=ready"}).status_code == status


def test_a_list_without_a_name_is_not_kept(enter, secretary):
    answer = enter(secretary).post(reverse("desk:keep"), {"name": "", "query": "state=ready"})

    assert answer.status_code == 422
    assert not SavedFilter.objects.exists()


def test_its_owner_renames_it(enter, secretary, saved):
    enter(secretary).post(reverse("desk:rename", args=[saved.pk]), {"name": "Too late"})

    assert SavedFilter.objects.get().name == "Too late"


def test_a_name_that_is_taken_is_refused(enter, secretary, saved):
    other = SavedFilter.objects.create(owner=secretary, name="Other", query="state=ready")

    answer = enter(secretary).post(reverse("desk:rename", args=[other.pk]), {"name": "Late"})

    assert answer.status_code == 409
    assert SavedFilter.objects.get(pk=other.pk).name == "Other"


def test_its_owner_deletes_it(enter, secretary, saved):
    enter(secretary).post(reverse("desk:drop", args=[saved.pk]))

    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(("name", "status"), [("rename", 404), ("drop", 302)])
def test_nobody_touches_the_list_of_another(enter, saved, name, status):
    other = UserFactory(username="other", groups=["Secretariat"])

    answer = enter(other).post(reverse(f"desk:{name}", args=[saved.pk]), {"name": "x"})

    assert answer.status_code == status
    assert SavedFilter.objects.get().name == "Late"
