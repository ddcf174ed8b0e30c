"""Keeps personal data and files of applications no longer than their term; city, decision and counts stay for ever."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import PurePath

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from membership.labels.states import ApplicationState
from membership.models import Application, City, DossierMessage, Event, Member, OutboxMail
from membership.models.application import private_storage
from membership.models.city import HOLDING
from membership.rules.dates import add_months, add_years
from membership.rules.house_rules import ENDED_KEPT_MONTHS, MEMBER_KEPT_YEARS
from membership.selectors.calendar import day_in_the_network
from membership.services.contacts import take_persons_out
from membership.services.keeping import delete_files
from membership.services.record import CLOCK, locked, record, record_member

ENDED = (
    ApplicationState.WITHDRAWN,
    ApplicationState.DECLINED,
    ApplicationState.LAPSED,
    ApplicationState.RETURNED,
    ApplicationState.LAPSED_APPROVAL,
)
JOINED = (ApplicationState.DECLARATION_SIGNED, ApplicationState.CEREMONY_DONE)
OVER = "term_over"
DECISION = "decision:"  # the keys of the letters that tell a decision: they name no person and are kept
KEPT_SECTIONS = ("city", "organisation")


def keep_to_terms(now: datetime) -> int:
    """Erase persons and delete files of the applications whose term is over; return of how many. Safe at any time, twice.

    What led nowhere is kept for 24 months after its end; what a member applied with for its membership and ten years.
    """
    today = day_in_the_network(now)
    candidates = _not_done().filter(state__in=(*ENDED, *JOINED)).order_by("pk")
    due = [application.pk for application in candidates.select_related("city") if is_over(application, today)]
    return sum(_forget(pk, now) for pk in due)


@transaction.atomic
def forget_former_contacts(now: datetime) -> int:
    """Forget the addresses of members whose term is over, also on what was sent to them; return of how many."""
    before = add_years(day_in_the_network(now), -MEMBER_KEPT_YEARS)
    former = list(Member.objects.select_for_update().filter(ended_on__lt=before).exclude(contact_email=""))
    for member in former:
        OutboxMail.objects.filter(recipient__iexact=member.contact_email, application=None).update(recipient="")
        member.contact_email = ""
        member.save(update_fields=["contact_email"])
        record_member(member, "member_contact_changed", CLOCK)
    return len(former)


def is_over(application: Application, today: date) -> bool:
    """Whether the term for which persons and files are kept has ended; its last day is still within it."""
    if application.state in ENDED:
        return today > add_months(day_in_the_network(application.state_since), ENDED_KEPT_MONTHS)
    if application.state in JOINED and application.city:
        return _is_long_gone(application.city, today)
    return False


def _is_long_gone(city: City, today: date) -> bool:
    """Whether every membership of the city ended so long ago that what it applied with is not kept any more."""
    ends = [None if state in HOLDING else end for state, end in city.memberships.values_list("state", "ended_on")]
    return bool(ends) and all(end is not None and today > add_years(end, MEMBER_KEPT_YEARS) for end in ends)


@transaction.atomic
def _forget(application_id: int, now: datetime) -> bool:
    application = locked(application_id)
    if not _not_done().filter(pk=application_id).exists() or not is_over(application, day_in_the_network(now)):
        return False  # somebody moved it meanwhile, or another run was quicker
    take_persons_out(application, now=now)
    _forget_exchange(application)
    _forget_answers(application, now)
    files = _forget_files(application)
    record(application, OVER, CLOCK, files=len(files))
    transaction.on_commit(lambda: delete_files(private_storage(), files), robust=True)
    return True


def _not_done() -> QuerySet[Application]:
    """Return the applications of which nothing was forgotten since they came into their state."""
    forgotten = Event.objects.filter(application=OuterRef("pk"), verb=OVER, at__gte=OuterRef("state_since"))
    return Application.objects.filter(~Exists(forgotten))


def _forget_exchange(application: Application) -> None:
    """Empty what was written to and fro: whoever wrote may have named anybody. The letter of the decision stays."""
    application.mayor_email = ""
    application.save(update_fields=["mayor_email"])
    application.notices.update(email="")
    application.requests.update(text="", answer="")
    application.mails.exclude(key__startswith=DECISION).update(body="")
    models.QuerySet(DossierMessage).filter(application=application).update(body="")


def _forget_answers(application: Application, now: datetime) -> None:
    """Leave the answers that describe the city; who held which office, and what was written freely, goes."""
    application.sections.exclude(section__in=KEPT_SECTIONS).update(answers={})
    for revision in application.revisions.all():
        answers = {key: given for key, given in revision.content["answers"].items() if key in KEPT_SECTIONS}
        files = [{**file, "name": _plain_name(file["kind"], file["name"])} for file in revision.content["files"]]
        revision.redact({**revision.content, "answers": answers, "files": files}, now=now)


def _forget_files(application: Application) -> list[str]:
    """Part the rows from their files, and return the names of these; kind, size, day and hash of each stay."""
    names = []
    for upload in application.uploads.all():
        if upload.file:
            names.append(str(upload.file.name))
        upload.file, upload.display_name = "", _plain_name(upload.kind, upload.display_name)
        upload.save(update_fields=["file", "display_name"])
    return names


def _plain_name(kind: str, name: str) -> str:
    """Return a name that says what the file was; the one it was sent under may name a person."""
    return f"{kind}{PurePath(name).suffix}"
