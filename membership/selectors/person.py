"""Finds all that the system holds on a person, by an e-mail address (GDPR, Art. 15; KVKK, Art. 11)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from membership.models import (
    AccessKey,
    Application,
    AssemblyBallot,
    Ballot,
    CeremonyMove,
    Confirmation,
    ConflictStatement,
    DossierMessage,
    Event,
    InformationRequest,
    MayorNotice,
    Member,
    MemberAct,
    OutboxMail,
    Release,
    Revision,
    Seat,
    SectionAnswers,
)
from membership.models.outbox import ACCESS
from membership.selectors.dossier import sentence_of

ADDRESSES = ("contact_email", "alternate_email", "mayor_email")
SUFFIX = "_email"
APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class Holding:
    """Something that is held: what it is, of which application, and its words by name."""

    kind: str
    application: str
    words: dict[str, Any]


def holdings(email: str) -> list[Holding]:
    """Return all that is held on an address, whatever the case of its letters; nothing is left out but secrets."""
    wanted = email.strip()
    return [
        *_of_applications(wanted),
        *_of_answers(wanted),
        *_of_mails(wanted),
        *_of_accounts(wanted),
    ]


def names(text: str, email: str) -> bool:
    """Whether a text has the whole address: `ada@example.org` is not that of `nada@example.org`."""
    whole = rf"(?<![\w.+-]){re.escape(email.casefold())}(?![\w-]|\.\w)"
    return re.search(whole, text.casefold()) is not None


def _of_applications(email: str) -> Iterator[Holding]:
    named = Q(*((f"{name}__iexact", email) for name in ADDRESSES), _connector=Q.OR)
    for application in Application.objects.filter(named).order_by("pk"):
        held = {name: value for name in ADDRESSES if (value := getattr(application, name)).lower() == email.lower()}
        words = {"state": application.state, "name": application.name_en, "language": application.language}
        yield Holding("application", _name(application), {**words, **held})
        if "contact_email" in held:
            yield from _of_contact(application)
    for member in Member.objects.filter(contact_email__iexact=email).select_related("city").order_by("pk"):
        words = {"city": member.city.name_en, "contact_email": member.contact_email, "language": member.language}
        yield Holding("member", "", words)
    for notice in MayorNotice.objects.filter(email__iexact=email).select_related("application").order_by("pk"):
        yield _holding("mayor_notice", notice, ("email", "sent_at", "answer", "answered_at"))


def _of_contact(application: Application) -> Iterator[Holding]:
    """What the contact wrote, and what was done by him."""
    for message in application.messages.filter(is_from_applicant=True):
        yield _holding("message", message, ("body", "sent_at"))
    for request in application.requests.exclude(answered_at=None):
        yield _holding("answer", request, ("answer", "answered_at"))
    for event in application.events.filter(actor=APPLICANT).order_by("pk"):
        yield _event(event, application)


def _of_answers(email: str) -> Iterator[Holding]:
    for row in _bearing(SectionAnswers.objects.all(), "answers", email):
        for path, words in _around(row.answers, email):
            yield Holding("answers", _name(row.application), {"where": f"{row.section}.{path}", **words})
    for revision in _bearing(Revision.objects.all(), "content", email):
        for path, words in _around(revision.content, email):
            where = {"revision": revision.number, "where": path}
            yield Holding("revision", _name(revision.application), {**where, **words})
    texts: tuple[tuple[str, QuerySet[Any], str, str], ...] = (
        ("message", DossierMessage.objects.filter(is_from_applicant=False), "body", "sent_at"),
        ("request", InformationRequest.objects.all(), "text", "asked_at"),
    )
    for kind, rows, name, moment in texts:
        for row in rows.filter(**{f"{name}__icontains": email}).select_related("application").order_by("pk"):
            if names(getattr(row, name), email):
                yield _holding(kind, row, (name, moment))
    for event in _bearing(Event.objects.all(), "details", email):
        if any(_around(event.details, email)):
            yield _event(event, event.application)


def _of_mails(email: str) -> Iterator[Holding]:
    named = Q(recipient__iexact=email) | (Q(body__icontains=email) & ~Q(key__startswith=ACCESS))
    for mail in OutboxMail.objects.filter(named).select_related("application").order_by("pk"):
        if mail.recipient.lower() != email.lower() and not names(mail.body, email):
            continue
        is_secret = mail.key.startswith(ACCESS)  # its link would open the application to who reads the report
        words = ("recipient", "subject", "language", "created_at", "sent_at", "state", "attachment_name")
        yield _holding("mail", mail, words if is_secret else (*words, "body"))
    for key in AccessKey.objects.filter(email__iexact=email).select_related("application").order_by("pk"):
        yield _holding("key", key, ("email", "language", "created_at", "expires_at", "used_at"))


def _of_accounts(email: str) -> Iterator[Holding]:
    for user in get_user_model().objects.filter(Q(email__iexact=email) | Q(username__iexact=email)).order_by("pk"):
        yield Holding("account", "", {**_account(user), "groups": list(user.groups.values_list("name", flat=True))})
        for seat in Seat.objects.filter(holder=user).select_related("city").order_by("pk"):
            words = {"city": seat.city.name_en, "role": seat.role, "title": seat.holder_title}
            yield Holding("seat", "", {**words, "start": _plain(seat.start), "end": _plain(seat.end)})
        for application in Application.objects.filter(Q(assignee=user) | Q(entered_by=user)).order_by("pk"):
            yield Holding("assigned", _name(application), {"state": application.state})
        yield from _by_key(f"user:{user.pk}")


def _by_key(key: str) -> Iterator[Holding]:
    """What an account did, by the key under which it stands in the record."""
    for event in Event.objects.filter(actor=key).select_related("application").order_by("pk"):
        yield _event(event, event.application)
    acts: tuple[tuple[str, type[Model], str, tuple[str, ...]], ...] = (
        ("statement", ConflictStatement, "stated_by", ("has_conflict", "explanation", "stated_at")),
        ("ballot", Ballot, "cast_by", ("choice", "reason", "cast_at")),
        ("declaration", Confirmation, "declared_by", ("outcome", "reason", "declared_at")),
        ("release", Release, "released_by", ("released_at",)),
        ("member_act", MemberAct, "by", ("act", "reason", "decision", "at")),
        ("assembly_ballot", AssemblyBallot, "by", ("choice", "at")),
        ("ceremony_move", CeremonyMove, "by", ("year", "note", "at")),
    )
    for kind, model, field, names in acts:
        for row in model._default_manager.filter(**{field: key}).order_by("pk"):
            yield Holding(kind, "", {name: _plain(getattr(row, name)) for name in names})
    for message in DossierMessage.objects.filter(author=key).select_related("application").order_by("pk"):
        yield _holding("message", message, ("body", "sent_at"))


def _account(user: User) -> dict[str, Any]:
    names = ("username", "first_name", "last_name", "email", "is_active", "date_joined", "last_login")
    return {name: _plain(getattr(user, name)) for name in names}


def _bearing(rows: QuerySet[Any], column: str, email: str) -> QuerySet[Any]:
    """Return the rows whose JSON has the address somewhere, written as it is or as JSON escapes it."""
    spellings = Q(text__icontains=email) | Q(text__icontains=json.dumps(email)[1:-1])
    return rows.annotate(text=Cast(column, TextField())).filter(spellings).select_related("application").order_by("pk")


def _around(value: Any, email: str, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield where the address stands, with what stands beside it on the same person: name, post, telephone."""
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for name, part in pairs:
        where = f"{path}.{name}" if path else str(name)
        if isinstance(part, str) and names(part, email):
            yield where, {str(name): part, **_same_person(value, str(name))}
        else:
            yield from _around(part, email, where)


def _same_person(answers: Any, name: str) -> dict[str, Any]:
    if not isinstance(answers, Mapping) or not name.endswith(SUFFIX):
        return {}
    stem = name.removesuffix(SUFFIX)
    return {key: value for key, value in answers.items() if key.startswith(f"{stem}_") and value and key != name}


def _event(event: Event, application: Application | None) -> Holding:
    return Holding("event", _name(application), {"at": _plain(event.at), "what": sentence_of(event)})


def _holding(kind: str, row: Any, names: tuple[str, ...]) -> Holding:
    return Holding(kind, _name(row.application), {name: _plain(getattr(row, name)) for name in names})


def _name(application: Application | None) -> str:
    return (application.reference or str(application.pk)) if application else ""


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
