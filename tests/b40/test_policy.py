"""The policy of each area, as it stands on the wire."""

import pytest
from django.test import Client

PUBLIC = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
}


def policy(client: Client, path: str) -> set[str]:
    return {part.strip() for part in client.get(path)["Content-Security-Policy"].split(";")}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/healthz", "/xx/", "/en/no-such-page/"])
def test_the_public_policy_allows_nothing_from_elsewhere_and_nothing_inline(client, path):
    assert policy(client, path) == PUBLIC


@pytest.mark.django_db
def test_the_admin_has_a_policy_of_its_own(client):
    admin = policy(client, "/admin/")

    assert "script-src 'self' 'unsafe-inline'" in admin
    assert not [part for part in admin if "unsafe-eval" in part]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/login/", "/admin/access/forgotten/", "/admin/access/forgotten/sent/"])
def test_where_one_logs_in_nothing_is_inline(client, path):
    assert policy(client, path) == PUBLIC - {"img-src 'self'"} | {"img-src 'self' data:"}


@pytest.mark.django_db
def test_a_process_is_alive_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
