"""Reads all that the office holds on an application, as it is taken along: structured, in plain words of JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils.text import slugify

from membership.labels.states import ScanState
from membership.models import Application, Decision, OutboxMail, Round, Upload
from membership.selectors.decisions import round_records
from membership.selectors.flags import flags_of

OF_APPLICATION = (
    *("reference", "route", "category", "state", "state_since", "language", "country", "name_en", "name_local"),
    *("national_code", "domain", "metropolis", "contact_email", "alternate_email", "mayor_email"),
    *("letter_received_on", "frozen_at", "created_at", "submitted_at", "checklist", "recommendation"),
    *("incomplete_note", "signed_on", "signed_at_place", "signatory", "ceremony_answer", "ceremony_on"),
    "ceremony_event",
)
OF_REVISION = ("number", "language", "frozen_at", "redacted_at", "sha256", "content")
OF_UPLOAD = (
    "id",
    "kind",
    "display_name",
    "content_type",
    "size",
    "sha256",
    "uploaded_at",
    "replaced_at",
    "is_late",
    "scan",
)
OF_MESSAGE = ("id", "author", "is_from_applicant", "body", "sent_at")
OF_REQUEST = ("id", "text", "sections", "kinds", "due_on", "extensions", "asked_at", "answer", "answered_at")
OF_NOTICE = ("revision", "email", "sent_at", "answer", "answered_at")
OF_DECISION = ("number", "result", "reason", "is_contested", "case", "rule", "evaluation", "computed_at")
OF_CONFIRMATION = ("outcome", "reason", "reading", "interpretation", "declared_by", "declared_at")
OF_RELEASE = ("released_by", "released_at")
OF_BALLOT = ("choice", "reason", "revision_sha256", "cast_by", "recorded_by_secretariat", "cast_at")
OF_STATEMENT = ("has_conflict", "explanation", "stated_by", "stated_at")
OF_MAIL = ("id", "recipient", "language", "subject", "state", "created_at", "sent_at", "attachment_name")
OF_EVENT = ("id", "verb", "actor", "details", "at")
OF_MEMBER = ("state", "joined", "joined_via", "ended_on")
ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
CLOSED = (ScanState.PENDING, ScanState.INFECTED)


def record_of(application: Application, today: date) -> dict[str, Any]:
    """Return the whole record of an application. The votes of an open round are sealed, and left out."""
    members = application.city.memberships.order_by("pk") if application.city else []
    return {
        "application": _values(application, OF_APPLICATION),
        "flags": [str(flag.words) for flag in flags_of(application, today)],
        "revisions": _each(application.revisions.order_by("number"), OF_REVISION),
        "files": [_file(upload) for upload in application.uploads.order_by("pk")],
        "messages": _each(application.messages.all(), OF_MESSAGE),
        "requests": _each(application.requests.all(), OF_REQUEST),
        "mayor_notices": _each(application.notices.all(), OF_NOTICE),
        "rounds": [_round(round_) for round_ in rounds_of(application)],
        "letters": [{**_values(mail, OF_MAIL), "path": letter_path(mail)} for mail in letters_of(application)],
        "memberships": _each(members, OF_MEMBER),
        "events": [_event(event) for event in application.events.select_related("seal").order_by("pk")],
    }


def rounds_of(application: Application) -> list[Round]:
    """Return the rounds, the oldest first, with decision, declaration and release."""
    shown = ("rule", "revision", "decision__confirmation", "decision__release")
    return list(application.rounds.select_related(*shown).order_by("opened_at", "pk"))


def is_sealed(round_: Round) -> bool:
    """Whether the votes are sealed: until a round is closed nobody takes them along."""
    return round_.closed_at is None


def letters_of(application: Application) -> list[OutboxMail]:
    """Return the messages of the application, the oldest first, without those that open it."""
    return list(application.mails.readable().order_by("pk"))


def is_readable(upload: Upload) -> bool:
    """Whether a file may be opened: it is there, and nothing was found in it."""
    return bool(upload.file) and upload.scan not in CLOSED


def upload_path(upload: Upload) -> str:
    """Return the name of a file inside a ZIP file: no folder of its own, no letter that a system may refuse."""
    stem = slugify(upload.display_name.rpartition(".")[0] or upload.display_name)[:60] or "file"
    return f"files/{upload.pk:06d}-{slugify(upload.kind)}-{stem}.{ENDINGS.get(upload.content_type, 'bin')}"


def letter_path(mail: OutboxMail) -> str:
    return f"letters/{mail.pk:06d}.txt"


def _round(round_: Round) -> dict[str, Any]:
    decision = getattr(round_, "decision", None)
    return {
        "opened_at": _plain(round_.opened_at),
        "closed_at": _plain(round_.closed_at),
        "state": round_.state,
        "revision": round_.revision.number,
        "rule": {"key": round_.rule.key, "version": round_.rule.version},
        "seats": [] if is_sealed(round_) else _seats(round_),
        "decision": _decision(decision) if decision else None,
    }


def _seats(round_: Round) -> list[dict[str, Any]]:
    return [
        {
            "city": row.seat.city_name,
            "role": row.seat.role,
            "attendance": row.seat.attendance,
            "statement": _values(row.statement, OF_STATEMENT) if row.statement else None,
            "ballots": _each(row.ballots, OF_BALLOT),
        }
        for row in round_records(round_)
    ]


def _decision(decision: Decision) -> dict[str, Any]:
    confirmation, release = getattr(decision, "confirmation", None), getattr(decision, "release", None)
    return {
        **_values(decision, OF_DECISION),
        "confirmation": _values(confirmation, OF_CONFIRMATION) if confirmation else None,
        "release": _values(release, OF_RELEASE) if release else None,
    }


def _file(upload: Upload) -> dict[str, Any]:
    path = upload_path(upload) if is_readable(upload) else None
    return {**_values(upload, OF_UPLOAD), "path": path}


def _event(event: Any) -> dict[str, Any]:
    seal = getattr(event, "seal", None)
    return {**_values(event, OF_EVENT), "seal": {"number": seal.number, "sha256": seal.sha256} if seal else None}


def _each(rows: Iterable[Model], names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [_values(row, names) for row in rows]


def _values(row: Model, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
