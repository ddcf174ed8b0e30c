"""Takes the entries of a session as JSON: those of the screen's script, which keeps them while there is no line."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.dateparse import parse_datetime

from membership.desk.keeping import begin
from membership.desk.meetings import MeetingView
from membership.labels.office import sentence
from membership.permissions import Action
from membership.services.entries import Entry, Taken, enter

MOST_ENTRIES = 500
BAD_REQUEST, UNAUTHORIZED = 400, 401


class EntriesView(MeetingView):
    """Each entry is taken once; the answer says of each whether it was taken, known already or refused, and why.

    401 means that none was looked at before the user confirms who he is; the browser keeps them until then.
    """

    action = Action.KEEP_MEETING

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_go_on():
            return JsonResponse({"error": "not confirmed"}, status=UNAUTHORIZED)
        begin(request, self.user, self.meeting, self.now)
        try:
            sent = [_entry(row) for row in json.loads(request.body)[:MOST_ENTRIES]]
        except (ValueError, KeyError, TypeError, AttributeError):
            return JsonResponse({"error": "not understood"}, status=BAD_REQUEST)
        taken = enter(self.meeting.pk, self.user, sent, now=self.now)
        return JsonResponse({"entries": [_answer(found) for found in taken]})


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(UUID(row["uuid"]), str(row["kind"]), dict(row["payload"]), _moment(row.get("entered_at")))


def _moment(text: str | None) -> datetime | None:
    found = parse_datetime(text) if text else None
    return found if found and found.tzinfo else None


def _answer(taken: Taken) -> dict[str, str]:
    state = "conflict" if taken.refusal else "repeated" if taken.is_repeated else "applied"
    return {"uuid": str(taken.uuid), "state": state, "sentence": str(sentence(taken.refusal)) if taken.refusal else ""}
