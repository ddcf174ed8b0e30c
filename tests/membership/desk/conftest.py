"""The people of the office, each with the groups and the seat that make the role."""

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission

from membership.permissions import COMMITTEE_GROUP, GROUPS
from membership.services import rounds
from tests.membership.desk.fresh import make_fresh
from tests.membership.factories import (
    NOW,
    UserFactory,
    make_committee,
    make_ready_application,
    make_rules,
    make_secretary,
)


@pytest.fixture(autouse=True)
def _clock():
    """The office works on the day of the factories."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def _groups(db):
    """Every group of the office may enter the admin."""
    access = Permission.objects.get(codename="access_admin")
    for name in (*GROUPS, COMMITTEE_GROUP):
        Group.objects.get_or_create(name=name)[0].permissions.add(access)


@pytest.fixture
def secretary(db):
    return make_secretary()


@pytest.fixture
def committee(db):
    """Seven seats in office; the rules are installed."""
    make_rules()
    return make_committee()


@pytest.fixture
def president(committee):
    return committee[0].holder


@pytest.fixture
def member(committee):
    """An elected member of the Committee, without the presidency."""
    return committee[3].holder


@pytest.fixture
def auditor(db):
    return UserFactory(username="auditor", groups=["Auditors"])


@pytest.fixture
def editor(db):
    return UserFactory(username="editor", groups=["Editors"])


@pytest.fixture
def enter(client):
    """Log a user in just now, and return the client."""

    def _enter(user):
        client.force_login(user)
        make_fresh(client, user)
        return client

    return _enter


@pytest.fixture
def opened(committee, secretary):
    application = make_ready_application()
    rule = make_rules()
    return rounds.open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)


@pytest.fixture
def colleague(db):
    """Another one of the Secretariat."""
    return UserFactory(username="colleague", groups=["Secretariat"])


@pytest.fixture
def holders(committee):
    return [seat.holder for seat in committee]
