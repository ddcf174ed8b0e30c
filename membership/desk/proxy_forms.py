"""The form with which a seat authorises another, and the proxies of a round or a meeting as the desk shows them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.forms.files import checked_and_scanned
from membership.inspection.values import CheckedFile
from membership.models import Meeting, Proxy, Round, Seat
from membership.permissions import Action, Role, may
from membership.selectors.board import Board
from membership.selectors.proxies import filed_for


class ProxyForm(DeskForm):
    """A written authorisation; a holder files his own, the Secretariat any."""

    key = "proxy"
    principal_id = forms.TypedChoiceField(label=_("The seat that is represented"), coerce=int)
    holder_id = forms.TypedChoiceField(label=_("Represented by the seat"), coerce=int)
    document = forms.FileField(
        label=_("Written authorisation"),
        help_text=_("PDF, JPG or PNG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )

    def __init__(self, *args: Any, seats: tuple[list[Seat], list[Seat]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in zip(("principal_id", "holder_id"), seats, strict=True):
            self.offer(name, [("", "–"), *((seat.pk, seat.city.name_en) for seat in offered)])

    def clean_document(self) -> CheckedFile:
        return checked_and_scanned(self.cleaned_data["document"])


class MeetingProxyForm(ProxyForm):
    """A written authorisation for a whole meeting."""

    key = "meeting-proxy"

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        seats = list(Seat.objects.held_on(today).select_related("city"))
        super().__init__(*args, seats=(seats, seats), **kwargs)


@dataclass(frozen=True, slots=True)
class ProxyLine:
    """A proxy, and the addresses of what the reader may do with it: empty where he may not."""

    proxy: Proxy
    receive_url: str = ""
    revoke_url: str = ""


def seats_to_authorise(board: Board, user: User, *, is_office: bool) -> tuple[list[Seat], list[Seat]]:
    """Return the seats for which the user may file a proxy, and those that may hold one."""
    seats = [line.standing.seat.seat for line in board.lines if not line.standing.is_recused]
    return [seat for seat in seats if is_office or seat.holder_id == user.pk], seats


def proxy_lines(scope: Round | Meeting, user: User, roles: Collection[Role]) -> list[ProxyLine]:
    """Return the proxies of a round and its meeting, or of a meeting."""
    if isinstance(scope, Round):
        filed, acts = filed_for(round_=scope), ("desk:receive_proxy", "desk:revoke_proxy")
    else:
        filed, acts = filed_for(meeting=scope), ("desk:receive_meeting_proxy", "desk:revoke_meeting_proxy")
    receive, revoke = acts
    return [
        ProxyLine(
            proxy,
            receive_url=reverse(receive, args=[scope.pk, proxy.pk]) if _may_receive(proxy, roles) else "",
            revoke_url=reverse(revoke, args=[scope.pk, proxy.pk]) if _may_revoke(proxy, user, roles) else "",
        )
        for proxy in filed
    ]


def _may_receive(proxy: Proxy, roles: Collection[Role]) -> bool:
    as_president = Role.PRESIDENT in roles and proxy.president_received_at is None
    as_secretary = Role.SECRETARIAT in roles and proxy.secretary_received_at is None
    return proxy.revoked_at is None and may(roles, Action.RECEIVE_PROXY) and (as_president or as_secretary)


def _may_revoke(proxy: Proxy, user: User, roles: Collection[Role]) -> bool:
    is_his = Role.SECRETARIAT in roles or proxy.principal.holder_id == user.pk
    return proxy.revoked_at is None and may(roles, Action.FILE_PROXY) and is_his
