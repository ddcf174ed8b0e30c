"""What waits for the reader, by the roles that he has today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from membership.labels.states import ApplicationState, MailState
from membership.models import OutboxMail
from membership.permissions import Role
from membership.selectors import waiting

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
    """Something to do, with the page where it is done."""

    text: str
    url: str


def waiting_for(user: User, roles: frozenset[Role], counts: Mapping[str, int]) -> list[Task]:
    """Return the tasks of a user; `counts` are those of the list, by state."""
    return [
        *(_for_seat(user) if Role.COMMITTEE in roles else ()),
        *(_for_president(counts) if Role.PRESIDENT in roles else ()),
        *(_for_secretariat(counts) if Role.SECRETARIAT in roles else ()),
    ]


def _for_seat(user: User) -> Iterator[Task]:
    for due in waiting.votes_due(user):
        names = {"reference": due.round.application.reference, "city": due.round.application.name_en}
        if due.has_stated:
            yield Task(_("Vote on %(reference)s, %(city)s") % names, reverse("desk:round", args=[due.round.pk]))
        else:
            text = _("State whether you have a conflict of interest on %(reference)s, %(city)s") % names
            yield Task(text, reverse("desk:statement", args=[due.round.pk]))


def _for_president(counts: Mapping[str, int]) -> Iterator[Task]:
    for round_ in waiting.rounds_to_declare():
        names = {"reference": round_.application.reference, "city": round_.application.name_en}
        text = _("Declare the result on %(reference)s, %(city)s") % names
        yield Task(text, reverse("desk:round", args=[round_.pk]))
    for request in waiting.requests_to_decide():
        names = {"reference": request.reference, "name": request.name_en}
        text = _("Decide on the request to observe %(reference)s, %(name)s") % names
        yield Task(text, reverse("desk:dossier", args=[request.pk]))
    ready = counts.get(ApplicationState.READY, 0)
    if ready:
        text = ngettext("Open a round on %(count)d application", "Open a round on %(count)d applications", ready) % {
            "count": ready
        }
        yield Task(text, _queue(ApplicationState.READY))


def _for_secretariat(counts: Mapping[str, int]) -> Iterator[Task]:
    for application in waiting.frozen():
        names = {"reference": application.reference, "city": application.name_en}
        text = _("Speak with the city: it does not know application %(reference)s, %(city)s") % names
        yield Task(text, reverse("desk:dossier", args=[application.pk]))
    for round_ in waiting.rounds_open():
        names = {"reference": round_.application.reference, "city": round_.application.name_en}
        text = _("Keep the round on %(reference)s, %(city)s") % names
        yield Task(text, reverse("desk:round", args=[round_.pk]))
    for message in waiting.messages_not_sent(timezone.now()):
        page = ("desk:mail", message.pk) if message.is_readable else ("desk:dossier", message.application_id)
        yield Task(_about(message), reverse(page[0], args=[page[1]]))
    held_back: Counter[str] = Counter()  # an approved city signs after the release only, an observer never
    held_back[ApplicationState.APPROVED] = waiting.invited_observers()
    for decision in waiting.decisions_to_release():
        held_back[decision.round.application.state] += 1
        names = {"number": decision.number, "city": decision.round.application.name_en}
        yield Task(_("Release decision %(number)s, %(city)s") % names, reverse("desk:round", args=[decision.round_id]))
    for state, sentence in FOR_SECRETARIAT.items():
        count = counts.get(state, 0) - held_back[state]
        if count > 0:
            yield Task(sentence % {"count": count}, _queue(state))


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


def _queue(state: ApplicationState) -> str:
    return f"{reverse('desk:queue')}?state={state}"
