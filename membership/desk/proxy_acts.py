"""What is done with proxies: filed, received, revoked, and the written authorisation read."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.desk.files import as_download
from membership.desk.fresh import FreshAct
from membership.desk.meetings import MeetingAct
from membership.desk.proxy_forms import MeetingProxyForm, ProxyForm
from membership.desk.round_acts import RoundAct
from membership.models import Proxy
from membership.permissions import Action
from membership.services import proxies


class ReceiveForm(DeskForm):
    key = "receive-proxy"


class RevokeForm(DeskForm):
    key = "revoke-proxy"


class Filing(Act):
    act = Action.FILE_PROXY
    done = _("The proxy is filed. It holds once the President and the Secretary received it.")


class FileProxy(Filing, RoundAct):
    form_class = ProxyForm

    def perform(self, **words: Any) -> None:
        proxies.file_proxy(self.user, round_id=self.round.pk, now=self.now, **words)


class FileMeetingProxy(Filing, MeetingAct):
    form_class = MeetingProxyForm

    def perform(self, **words: Any) -> None:
        proxies.file_proxy(self.user, meeting_id=self.meeting.pk, now=self.now, **words)


class Receiving(FreshAct):
    act = Action.RECEIVE_PROXY
    form_class = ReceiveForm
    done = _("The receipt is recorded.")

    def perform(self, **words: Any) -> None:
        proxies.receive(self.kwargs["proxy"], self.user, now=self.now)


class ReceiveProxy(Receiving, RoundAct):
    """From the page of a round."""


class ReceiveMeetingProxy(Receiving, MeetingAct):
    """From the page of a meeting."""


class Revoking(FreshAct):
    act = Action.FILE_PROXY
    form_class = RevokeForm
    done = _("The proxy is revoked.")

    def perform(self, **words: Any) -> None:
        proxies.revoke(self.kwargs["proxy"], self.user, now=self.now)


class RevokeProxy(Revoking, RoundAct):
    """From the page of a round."""


class RevokeMeetingProxy(Revoking, MeetingAct):
    """From the page of a meeting."""


class ProxyDocument(DeskView):
    """The written authorisation, as a download only."""

    action = Action.SEE_FILE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        proxy = get_object_or_404(Proxy, pk=self.kwargs["pk"])
        try:
            content = proxy.document.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        return as_download(content, proxy.document_name, "application/octet-stream")
