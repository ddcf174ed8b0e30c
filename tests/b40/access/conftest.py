"""The door as it stands with debug off: the second factor on, and no try of another test counted."""

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache

from membership.permissions import COMMITTEE_GROUP, GROUPS
from tests.codes import code_of
from tests.membership.factories import NOW, UserFactory

PASSWORD = "a long walk along the Vardar"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def _door(settings, db):
    settings.SECOND_FACTOR = True
    cache.clear()
    access = Permission.objects.get(codename="access_admin")
    for name in (*GROUPS, COMMITTEE_GROUP):
        Group.objects.get_or_create(name=name)[0].permissions.add(access)


@pytest.fixture
def make_user():
    """Return a function that makes a user of the groups, whose password is the one above."""

    def _make(*groups, **values):
        user = UserFactory(groups=groups, **values)
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
        return user

    return _make


@pytest.fixture
def secretary(make_user):
    return make_user("Secretariat", username="secretary")


@pytest.fixture
def log_in(client):
    """Return a function that sends the form of logging in, and gives the answer."""

    def _log_in(user, password=PASSWORD, **words):
        return client.post("/admin/login/", {"username": str(user), "password": password, **words})

    return _log_in


@pytest.fixture
def set_up(client, log_in, django_capture_on_commit_callbacks):
    """Return a function that logs in, sets a second factor up through its page, and gives its key."""

    def _set_up(user):
        log_in(user)
        secret = client.get("/admin/access/second-factor/set-up/").context["form"].secret
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post("/admin/access/second-factor/set-up/", {"code": code_of(secret)})
        assert answer.url == "/admin/access/recovery-codes/"
        return secret

    return _set_up
