"""What changes on the page of an open round while one looks at it, as a piece of the page."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from membership.desk.base import DeskView
from membership.models import Round
from membership.permissions import Action
from membership.selectors.board import board_of


class LiveView(DeskView):
    """The needs and the seats of a round, sealed as on its page; 304 while nothing changed."""

    action = Action.OPEN_DOSSIER

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        found = Round.objects.select_related("application", "revision", "rule")
        round_ = get_object_or_404(found, pk=self.kwargs["pk"])
        board = board_of(round_, self.user, keeps_record=self.may(Action.RECORD_BALLOT))
        answer = render(request, "membership/desk/components/board.html", {"round": round_, "board": board})
        answer["ETag"] = quote_etag(sha256(answer.content).hexdigest())
        return get_conditional_response(request, etag=answer["ETag"], response=answer) or answer
