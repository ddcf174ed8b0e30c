"""Tells the mayor's office that an application was made in the city's name; the office confirms or disowns it."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from membership.emails import disowned_office_message, mayor_message
from membership.labels.states import NoticeAnswer
from membership.models import Application, MayorNotice, Revision
from membership.permissions import Action, require
from membership.rules.errors import RuleError
from membership.rules.house_rules import MAYOR_NOTICES
from membership.selectors.calendar import day_in_the_network
from membership.services.flagging import flags_changed
from membership.services.keys import MAX_ATTEMPTS, draw, is_code, token_hash
from membership.services.outbox import post, post_to_office
from membership.services.record import APPLICANT, actor_key, expect_version, locked, record

MAYOR = "mayor_office"


def notify_mayor(application: Application, revision: Revision, email: str) -> MayorNotice:
    """Mail the mayor's office a link and a code; called within the transaction that holds the application."""
    drawn = draw()
    notice = MayorNotice.objects.create(
        application=application,
        revision=revision.number,
        email=email,
        token_hash=drawn.token_hash,
        code_hash=drawn.code_hash,
    )
    mail = mayor_message(application, token=drawn.token, code=drawn.code)
    post(f"access:mayor:{notice.pk}", email, mail, application)
    return notice


@transaction.atomic
def notify_mayor_again(application_id: int, email: str, *, actor: str = APPLICANT) -> MayorNotice:
    """Write to a corrected address of the mayor's office. Raises `RuleError` after three messages, or once it answered."""
    application = locked(application_id)
    sent = application.notices
    if sent.exclude(answer="").exists():
        raise RuleError("notice_answered")
    if sent.count() >= MAYOR_NOTICES:
        raise RuleError("too_many_notices", most=MAYOR_NOTICES)
    application.mayor_email = email
    application.save(update_fields=["mayor_email"])
    record(application, "mayor_notified", actor)
    return notify_mayor(application, application.newest_revision, email)


def notice_of(token: str) -> MayorNotice:
    """Return the notice of a link. Raises `RuleError("notice_unknown")`."""
    notices = MayorNotice.objects.select_related("application").filter(token_hash=token_hash(token))
    notice = notices.first()
    if notice is None:
        raise RuleError("notice_unknown")
    return notice


def open_notice(token: str, code: str) -> MayorNotice:
    """Return the notice when the code is right; a wrong one is counted. Raises `RuleError`."""
    with transaction.atomic():
        notice = MayorNotice.objects.select_for_update().get(pk=notice_of(token).pk)
        if notice.attempts >= MAX_ATTEMPTS:
            raise RuleError("notice_locked")
        if is_code(notice.code_hash, token, code):
            return notice
        notice.attempts += 1
        notice.save(update_fields=["attempts"])
        left = MAX_ATTEMPTS - notice.attempts
    raise RuleError("code_wrong", left=left)


@transaction.atomic
def confirm(notice_id: int, *, now: datetime) -> Application:
    """Record that the mayor's office confirmed the revision it read. It only adds to the signed letter (Art. 5)."""
    notice, application = _unanswered(notice_id)
    _answer(notice, NoticeAnswer.CONFIRMED, now)
    record(application, "mayor_confirmed", MAYOR, revision=notice.revision)
    return application


@transaction.atomic
def disown(token: str, *, now: datetime) -> Application:
    """Freeze an application that the mayor's office does not know, and alert the Secretariat. It needs no code."""
    notice, application = _unanswered(notice_of(token).pk)
    _answer(notice, NoticeAnswer.DISOWNED, now)
    application.frozen_at = now
    application.version += 1
    application.save(update_fields=["frozen_at", "version"])
    record(application, "disowned", MAYOR, notice=notice.pk)
    flags_changed(application.pk, now)
    post_to_office(f"disowned:{notice.pk}", disowned_office_message(application), application)
    return application


@transaction.atomic
def release_freeze(
    application_id: int, user: User, *, reason: str, now: datetime, version: int | None = None
) -> Application:
    """Let a frozen application move again, once the Secretariat has spoken with the city. Raises `RuleError`."""
    require(user, Action.RELEASE_FREEZE, day_in_the_network(now))
    application = locked(application_id)
    expect_version(application, version)
    if not application.is_frozen:
        raise RuleError("not_frozen")
    if not reason.strip():
        raise RuleError("reason_missing")
    application.frozen_at = None
    application.version += 1
    application.save(update_fields=["frozen_at", "version"])
    record(application, "freeze_released", actor_key(user), reason=reason.strip())
    flags_changed(application.pk, now)
    return application


def _unanswered(notice_id: int) -> tuple[MayorNotice, Application]:
    notice = MayorNotice.objects.get(pk=notice_id)
    application = locked(notice.application_id)
    notice.refresh_from_db()
    if notice.answer:
        raise RuleError("notice_answered")
    return notice, application


def _answer(notice: MayorNotice, answer: NoticeAnswer, now: datetime) -> None:
    notice.answer, notice.answered_at = answer, now
    notice.save(update_fields=["answer", "answered_at"])
