"""Every address of the office, with every role and both methods."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from membership.desk.urls import urlpatterns
from membership.models import OutboxMail
from membership.services import decisions, rounds
from tests.membership.factories import NOW, UserFactory, make_letter, make_ready_application, make_rules

pytestmark = pytest.mark.django_db

READERS = {"secretary", "member", "president", "auditor"}
OFFICE, PRESIDENT, SEATS = {"secretary"}, {"president"}, {"member", "president"}
ADMINISTRATOR = {"superuser"}
ROLES = ["secretary", "member", "president", "auditor", "editor", "former_member", "superuser", "translator"]

# Name of the address: who may look, who may send.
TABLE = {
    "queue": (READERS, READERS),
    "reason": (ADMINISTRATOR, ADMINISTRATOR),
    "dossier": (READERS | ADMINISTRATOR, READERS | ADMINISTRATOR),
    "take": (READERS, OFFICE),
    "check": (READERS, OFFICE),
    "forward": (READERS, OFFICE),
    "open_round": (READERS, OFFICE | PRESIDENT),
    "sign": (READERS, OFFICE),
    "ceremony": (READERS, OFFICE),
    "by_letter": (OFFICE, OFFICE),
    "request": (READERS, OFFICE),
    "extend": (READERS, OFFICE),
    "reopen": (READERS, OFFICE),
    "extend_approval": (READERS, OFFICE),
    "message": (READERS, OFFICE),
    "return": (READERS, OFFICE),
    "release_freeze": (READERS, OFFICE),
    "transfer": (READERS, OFFICE),
    "erase": (READERS, OFFICE),
    "match": (READERS, OFFICE),
    "take_in": (READERS, OFFICE),
    "invite": (READERS, PRESIDENT),
    "decline_observer": (READERS, PRESIDENT),
    "file": (READERS | ADMINISTRATOR, READERS | ADMINISTRATOR),
    "round": (READERS, READERS),
    "statement": (SEATS, SEATS),
    "cast": (READERS, SEATS),
    "attendance": (READERS, OFFICE),
    "record_ballot": (READERS, OFFICE),
    "close": (READERS, OFFICE),
    "confirm": (READERS, PRESIDENT),
    "not_approve": (READERS, PRESIDENT),
    "defer": (READERS, PRESIDENT),
    "release": (READERS, OFFICE),
    "send_again": ({"secretary", "auditor"}, OFFICE),
    "decisions": (READERS, READERS),
    "decision": (READERS, READERS),
}
OF_APPLICATION = {
    *("dossier", "take", "check", "forward", "open_round", "sign", "ceremony", "request", "extend", "message"),
    *(
        "reopen",
        "extend_approval",
        "return",
        "release_freeze",
        "transfer",
        "erase",
        "match",
        "invite",
        "decline_observer",
    ),
}


@pytest.fixture
def addresses(secretary, committee):
    """The addresses of an application with a letter and a closed round, by their name."""
    application = make_ready_application()
    letter = make_letter(application)
    rule = make_rules()
    opened = rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    decision = decisions.close_round(opened.pk, secretary, now=NOW)
    message = OutboxMail.objects.create(key="k", recipient="a@example.org", language="en", subject="S", body="T")
    others = {"take_in": [application.pk, letter.pk], "by_letter": [], "reason": []}
    others |= {"send_again": [message.pk], "queue": [], "decisions": [], "file": [letter.pk], "decision": [decision.pk]}
    return {
        name: reverse(f"desk:{name}", args=others.get(name, [application.pk if name in OF_APPLICATION else opened.pk]))
        for name in TABLE
    }


@pytest.fixture
def people(secretary, member, president, auditor, editor):
    return {
        "secretary": secretary,
        "member": member,
        "president": president,
        "auditor": auditor,
        "editor": editor,
        "former_member": UserFactory(username="former", groups=["Committee"]),
        "translator": UserFactory(username="translator", groups=["Translators (tr)"]),
        "superuser": get_user_model().objects.create_superuser("root", "root@example.org", "x"),
    }


def test_the_table_names_every_address():
    assert {pattern.name for pattern in urlpatterns} == set(TABLE)


@pytest.mark.parametrize("role", ROLES)
def test_who_may_look(client, addresses, people, role):
    client.force_login(people[role])

    allowed = {name for name, url in addresses.items() if client.get(url).status_code != 403}

    assert allowed == {name for name, (may_look, _may_send) in TABLE.items() if role in may_look}


@pytest.mark.parametrize("role", ROLES)
def test_who_may_send(client, addresses, people, role):
    client.force_login(people[role])

    allowed = {name for name, url in addresses.items() if client.post(url).status_code != 403}

    assert allowed == {name for name, (_may_look, may_send) in TABLE.items() if role in may_send}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_is_sent_to_the_login(client, addresses, method):
    targets = {getattr(client, method)(url).url.split("?")[0] for url in addresses.values()}

    assert targets == {"/admin/login/"}


def test_answers_of_the_office_are_not_stored_by_browsers(client, addresses, people):
    client.force_login(people["secretary"])

    assert "no-store" in client.get(addresses["dossier"])["Cache-Control"]
