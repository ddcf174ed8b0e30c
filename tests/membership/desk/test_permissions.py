"""Every address of the office, with every role and both methods."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from membership.desk.urls import urlpatterns
from membership.models import AgendaItem, Correction, Meeting, OutboxMail
from membership.services import decisions, rounds
from tests.membership.desk.member_addresses import MEMBER_TABLE, member_arguments
from tests.membership.factories import (
    NOW,
    TODAY,
    UserFactory,
    make_letter,
    make_proxy,
    make_ready_application,
    make_rules,
)

pytestmark = pytest.mark.django_db

READERS = {"secretary", "member", "president", "auditor"}
OFFICE, PRESIDENT, SEATS = {"secretary"}, {"president"}, {"member", "president"}
ADMINISTRATOR = {"superuser"}
ROLES = [
    *("secretary", "permanent_secretary", "member", "president", "auditor", "editor", "former_member", "superuser"),
    "translator",
]
CONFIRM = "/admin/access/confirm/"
# What binds, and asks for a fresh log-in first; the entries of a session, sent by script, are told so by their status.
FRESH = {
    *("cast", "cast_for", "object", "demand", "record_ballot", "close", "confirm", "not_approve", "defer", "release"),
    *("continue", "receive_proxy", "revoke_proxy", "receive_meeting_proxy", "revoke_meeting_proxy"),
    *("open_session", "enter", "close_session", "propose_correction", "answer_correction", "release_correction"),
    *("answer_rule", "invite", "decline_observer", "revoke_observer", "suspend_member", "lift_suspension"),
    *("ballots", "close_ballot"),
}

# Name of the address: who may look, who may send.
TABLE = {
    "queue": (READERS, READERS),
    "export_csv": (READERS - SEATS, READERS - SEATS),
    "export_xlsx": (READERS - SEATS, READERS - SEATS),
    "assign_several": (READERS, OFFICE),
    "remind_several": (READERS, OFFICE),
    "saved": (READERS, READERS),
    "keep": (READERS, READERS),
    "rename": (READERS, READERS),
    "drop": (READERS, READERS),
    "reason": (ADMINISTRATOR, ADMINISTRATOR),
    "dossier": (READERS | ADMINISTRATOR, READERS | ADMINISTRATOR),
    "comment": (READERS, OFFICE | SEATS),
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
    "live": (READERS, READERS),
    "cast_for": (READERS, SEATS),
    "object": (READERS, SEATS),
    "record_statement": (READERS, OFFICE),
    "ask": (READERS, OFFICE),
    "resume": (READERS, OFFICE),
    "suspend": (READERS, OFFICE),
    "restart": (READERS, OFFICE | PRESIDENT),
    "continue": (READERS, PRESIDENT),
    "demand": (READERS, SEATS),
    "file_proxy": (READERS, OFFICE | SEATS),
    "receive_proxy": (READERS, OFFICE | PRESIDENT),
    "revoke_proxy": (READERS, OFFICE | SEATS),
    "proxy": (READERS, READERS),
    "meetings": (READERS, READERS),
    "plan_meeting": (READERS, OFFICE),
    "meeting": (READERS, READERS),
    "add_application": (READERS, OFFICE),
    "add_matter": (READERS, OFFICE),
    "change_agenda": (READERS, OFFICE),
    "file_meeting_proxy": (READERS, OFFICE | SEATS),
    "receive_meeting_proxy": (READERS, OFFICE | PRESIDENT),
    "revoke_meeting_proxy": (READERS, OFFICE | SEATS),
    "open_session": (READERS, OFFICE),
    "close_session": (READERS, OFFICE),
    "enter": (READERS, OFFICE),
    "entries": (OFFICE, OFFICE),
    "minutes": (READERS, READERS),
    "committee": (READERS, READERS),
    "fill_seat": (READERS, OFFICE),
    "end_seat": (READERS, OFFICE),
    "change_holder": (READERS, OFFICE),
    "handover": (READERS, OFFICE),
    "withdraw_handover": (READERS, OFFICE),
    "resign": (READERS, OFFICE),
    "rules": (READERS, READERS),
    "propose_rule": (READERS, OFFICE),
    "answer_rule": (READERS, PRESIDENT),
    "rulings": (READERS, READERS),
    "record_ruling": (READERS, OFFICE),
    "propose_correction": (READERS, OFFICE),
    "answer_correction": (READERS, PRESIDENT),
    "release_correction": (READERS, OFFICE),
    "mail": ({"secretary", "auditor"}, {"secretary", "auditor"}),
    "mail_texts": ({"secretary", "auditor"}, {"secretary", "auditor"}),
    "send_again": ({"secretary", "auditor"}, OFFICE),
    "settle_mail": ({"secretary", "auditor"}, OFFICE),
    "what_if": (READERS, READERS),
    "decisions": (READERS, READERS),
    "register_csv": (READERS, READERS),
    "register_xlsx": (READERS, READERS),
    "decision": (READERS, READERS),
    "record": ({"secretary", "auditor"}, {"secretary", "auditor"}),
    "export": ({"secretary", "auditor"}, {"secretary", "auditor"}),
    "person": (OFFICE, OFFICE),
    **MEMBER_TABLE,
}
OF_MEETING = {
    *("meeting", "add_application", "add_matter", "file_meeting_proxy", "open_session", "close_session", "enter"),
    "entries",
}
OF_NOTHING = {
    *("register_csv", "register_xlsx", "reason"),
    *("meetings", "plan_meeting", "mail_texts", "what_if", "record", "person"),
    *("export_csv", "export_xlsx", "assign_several", "remind_several", "saved", "keep"),
    *("rulings", "record_ruling", "rules", "propose_rule", "committee", "fill_seat", "end_seat", "change_holder"),
    *("handover", "withdraw_handover", "resign"),
}
OF_APPLICATION = {
    *(
        "comment",
        "dossier",
        "take",
        "check",
        "forward",
        "open_round",
        "sign",
        "ceremony",
        "request",
        "extend",
        "message",
    ),
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
        "export",
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
    seats = [seat.seat for seat in opened.seats.select_related("seat")]
    proxy = make_proxy(opened, *seats[3:5])
    correction = Correction.objects.create(decision=decision, outcome="approved", reason="R", proposed_by="user:1")
    others = {"receive_proxy": [opened.pk, proxy.pk], "revoke_proxy": [opened.pk, proxy.pk], "proxy": [proxy.pk]}
    others |= {**{name: [] for name in OF_NOTHING}, "propose_correction": [decision.pk]}
    others |= {name: [decision.pk, correction.pk] for name in ("answer_correction", "release_correction")}
    meeting = Meeting.objects.create(title="M", held_on=TODAY)
    item = AgendaItem.objects.create(meeting=meeting, position=1, title="A matter")
    others |= {name: [meeting.pk] for name in OF_MEETING} | {"minutes": [meeting.pk, "pdf"]}
    others |= {name: [meeting.pk, proxy.pk] for name in ("receive_meeting_proxy", "revoke_meeting_proxy")}
    others |= {"change_agenda": [meeting.pk, item.pk]}
    others |= {"take_in": [application.pk, letter.pk], "by_letter": []}
    others |= {name: [message.pk] for name in ("mail", "send_again", "settle_mail")}
    others |= {"queue": [], "decisions": [], "file": [letter.pk], "decision": [decision.pk]}
    others |= {name: [1] for name in ("rename", "drop")}
    others |= member_arguments(secretary, committee[0].holder)
    return {
        name: reverse(f"desk:{name}", args=others.get(name, [application.pk if name in OF_APPLICATION else opened.pk]))
        for name in TABLE
    }


@pytest.fixture
def people(secretary, member, president, auditor, editor):
    return {
        "secretary": secretary,
        "permanent_secretary": UserFactory(username="head", groups=["Permanent Secretary"]),
        "member": member,
        "president": president,
        "auditor": auditor,
        "editor": editor,
        "former_member": UserFactory(username="former", groups=["Committee"]),
        "translator": UserFactory(username="translator", groups=["Translators (tr)"]),
        "superuser": get_user_model().objects.create_superuser("root", "root@example.org", "x"),
    }


def as_in_the_table(role: str) -> str:
    """The Permanent Secretary may what the Secretariat may, and nothing else."""
    return "secretary" if role == "permanent_secretary" else role


def status(answer) -> int:
    """Return the status; what is sent piece by piece is read to its end, which closes its file."""
    if answer.streaming:
        answer.getvalue()
    return answer.status_code


def test_the_table_names_every_address():
    assert sorted(str(pattern.name) for pattern in urlpatterns) == sorted(TABLE)


@pytest.mark.parametrize("role", ROLES)
def test_who_may_look(client, addresses, people, role):
    client.force_login(people[role])

    allowed = {name for name, url in addresses.items() if status(client.get(url)) != 403}

    assert allowed == {name for name, (may_look, _may_send) in TABLE.items() if as_in_the_table(role) in may_look}


@pytest.mark.parametrize("role", ROLES)
def test_who_may_send(client, addresses, people, role):
    client.force_login(people[role])

    allowed = {name for name, url in addresses.items() if client.post(url).status_code != 403}

    assert allowed == {name for name, (_may_look, may_send) in TABLE.items() if as_in_the_table(role) in may_send}


@pytest.mark.parametrize("role", ["secretary", "permanent_secretary", "member", "president"])
def test_what_binds_and_nothing_else_asks_for_a_fresh_log_in(client, addresses, people, role):
    client.force_login(people[role])

    asked = {
        name for name, url in addresses.items() if client.post(url).headers.get("Location", "").startswith(CONFIRM)
    }

    assert asked == {name for name in FRESH if as_in_the_table(role) in TABLE[name][1]}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_visitor_is_sent_to_the_login(client, addresses, method):
    targets = {getattr(client, method)(url).url.split("?")[0] for url in addresses.values()}

    assert targets == {"/admin/login/"}


def test_answers_of_the_office_are_not_stored_by_browsers(client, addresses, people):
    client.force_login(people["secretary"])

    assert "no-store" in client.get(addresses["dossier"])["Cache-Control"]
