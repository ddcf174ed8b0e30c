"""What waits for the reader, by the roles that he has today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from membership.labels.clock import ClockWords, clock_words, late_words
from membership.labels.states import ApplicationState, MailState
from membership.models import Application, OutboxMail
from membership.permissions import Role
from membership.selectors import waiting
from membership.selectors.queue import Standing

FOR_SECRETARIAT = {
    ApplicationState.SUBMITTED: ngettext_lazy(
        "Take %(count)d new application", "Take %(count)d new applications", "count"
    ),
    ApplicationState.IN_CHECK: ngettext_lazy(
        "Complete the check of %(count)d application", "Complete the check of %(count)d applications", "count"
    ),
    ApplicationState.READY: ngettext_lazy(
        "Have a round ordered on %(count)d application", "Have a round ordered on %(count)d applications", "count"
    ),
    ApplicationState.APPROVED: ngettext_lazy(
        "Record the signed declaration of %(count)d city", "Record the signed declarations of %(count)d cities", "count"
    ),
    ApplicationState.DECLARATION_SIGNED: ngettext_lazy(
        "Record the ceremony of %(count)d city", "Record the ceremonies of %(count)d cities", "count"
    ),
}


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do, with the page where it is done; of several, since when the first of them waits."""

    text: str
    url: str
    since: datetime | None = None
    clock: ClockWords | None = None


def waiting_for(user: User, roles: frozenset[Role], standings: Mapping[str, Standing], today: date) -> list[Task]:
    """Return the tasks of a user; `standings` are those of the list, by state."""
    return [
        *(_for_seat(user) if Role.COMMITTEE in roles else ()),
        *(_for_president(standings, today) if Role.PRESIDENT in roles else ()),
        *(_for_secretariat(standings, today) if Role.SECRETARIAT in roles else ()),
    ]


def _for_seat(user: User) -> Iterator[Task]:
    for due in waiting.votes_due(user):
        names = {"reference": due.round.application.reference, "city": due.round.application.name_en}
        if due.has_stated:
            text, page = _("Vote on %(reference)s, %(city)s") % names, "desk:round"
        else:
            text = _("State whether you have a conflict of interest on %(reference)s, %(city)s") % names
            page = "desk:statement"
        yield Task(text, reverse(page, args=[due.round.pk]), due.round.opened_at)


def _for_president(standings: Mapping[str, Standing], today: date) -> Iterator[Task]:
    for round_ in waiting.rounds_to_declare():
        names = {"reference": round_.application.reference, "city": round_.application.name_en}
        text = _("Declare the result on %(reference)s, %(city)s") % names
        yield Task(text, reverse("desk:round", args=[round_.pk]), round_.closed_at)
    for request in waiting.requests_to_decide():
        names = {"reference": request.reference, "name": request.name_en}
        text = _("Decide on the request to observe %(reference)s, %(name)s") % names
        yield Task(text, reverse("desk:dossier", args=[request.pk]), request.state_since, _clock(request, today))
    ready = standings.get(ApplicationState.READY)
    if ready:
        text = ngettext("Open a round on %(count)d application", "Open a round on %(count)d applications", ready.count)
        yield Task(text % {"count": ready.count}, _queue(ApplicationState.READY), ready.since)


def _for_secretariat(standings: Mapping[str, Standing], today: date) -> Iterator[Task]:
    yield from _one_by_one(today)
    held_back: Counter[str] = Counter()  # an approved city signs after the release only, an observer never
    if ApplicationState.APPROVED in standings:
        held_back[ApplicationState.APPROVED] = waiting.invited_observers()
    for decision in waiting.decisions_to_release():
        held_back[decision.round.application.state] += 1
        names = {"number": decision.number, "city": decision.round.application.name_en}
        text = _("Release decision %(number)s, %(city)s") % names
        yield Task(text, reverse("desk:round", args=[decision.round_id]), decision.computed_at)
    for state, sentence in FOR_SECRETARIAT.items():
        if standing := standings.get(state):
            yield from _several(state, sentence, standing, held_back[state])


def _several(state: ApplicationState, sentence: Any, standing: Standing, held_back: int) -> Iterator[Task]:
    """Yield one task for all that stand in a state; which of them waits longest is not known if some are held back."""
    count = standing.count - held_back
    if count > 0:
        since = None if held_back else standing.since
        yield Task(sentence % {"count": count}, _queue(state), since, late_words(standing.overdue))


def _one_by_one(today: date) -> Iterator[Task]:
    for application in waiting.frozen():
        names = {"reference": application.reference, "city": application.name_en}
        text = _("Speak with the city: it does not know application %(reference)s, %(city)s") % names
        url = reverse("desk:dossier", args=[application.pk])
        yield Task(text, url, application.frozen_at, _clock(application, today))
    for round_ in waiting.rounds_open():
        names = {"reference": round_.application.reference, "city": round_.application.name_en}
        text = _("Keep the round on %(reference)s, %(city)s") % names
        yield Task(text, reverse("desk:round", args=[round_.pk]), round_.opened_at)
    for message in waiting.messages_not_sent(timezone.now()):
        page = ("desk:mail", message.pk) if message.is_readable else ("desk:dossier", message.application_id)
        yield Task(_about(message), reverse(page[0], args=[page[1]]), message.created_at)


def _clock(application: Application, today: date) -> ClockWords | None:
    return clock_words(application.check_due_on, today) if application.check_due_on else None


def _queue(state: ApplicationState) -> str:
    return f"{reverse('desk:queue')}?state={state}"


def _about(message: OutboxMail) -> str:
    """Return what to do about a message that did not arrive."""
    application = message.application
    reference = application.reference if application and message.recipient == application.contact_email else None
    names = {"reference": reference or "", "subject": message.subject}
    if message.state == MailState.UNSURE:
        return _("Look whether the message “%(subject)s” arrived") % names
    if reference:
        return _("Telephone the applicant of %(reference)s: the message “%(subject)s” could not be sent") % names
    return _("Telephone the recipient of the message “%(subject)s”, which could not be sent") % names
