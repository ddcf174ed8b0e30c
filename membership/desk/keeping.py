"""Keeping a session: whoever records it shows at its beginning who he is, and then goes on until it is closed.

Votes are recorded there one after the other, and entries that waited for the line come late: to ask anew every ten
minutes would stop the meeting, and the queue of the browser cannot answer.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.http import HttpRequest

from membership.desk.fresh import is_fresh
from membership.models import Meeting
from membership.rules.house_rules import KEEPING_HOURS

KEEPING = "desk_keeping"


def may_go_on(request: HttpRequest, user: User, meeting: Meeting, now: datetime) -> bool:
    """Whether the user may record the session in this browser: he began to already, or has a fresh log-in to begin with."""
    return _began(request, user, meeting, now) or is_fresh(request, user, now)


def begin(request: HttpRequest, user: User, meeting: Meeting, now: datetime) -> None:
    """Note that the user records the session from now on, unless he does already. It ends with the log-in."""
    if not _began(request, user, meeting, now):
        noted = {"user": user.pk, "at": now.isoformat()}
        request.session[KEEPING] = {**request.session.get(KEEPING, {}), str(meeting.pk): noted}


def _began(request: HttpRequest, user: User, meeting: Meeting, now: datetime) -> bool:
    noted = request.session.get(KEEPING, {}).get(str(meeting.pk))
    if not noted or noted["user"] != user.pk:
        return False
    return now - datetime.fromisoformat(noted["at"]) <= timedelta(hours=KEEPING_HOURS)
