"""The guards of the first form: they lower trust, and refuse nobody who may be a person."""

from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core import mail
from django.utils import timezone

from membership.forms.guards import opened_at
from membership.models import AccessKey
from membership.services.limits import PER_HOUR_OF_A_PREFIX
from tests.membership.applicant import EMAIL, address_form

pytestmark = pytest.mark.django_db
START = "/en/apply/start/"
SENT = "/en/apply/start/sent/"


def opened_before(seconds: float) -> dict[str, str]:
    return {"email": EMAIL, "opened": opened_at(timezone.now() - timedelta(seconds=seconds))}


def is_trusted(client, form: dict[str, str]) -> bool:
    answer = client.post(START, form)
    assert answer.status_code == 302
    assert AccessKey.objects.count() == 1
    return answer["Location"] != SENT


@pytest.mark.parametrize(
    ("form", "trusted"),
    [
        (lambda: opened_before(0), False),
        (lambda: opened_before(60), True),
        (lambda: opened_before(13 * 3600), False),
        (lambda: {"email": EMAIL}, False),
        (lambda: {"email": EMAIL, "opened": "forged"}, False),
    ],
    ids=["at once", "a minute", "half a day", "no moment", "forged"],
)
def test_who_is_too_quick_goes_on_by_the_link_and_is_not_refused(
    client, form, trusted, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert is_trusted(client, form()) is trusted
    assert mail.outbox[-1].to == [EMAIL]


def test_the_page_that_tells_of_the_link_is_there(client):
    page = client.get(SENT).content.decode()

    assert "Open the link and enter the code there." in page


def test_a_program_that_fills_in_the_trap_gets_the_same_page_and_no_mail(client):
    answer = client.post(START, {**address_form(), "nickname": "x"})

    assert (answer.status_code, AccessKey.objects.count()) == (200, 0)


def test_a_network_that_asks_too_often_is_told_and_another_is_not(client):
    for number in range(PER_HOUR_OF_A_PREFIX):
        client.post(START, address_form(f"a{number}@nis.example"), REMOTE_ADDR="192.0.2.7")

    refused = client.post(START, address_form("b@nis.example"), REMOTE_ADDR="192.0.2.99")
    assert refused.status_code == 429
    assert "very often from your network" in refused.content.decode()
    assert client.post(START, address_form("c@nis.example"), REMOTE_ADDR="198.51.100.7").status_code == 302


def test_behind_a_proxy_the_trusted_headers_last_address_counts(client, settings):
    settings.CLIENT_ADDRESS_HEADER = "HTTP_X_FORWARDED_FOR"
    for number in range(PER_HOUR_OF_A_PREFIX):
        client.post(START, address_form(f"a{number}@nis.example"), HTTP_X_FORWARDED_FOR="10.0.0.1, 192.0.2.7")

    forged = {"HTTP_X_FORWARDED_FOR": "203.0.113.5, 192.0.2.8"}
    assert client.post(START, address_form("b@nis.example"), **forged).status_code == 429


class Google(BaseHTTPRequestHandler):
    """Answers the verification as told by the server's `answer`."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        body = self.server.answer  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def keys(settings):
    settings.RECAPTCHA_PUBLIC_KEY, settings.RECAPTCHA_PRIVATE_KEY = "public", "private"


@pytest.fixture
def google(settings, keys):
    """A server of the tests' own in the place of Google; its `answer` can be set."""
    with HTTPServer(("127.0.0.1", 0), Google) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        settings.RECAPTCHA_PROXY = {"https": "", "http": ""}
        settings.RECAPTCHA_DOMAIN = f"127.0.0.1:{server.server_address[1]}"
        yield server
        server.shutdown()


def test_without_keys_nothing_of_google_is_on_the_page(client):
    answer = client.get(START)

    assert "captcha" not in answer.content.decode()
    assert "google" not in answer["Content-Security-Policy"]


def test_with_keys_the_check_is_offered_and_loaded_only_after_agreement(client, keys):
    answer = client.get(START)
    page = answer.content.decode()

    assert ('data-component="captcha"' in page, "google.com" in page) == (True, False)
    assert "https://www.google.com/recaptcha/" in answer["Content-Security-Policy"]
    assert "google" not in client.get("/en/apply/resume/")["Content-Security-Policy"]


@pytest.mark.parametrize("token", ["", "a-token"])
def test_a_captcha_that_is_missing_or_does_not_answer_leads_to_the_link(client, google, token):
    google.answer = b"<html>busy</html>"

    assert not is_trusted(client, {**address_form(), "g-recaptcha-response": token})
