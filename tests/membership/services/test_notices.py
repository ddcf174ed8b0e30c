"""The notice to the mayor's office: confirmed with the code, disowned without, corrected at most twice."""

import re

import pytest

from membership.labels.states import ApplicationState, NoticeAnswer
from membership.models import Application, MayorNotice
from membership.services import notices
from membership.services.submission import freeze
from tests.membership.factories import NOW, ApplicationFactory
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def application() -> Application:
    application = ApplicationFactory(mayor_email="mayor@kraljevo.example")
    freeze(application)
    return application


@pytest.fixture
def sent(application) -> tuple[MayorNotice, str, str]:
    """A notice with the token and the code that stand in its mail."""
    notice = notices.notify_mayor(application, application.newest_revision, application.mayor_email)
    body = application.mails.get(key=f"access:mayor:{notice.pk}").body
    token = re.search(r"/apply/notice/([\w-]+)/", body)[1]
    return notice, token, re.search(r"^(\d{6})$", body, re.MULTILINE)[1]


def test_the_right_code_opens_and_the_confirmation_is_recorded_once(application, sent):
    notice, token, code = sent

    assert notices.open_notice(token, f"{code[:3]} {code[3:]}").pk == notice.pk
    notices.confirm(notice.pk, now=NOW)

    notice.refresh_from_db()
    assert (notice.answer, notice.answered_at) == (NoticeAnswer.CONFIRMED, NOW)
    assert refusal_of(notices.confirm, notice.pk, now=NOW) == "notice_answered"
    assert refusal_of(notices.disown, token, now=NOW) == "notice_answered"
    assert application.events.get(verb="mayor_confirmed").actor == "mayor_office"


def test_five_wrong_codes_close_the_reading_but_never_the_disowning(application, sent):
    _notice, token, code = sent
    wrong = "000000" if code != "000000" else "111111"

    codes = [refusal_of(notices.open_notice, token, wrong) for _ in range(6)]

    assert codes == ["code_wrong"] * 5 + ["notice_locked"]
    assert refusal_of(notices.open_notice, token, code) == "notice_locked"
    assert notices.disown(token, now=NOW).is_frozen


def test_an_unknown_link_opens_nothing():
    assert refusal_of(notices.notice_of, "x" * 32) == "notice_unknown"


def test_a_wrong_address_is_corrected_until_three_mails_were_sent(application, sent):
    notices.notify_mayor_again(application.pk, "cabinet@kraljevo.example")
    notices.notify_mayor_again(application.pk, "office@kraljevo.example")

    assert refusal_of(notices.notify_mayor_again, application.pk, "x@kraljevo.example") == "too_many_notices"
    application.refresh_from_db()
    assert (application.mayor_email, application.notices.count()) == ("office@kraljevo.example", 3)


def test_only_hashes_of_token_and_code_are_kept(sent):
    notice, token, code = sent
    stored = " ".join(map(str, MayorNotice.objects.filter(pk=notice.pk).values_list().get()))

    assert (token in stored, code in stored) == (False, False)


def test_a_freeze_ends_only_with_a_reason(application, sent, secretary):
    _notice, token, _code = sent
    notices.disown(token, now=NOW)

    assert refusal_of(notices.release_freeze, application.pk, secretary, reason=" ", now=NOW) == "reason_missing"
    assert not notices.release_freeze(application.pk, secretary, reason="Spoke to them.", now=NOW).is_frozen
    assert refusal_of(notices.release_freeze, application.pk, secretary, reason="x", now=NOW) == "not_frozen"
    assert Application.objects.get().state == ApplicationState.SUBMITTED
