"""Logging in with a password: who gets in, who waits, and what is told and recorded."""

import re

import pytest
from django.core import mail
from django.urls import NoReverseMatch, reverse

from membership.models import Event, OutboxMail
from tests.b40.access.conftest import PASSWORD

WRONG = "User name and password do not belong together."
WAIT = "Too many wrong tries. Wait five minutes, then try again."


def told(answer):
    return answer.content.decode()


def events():
    return list(Event.objects.values_list("verb", "actor"))


def test_the_log_in_stands_where_wagtails_would(client):
    answer = client.get("/admin/login/")

    assert reverse("wagtailadmin_login") == reverse("account_login") == "/admin/login/"
    assert "account/login.html" in [template.name for template in answer.templates]
    assert "<script" not in told(answer)


def test_who_needs_no_second_factor_gets_in_by_password(client, log_in, make_user):
    editor = make_user("Editors")

    assert log_in(editor).url == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert events() == [("logged_in", f"user:{editor.pk}")]


def test_the_way_goes_on_to_where_one_wanted_to_be_and_to_no_other_site(client, log_in, make_user):
    editor = make_user("Editors")

    assert log_in(editor, next="/admin/pages/").url == "/admin/pages/"
    client.logout()
    assert log_in(editor, next="https://elsewhere.example/").url == "/admin/"


def test_a_wrong_password_is_told_without_saying_what_is_wrong(log_in, make_user):
    editor = make_user("Editors")

    assert WRONG in told(log_in(editor, "wrong"))
    assert WRONG in told(log_in("nobody", "wrong"))
    assert events() == [("login_failed", f"user:{editor.pk}")]


def test_what_was_typed_wrong_is_in_no_event(log_in, make_user):
    make_user("Editors", username="editor")
    log_in("editor", "a secret of another site")

    assert Event.objects.get().details == {}


@pytest.mark.parametrize(("wrong_tries", "opens"), [(4, True), (5, False)])
def test_after_five_wrong_tries_even_the_right_password_waits(client, log_in, make_user, wrong_tries, opens):
    editor = make_user("Editors")
    for _ in range(wrong_tries):
        log_in(editor, "wrong")

    answer = log_in(editor)

    assert (answer.status_code == 302) is opens
    assert (WAIT in told(answer)) is not opens


def test_the_wait_is_over_after_five_minutes(log_in, make_user, clock):
    editor = make_user("Editors")
    for _ in range(5):
        log_in(editor, "wrong")
    clock.shift(301)

    assert log_in(editor).status_code == 302


def test_one_users_wrong_tries_hold_up_no_other_from_elsewhere(client, make_user, settings):
    settings.CLIENT_ADDRESS_HEADER = "HTTP_X_CLIENT"
    tried, other = make_user("Editors"), make_user("Editors")
    for number in range(6):
        words = {"username": tried.username, "password": "wrong"}
        client.post("/admin/login/", words, headers={"x-client": f"10.0.0.{number}"})

    words = {"username": other.username, "password": PASSWORD}
    assert client.post("/admin/login/", words, headers={"x-client": "10.0.0.9"}).status_code == 302


def test_one_address_that_tries_many_names_waits_too(log_in, make_user):
    editor = make_user("Editors")
    for number in range(10):
        log_in(f"name{number}", "wrong")

    assert WAIT in told(log_in(editor))


def test_a_closed_account_stays_closed(log_in, make_user):
    assert WRONG in told(log_in(make_user("Editors", is_active=False)))


def test_nobody_can_sign_up(client):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")

    assert client.post("/admin/signup/", {"username": "me", "password1": PASSWORD}).url.startswith("/admin/login/")


def test_who_may_not_enter_the_office_is_not_sent_to_and_fro(client, log_in, make_user):
    log_in(make_user())

    answer = client.get("/admin/", follow=True)

    assert [url for url, _status in answer.redirect_chain] == ["/admin/login/?next=/admin/"]
    assert not answer.wsgi_request.user.is_authenticated


def test_logging_out_asks_and_then_leads_to_the_door(client, log_in, make_user):
    log_in(make_user("Editors"))

    assert client.get("/admin/logout/").status_code == 200
    assert client.post("/admin/logout/").url == "/admin/login/"
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("header", "language"), [("tr-TR,tr;q=0.9", "tr"), ("sr-Latn", "sr-latn"), ("xx", "en"), ("", "en")]
)
def test_the_door_speaks_the_language_of_the_browser(client, header, language):
    answer = client.get("/admin/login/", headers={"accept-language": header})

    assert f'<html lang="{language}"' in told(answer)
    assert "Accept-Language" in answer["Vary"]


def test_a_forgotten_password_is_replaced_by_the_link_of_a_mail(
    client, log_in, make_user, django_capture_on_commit_callbacks
):
    editor = make_user("Editors", email="editor@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/access/forgotten/", {"email": "editor@example.org"})
    link = re.search(r"/admin/access/forgotten/\S+", mail.outbox[0].body)[0]
    form = client.get(link).url
    new = {"password1": "a new walk along the Sava", "password2": "a new walk along the Sava"}

    assert "The two passwords differ." in told(client.post(form, {**new, "password2": "another"}))
    assert client.post(form, new).url == "/admin/access/forgotten/done/"
    assert client.get(link).status_code == 200  # used: it leads nowhere any more
    assert log_in(editor, "a new walk along the Sava").url == "/admin/"


def test_the_mail_with_the_link_is_not_to_be_read_in_the_office(client, make_user):
    make_user("Editors", email="editor@example.org")
    client.post("/admin/access/forgotten/", {"email": "editor@example.org"})

    assert OutboxMail.objects.count() == 1
    assert OutboxMail.objects.readable().count() == 0


def test_an_address_without_account_is_answered_alike_and_gets_no_mail(client):
    answer = client.post("/admin/access/forgotten/", {"email": "nobody@example.org"})

    assert answer.url == "/admin/access/forgotten/sent/"
    assert not OutboxMail.objects.exists()


@pytest.mark.parametrize("password", ["short", "1234567890123", "password1234"])
def test_a_weak_password_is_refused(client, log_in, make_user, password):
    editor = make_user("Editors")
    log_in(editor)
    words = {"oldpassword": PASSWORD, "password1": password, "password2": password}

    answer = client.post("/admin/access/password/", words)

    editor.refresh_from_db()
    assert answer.status_code == 200
    assert editor.check_password(PASSWORD)


def test_a_new_password_needs_the_present_one(client, log_in, make_user):
    editor = make_user("Editors")
    log_in(editor)
    words = {"password1": "a new walk along the Sava", "password2": "a new walk along the Sava"}

    refused = client.post("/admin/access/password/", {**words, "oldpassword": "wrong"})
    client.post("/admin/access/password/", {**words, "oldpassword": PASSWORD})

    editor.refresh_from_db()
    assert "This is not your present password." in told(refused)
    assert editor.check_password("a new walk along the Sava")
    assert client.get("/admin/").status_code == 200


def test_wagtails_own_way_to_a_new_password_is_closed(client):
    assert client.get("/admin/password_reset/").status_code == 404
