"""The second factor: who is led to it, what opens, what does not, and what helps when it is lost."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command

from b40.access.lost import remove_second_factor
from b40.access.sealing import seal, unseal
from membership.models import Event
from membership.rules.errors import RuleError
from tests.codes import code_of
from tests.membership.desk.fresh import make_fresh
from tests.membership.factories import NOW, SeatFactory

SET_UP = "/admin/access/second-factor/set-up/"
CODE = "/admin/access/code/"
QUEUE = "/admin/membership/applications/"  # where the Secretariat begins after a log-in
NOT_RIGHT = "This code is not right, or it was used already."


def led_to(client, path="/admin/"):
    answer = client.get(path)
    return answer.url.split("?")[0] if answer.status_code == 302 else path


@pytest.mark.parametrize("group", ["Secretariat", "Permanent Secretary", "Committee", "Auditors"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/membership/applications/", "/admin/pages/", "/admin/account/"])
def test_who_sees_dossiers_first_sets_a_second_factor_up(client, log_in, make_user, group, path):
    log_in(make_user(group))

    assert led_to(client, path) == SET_UP


@pytest.mark.parametrize("group", ["Editors", "Translators (tr)"])
def test_for_editors_and_translators_it_is_left_to_them(client, log_in, make_user, group):
    log_in(make_user(group))

    assert led_to(client) == "/admin/"
    assert client.get(SET_UP).status_code == 200


def test_administrators_and_holders_of_a_seat_need_one_without_any_group(client, log_in, make_user):
    log_in(make_user(is_superuser=True))
    assert led_to(client) == SET_UP
    client.logout()

    holder = make_user("Editors")
    SeatFactory(holder=holder)
    log_in(holder)
    assert led_to(client) == SET_UP


def test_it_can_be_off_on_a_laptop(client, log_in, secretary, settings):
    settings.SECOND_FACTOR = False
    log_in(secretary)

    assert led_to(client) == QUEUE


def test_an_act_that_is_sent_is_stopped_as_well(client, log_in, secretary):
    log_in(secretary)

    assert client.post("/admin/membership/applications/1/take/").url.startswith(SET_UP)


def test_the_page_shows_the_key_as_picture_and_as_text(client, log_in, secretary):
    log_in(secretary)

    answer = client.get(SET_UP)
    page = answer.content.decode()

    assert 'src="data:image/svg+xml;base64,' in page
    assert f'<code class="door__key">{answer.context["form"].secret}</code>' in page
    assert "<script" not in page
    assert answer.context["totp_url"] == f"otpauth://totp/secretary?secret={answer.context['form'].secret}&issuer=B40"


def test_once_set_up_the_office_is_open_and_the_record_knows(client, set_up, secretary):
    set_up(secretary)

    assert led_to(client) == QUEUE
    assert Event.objects.filter(verb="second_factor_set", actor=f"user:{secretary.pk}").count() == 1
    assert len(client.get("/admin/access/recovery-codes/").context["unused_codes"]) == 10


def test_a_wrong_code_sets_nothing_up(client, log_in, secretary):
    log_in(secretary)
    client.get(SET_UP)

    assert NOT_RIGHT in client.post(SET_UP, {"code": "000000"}).content.decode()
    assert not Authenticator.objects.exists()


def test_a_password_alone_opens_nothing_any_more(client, set_up, log_in, secretary):
    set_up(secretary)
    client.logout()

    assert log_in(secretary).url == CODE
    assert led_to(client) == "/admin/login/"
    assert Event.objects.filter(verb="logged_in").count() == 1  # the one with which it was set up


def test_password_and_code_open_the_office(client, set_up, log_in, secretary):
    secret = set_up(secretary)
    client.logout()
    log_in(secretary, next="/admin/pages/")

    answer = client.post(CODE, {"code": code_of(secret)})

    assert answer.url == "/admin/pages/"
    assert led_to(client) == QUEUE


@pytest.mark.parametrize(("step", "opens"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_off(client, set_up, log_in, secretary, step, opens):
    secret = set_up(secretary)
    client.logout()
    log_in(secretary)

    assert (client.post(CODE, {"code": code_of(secret, step=step)}).status_code == 302) is opens


def test_a_code_opens_once(client, set_up, log_in, secretary, clock):
    secret = set_up(secretary)
    code = code_of(secret)
    client.logout()
    log_in(secretary)
    client.post(CODE, {"code": code})
    client.logout()
    clock.shift(35)
    log_in(secretary)

    assert NOT_RIGHT in client.post(CODE, {"code": code}).content.decode()


def test_codes_cannot_be_guessed(client, set_up, log_in, secretary):
    secret = set_up(secretary)
    client.logout()
    log_in(secretary)
    for number in range(5):
        client.post(CODE, {"code": f"00000{number}"})

    answer = client.post(CODE, {"code": code_of(secret)})

    assert "Too many wrong tries." in answer.content.decode()
    assert Event.objects.filter(verb="login_failed", actor=f"user:{secretary.pk}").count() == 5


def test_a_recovery_code_opens_once(client, set_up, log_in, secretary):
    set_up(secretary)
    code = client.get("/admin/access/recovery-codes/").context["unused_codes"][0]
    client.logout()

    log_in(secretary)
    assert client.post(CODE, {"code": code}).status_code == 302
    assert len(client.get("/admin/access/recovery-codes/").context["unused_codes"]) == 9
    client.logout()
    log_in(secretary)
    assert NOT_RIGHT in client.post(CODE, {"code": code}).content.decode()


def test_recovery_codes_can_be_taken_along_and_made_anew(client, set_up, secretary):
    set_up(secretary)
    before = client.get("/admin/access/recovery-codes/file/").content.decode().split()

    client.post("/admin/access/recovery-codes/new/")
    after = client.get("/admin/access/recovery-codes/file/").content.decode().split()

    assert len(before) == len(after) == 10
    assert not set(before) & set(after)


def test_a_session_that_has_not_shown_the_second_factor_shows_it_first(client, set_up, secretary):
    secret = set_up(secretary)
    client.force_login(secretary)
    make_fresh(client, secretary)

    assert led_to(client) == "/admin/access/confirm/code/"
    client.post("/admin/access/confirm/code/?next=/admin/", {"code": code_of(secret)})
    assert led_to(client) == QUEUE


def test_what_another_account_showed_in_this_browser_counts_for_nobody_else(client, set_up, secretary, make_user):
    set_up(secretary)
    other = make_user("Auditors")
    Authenticator.objects.create(user=other, type="totp", data={"secret": seal("A" * 32)})
    session = dict(client.session.items())
    client.force_login(other)
    kept = client.session
    for key in ("account_authentication_methods", "account_authentication_methods_user"):
        kept[key] = session[key]
    kept.save()

    assert led_to(client) == "/admin/access/confirm/code/"


def test_who_removes_his_own_is_led_to_a_new_one(client, set_up, secretary):
    set_up(secretary)

    client.post("/admin/access/second-factor/remove/")

    assert led_to(client) == SET_UP
    assert Event.objects.filter(verb="second_factor_removed", actor=f"user:{secretary.pk}").count() == 1
    assert not Authenticator.objects.exists()


def test_removing_needs_a_fresh_log_in(client, set_up, secretary, clock):
    set_up(secretary)
    clock.shift(11 * 60)

    assert client.post("/admin/access/second-factor/remove/").url.startswith("/admin/access/confirm/")
    assert Authenticator.objects.count() == 2


def test_an_administrator_helps_who_lost_the_device(
    client, set_up, log_in, secretary, make_user, django_capture_on_commit_callbacks
):
    set_up(secretary)
    client.logout()
    administrator = make_user(is_superuser=True)
    set_up(administrator)
    url = f"/admin/users/{secretary.pk}/second-factor/"

    assert url in client.get("/admin/users/").content.decode()
    assert client.get(url).status_code == 200
    assert client.post(url, {"reason": " "}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url, {"reason": "Known by telephone."}).url == "/admin/users/"

    event = Event.objects.get(verb="second_factor_removed")
    assert (event.actor, event.details) == (
        f"user:{administrator.pk}",
        {"user": f"user:{secretary.pk}", "reason": "Known by telephone."},
    )
    assert mail.outbox[-1].to == ["secretary@example.org"]
    client.logout()
    log_in(secretary)
    assert led_to(client) == SET_UP


@pytest.mark.parametrize("group", ["Secretariat", "Permanent Secretary", "Auditors", "Editors"])
def test_nobody_else_removes_that_of_others(client, set_up, make_user, secretary, group):
    Authenticator.objects.create(user=secretary, type="totp", data={"secret": seal("A" * 32)})
    set_up(make_user(group))
    url = f"/admin/users/{secretary.pk}/second-factor/"

    assert client.get(url).status_code == 403
    assert client.post(url, {"reason": "I want to."}).status_code == 403
    assert Authenticator.objects.filter(user=secretary).exists()


def test_where_there_is_none_nothing_is_removed(make_user, secretary):
    with pytest.raises(RuleError, match="no_second_factor"):
        remove_second_factor(secretary.pk, make_user(is_superuser=True), reason="Lost.", now=NOW)


def test_the_only_administrator_is_helped_from_the_server(client, set_up, make_user):
    administrator = make_user(is_superuser=True, username="root")
    set_up(administrator)

    call_command("remove_second_factor", "root", reason="The telephone fell into the Bosphorus.")

    event = Event.objects.get(verb="second_factor_removed")
    assert (event.actor, event.details["user"]) == ("server", f"user:{administrator.pk}")
    assert led_to(client) == SET_UP


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("nobody", "There is no user nobody."), ("secretary", "The user secretary has no second factor.")],
)
def test_the_command_says_what_it_does_not_find(secretary, name, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("remove_second_factor", name, reason="Lost.")


def test_keys_lie_sealed_in_the_database(set_up, secretary):
    secret = set_up(secretary)

    stored = Authenticator.objects.get(user=secretary, type="totp").data["secret"]

    assert secret not in stored
    assert unseal(stored) == secret


def test_under_another_secret_key_no_code_fits(client, set_up, log_in, secretary, settings):
    secret = set_up(secretary)
    client.logout()
    settings.SECRET_KEY = "another" * 10
    log_in(secretary)

    assert NOT_RIGHT in client.post(CODE, {"code": code_of(secret)}).content.decode()
