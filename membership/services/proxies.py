"""Takes proxies: one seat authorises another in writing to vote for it, and President and Secretary receive it (Art. 13)."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import transaction

from membership.inspection.values import CheckedFile
from membership.labels.states import MeetingState, RoundState
from membership.models import ConflictStatement, Meeting, Proxy, Round, Seat
from membership.permissions import Action, Role, require
from membership.rules import statutes
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from membership.selectors.proxies import filed_for
from membership.services.record import actor_key, record
from membership.services.rounds import round_locked
from membership.services.telling import tell_proxy

Scope = tuple[Round | None, Meeting | None]


@transaction.atomic
def file_proxy(
    user: User,
    *,
    principal_id: int,
    holder_id: int,
    document: CheckedFile,
    meeting_id: int | None = None,
    round_id: int | None = None,
    now: datetime,
) -> Proxy:
    """Store a written authorisation for one meeting or one round; it holds once President and Secretary received it.

    A holder of a seat files his own, the Secretariat any. Raises `RuleError` with Article 13: to oneself, in a chain, a
    second one to the same holder, or of or to a seat that is recused.
    """
    today = day_in_the_network(now)
    roles = require(user, Action.FILE_PROXY, today)
    scope = _scope(meeting_id, round_id)
    principal, holder = Seat.objects.get(pk=principal_id), Seat.objects.get(pk=holder_id)
    if Role.SECRETARIAT not in roles and principal.holder_id != user.pk:
        raise RuleError("not_your_seat")
    _check(scope, principal, holder)
    proxy = Proxy(
        round=scope[0],
        meeting=scope[1],
        principal=principal,
        holder=holder,
        document_name=document.display_name,
        sha256=document.sha256,
        filed_by=actor_key(user),
        filed_at=now,
    )
    proxy.document.save(f"{secrets.token_hex(16)}.{document.extension}", ContentFile(document.content), save=False)
    proxy.save()
    _record(proxy, "proxy_filed", user)
    tell_proxy(proxy, "proxy_filed")
    return proxy


@transaction.atomic
def receive(proxy_id: int, user: User, *, now: datetime) -> Proxy:
    """Store the receipt of the President or of the Secretary, whichever the user is; a second receipt changes nothing."""
    roles = require(user, Action.RECEIVE_PROXY, day_in_the_network(now))
    proxy = _locked(proxy_id)
    if Role.PRESIDENT in roles and proxy.president_received_at is None:
        proxy.president_received_at, proxy.president_received_by = now, actor_key(user)
        _record(proxy, "proxy_received", user, by="president")
    if Role.SECRETARIAT in roles and proxy.secretary_received_at is None:
        proxy.secretary_received_at, proxy.secretary_received_by = now, actor_key(user)
        _record(proxy, "proxy_received", user, by="secretary")
    proxy.save()
    return proxy


@transaction.atomic
def revoke(proxy_id: int, user: User, *, now: datetime) -> Proxy:
    """End a proxy; a vote that the holder cast under it no longer counts, and both seats, President and Secretary are told."""
    roles = require(user, Action.FILE_PROXY, day_in_the_network(now))
    proxy = _locked(proxy_id)
    if Role.SECRETARIAT not in roles and proxy.principal.holder_id != user.pk:
        raise RuleError("not_your_seat")
    proxy.revoked_at, proxy.revoked_by = now, actor_key(user)
    proxy.save(update_fields=["revoked_at", "revoked_by"])
    _record(proxy, "proxy_revoked", user)
    tell_proxy(proxy, "proxy_revoked")
    return proxy


def _scope(meeting_id: int | None, round_id: int | None) -> Scope:
    """Return the round or the meeting, locked and not over. Raises `RuleError`."""
    if round_id is not None:
        round_ = round_locked(round_id)
        if round_.state not in (RoundState.OPEN, RoundState.PAUSED):
            raise RuleError("round_is_closed", statutes.COMMITTEE)
        return round_, None
    meeting = Meeting.objects.select_for_update().get(pk=meeting_id or 0)
    if meeting.state == MeetingState.CLOSED:
        raise RuleError("meeting_is_closed")
    return None, meeting


def _check(scope: Scope, principal: Seat, holder: Seat) -> None:
    round_, meeting = scope
    if principal == holder:
        raise RuleError("proxy_to_own_seat", statutes.COMMITTEE)
    standing = filed_for(round_=round_, meeting=meeting).filter(revoked_at__isnull=True)
    if standing.filter(principal=principal).exists():
        raise RuleError("proxy_given_already", statutes.COMMITTEE)
    if standing.filter(principal=holder).exists() or standing.filter(holder=principal).exists():
        raise RuleError("chain_of_proxies", statutes.COMMITTEE)
    if standing.filter(holder=holder).count() >= statutes.COMMITTEE_PROXY_MAX:
        raise RuleError("proxy_held_already", statutes.COMMITTEE)
    if round_ is not None:
        _check_electorate(round_, principal, holder)


def _check_electorate(round_: Round, principal: Seat, holder: Seat) -> None:
    for seat in (principal, holder):
        in_round = round_.seats.filter(seat=seat).first()
        if in_round is None:
            raise RuleError("no_seat", statutes.COMMITTEE)
        said = ConflictStatement.objects.filter(round_seat=in_round).last()
        if said is not None and said.has_conflict:
            raise RuleError("proxy_and_recusal", statutes.COMMITTEE)


def _locked(proxy_id: int) -> Proxy:
    """Return a proxy that stands, locked, in a scope that is not over."""
    found = Proxy.objects.only("round_id", "meeting_id").get(pk=proxy_id)
    _scope(found.meeting_id, found.round_id)
    proxy = (
        Proxy.objects.select_for_update(of=("self",)).select_related("principal__city", "holder__city").get(pk=proxy_id)
    )
    if proxy.revoked_at is not None:
        raise RuleError("proxy_revoked_already")
    return proxy


def _record(proxy: Proxy, verb: str, user: User, **details: str) -> None:
    application = proxy.round.application if proxy.round else None
    seats = {"principal": str(proxy.principal.city), "holder": str(proxy.holder.city)}
    record(application, verb, actor_key(user), proxy=proxy.pk, **seats, **details)
