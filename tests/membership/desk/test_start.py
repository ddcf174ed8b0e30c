"""Where each role begins after the login."""

import pytest
from django.urls import reverse

from tests.membership.factories import ApplicationFactory

pytestmark = pytest.mark.django_db
HOME, QUEUE, LOGIN = reverse("wagtailadmin_home"), reverse("desk:queue"), reverse("wagtailadmin_login")


@pytest.fixture
def people(secretary, member, president, auditor, editor):
    return {
        "secretary": secretary,
        "member": member,
        "president": president,
        "auditor": auditor,
        "editor": editor,
    }


@pytest.mark.parametrize(
    ("role", "page"),
    [("secretary", QUEUE), ("member", QUEUE), ("president", QUEUE), ("auditor", QUEUE), ("editor", HOME)],
)
def test_after_the_login_each_role_is_where_its_work_is(client, people, role, page):
    user = people[role]
    user.set_password("a long passphrase")
    user.save()

    answer = client.post(LOGIN, {"username": user.username, "password": "a long passphrase", "next": HOME}, follow=True)

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == page


def test_the_home_page_stays_within_reach(enter, secretary):
    client = enter(secretary)

    first, second = client.get(HOME), client.get(HOME)

    assert first.url == QUEUE
    assert second.status_code == 200


def test_the_home_page_shows_what_waits(enter, secretary):
    client = enter(secretary)
    client.get(HOME)
    ApplicationFactory()

    assert "Take 1 new application" in client.get(HOME).content.decode()


def test_the_home_page_of_an_editor_shows_nothing_of_the_office(enter, editor):
    ApplicationFactory()

    assert "Waiting for you" not in enter(editor).get(HOME).content.decode()


def test_the_login_leads_on_to_where_one_wanted_to_go(client, secretary):
    secretary.set_password("a long passphrase")
    secretary.save()
    wanted = reverse("desk:decisions")

    answer = client.post(LOGIN, {"username": "secretary", "password": "a long passphrase", "next": wanted})

    assert answer.url == wanted


def test_a_visitor_of_the_home_page_is_sent_to_the_login(client):
    assert client.get(HOME).url.startswith(LOGIN)
