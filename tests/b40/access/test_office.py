"""What the door costs elsewhere, and how long the office stays open."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.membership.desk.fresh import make_fresh


@pytest.mark.parametrize("path", ["/healthz", "/en/no-such-page/", "/"])
def test_public_pages_set_no_cookie_and_ask_nothing_of_accounts(client, path):
    answer = client.get(path)

    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_the_second_factor_costs_the_office_one_query(client, make_user, settings):
    secretary = make_user("Secretariat")
    Authenticator.objects.create(user=secretary, type="totp", data={"secret": "A" * 32})
    client.force_login(secretary)
    make_fresh(client, secretary, method="mfa")
    client.get("/admin/account/")  # writes down that he is here, and makes his profile

    counts = {}
    for settings.SECOND_FACTOR in (False, True):
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/admin/account/").status_code == 200
        counts[settings.SECOND_FACTOR] = len(asked)

    assert counts[True] == counts[False] + 1


def test_the_office_stays_open_while_it_is_used_and_closes_after_eight_hours(client, log_in, make_user, clock):
    log_in(make_user("Editors"))

    clock.shift(7 * 3600)
    assert client.get("/admin/").status_code == 200
    clock.shift(7 * 3600)
    assert client.get("/admin/").status_code == 200
    clock.shift(8 * 3600 + 1)
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"


def test_the_cookie_of_the_office_is_for_the_server_alone(client, log_in, make_user, settings):
    settings.SESSION_COOKIE_SECURE = True

    cookie = log_in(make_user("Editors")).cookies["b40_session"]

    assert (cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["max-age"]) == (True, "Lax", True, "")
