"""The dossier of an application on paper, in the reader's language: all that the office holds, in the order of its life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from membership.forms.papers import answer_parts, sheet_of
from membership.forms.sections import plan_of
from membership.forms.shown import answer_rows
from membership.labels.checklist import CHECKLIST
from membership.labels.decisions import READINGS
from membership.models import Application, Decision, Revision, Round
from membership.selectors.calendar import day_in_the_network
from membership.selectors.decisions import SeatRecord, round_records, told
from membership.selectors.dossier import done, names_of, read
from membership.selectors.export import is_sealed, letters_of, rounds_of
from membership.selectors.flags import flags_of
from pages.languages.active import active_language
from pages.languages.formats import format_date, format_moment, format_size
from pages.typesetting.values import Line, Part, Sheet

NONE = "–"


def dossier_sheet(application: Application, today: date) -> Sheet:
    """Return the whole dossier; the votes of an open round are sealed, and left out."""
    return sheet_of(
        title=_("Dossier of %(reference)s") % {"reference": application.reference},
        kicker=application.name_local,
        lead=_("As it stood on %(day)s.") % {"day": _day(today)},
        facts=tuple(_facts(application)),
        parts=tuple(_parts(application, today)),
    )


def _facts(application: Application) -> Iterator[tuple[str, str]]:
    yield _("Local government"), f"{application.name_en}\n{application.name_local}"
    yield _("Country"), str(application.get_country_display()) or NONE
    yield _("Applies for"), application.get_route_display()
    yield _("State"), application.get_state_display()
    yield _("Submitted"), _moment(application.submitted_at)
    if application.signed_on:
        words = (_day(application.signed_on), application.signed_at_place, application.signatory)
        yield _("Declaration signed"), ", ".join(words)
    if application.ceremony_on:
        yield _("Ceremony"), f"{_day(application.ceremony_on)}, {application.ceremony_event}"


def _parts(application: Application, today: date) -> Iterator[Part]:
    for revision in application.revisions.order_by("number"):
        yield from _revision(application, revision)
    yield _check(application, today)
    yield _rows(_("Files"), application.uploads.order_by("pk"), _file)
    yield _rows(_("Messages"), application.messages.all(), _message)
    yield _rows(_("What was asked"), application.requests.all(), _request)
    for round_ in rounds_of(application):
        yield _round(round_)
    yield _rows(_("Letters"), letters_of(application), _letter)
    yield _rows(_("What happened"), reversed(done(application)), _happening)
    yield _rows(_("Who opened the dossier"), reversed(read(application)), _happening)


def _revision(application: Application, revision: Revision) -> Iterator[Part]:
    words = {"number": revision.number, "moment": _moment(revision.frozen_at), "hash": revision.sha256}
    lead = _("Revision %(number)d, frozen %(moment)s. SHA-256 over answers and files: %(hash)s") % words
    if revision.redacted_at:
        lead = f"{lead} {_('Persons were taken out of it on %(day)s.') % {'day': _moment(revision.redacted_at)}}"
    yield Part(_("Revision %(number)d") % words, lead=lead)
    answers = revision.content["answers"]
    yield from answer_parts(answer_rows(plan_of(application), answers, day_in_the_network(revision.frozen_at)))


def _check(application: Application, today: date) -> Part:
    ticked = application.checklist
    points = [Line(str(words), _("Yes") if ticked.get(key) else _("No")) for key, words in CHECKLIST.items()]
    notes = [Line(_("Recommendation to the Committee"), application.recommendation or NONE)]
    if application.incomplete_note:
        notes.append(Line(_("Why the application goes on incomplete"), application.incomplete_note))
    flags = [Line(_("Please note"), str(flag.words)) for flag in flags_of(application, today)]
    return Part(_("Check by the Secretariat"), lines=(*points, *notes, *flags))


def _round(round_: Round) -> Part:
    words = {"day": _moment(round_.opened_at), "number": round_.revision.number}
    rule = {"reading": READINGS.get(round_.rule.key, round_.rule.key), "version": round_.rule.version}
    lines = [
        Line(_("Decision rule"), _("%(reading)s, version %(version)d") % rule),
        Line(_("State"), round_.get_state_display()),
    ]
    if not is_sealed(round_):
        seats = round_records(round_)
        names = names_of(ballot.cast_by for seat in seats for ballot in seat.ballots)
        lines += [
            Line(f"{seat.seat.city_name} ({seat.seat.get_attendance_display()})", _seat(seat, names)) for seat in seats
        ]
    decision = getattr(round_, "decision", None)
    lines += _decision(decision) if decision else []
    return Part(_("Round of %(day)s on revision %(number)s") % words, lines=tuple(lines))


def _seat(seat: SeatRecord, names: dict[str, str]) -> str:
    statement = seat.statement
    acts = []
    if statement is not None and statement.has_conflict:
        acts.append(_("Conflict of interest: %(words)s") % {"words": statement.explanation})
    for ballot in seat.ballots:
        words = (ballot.get_choice_display(), _moment(ballot.cast_at), names[ballot.cast_by], ballot.reason)
        acts.append(", ".join(word for word in words if word))
    return "\n".join(acts) or NONE


def _decision(decision: Decision) -> Iterator[Line]:
    words = told(decision)
    yield Line(_("Decision %(number)s") % {"number": decision.number}, words.sentence)
    for reading in words.readings:
        yield Line(reading.name, reading.sentence)
    confirmation, release = getattr(decision, "confirmation", None), getattr(decision, "release", None)
    if confirmation:
        names = names_of([confirmation.declared_by])
        declared = f"{confirmation.get_outcome_display()}, {_moment(confirmation.declared_at)}"
        rest = (names[confirmation.declared_by], confirmation.reason, confirmation.interpretation)
        yield Line(_("Declared"), "\n".join((declared, *(word for word in rest if word))))
    yield Line(_("Released"), _moment(release.released_at) if release else _("Not released"))


def _file(upload: Any) -> Line:
    size = format_size(active_language().code, upload.size)
    words = (f"{upload.display_name}, {size}", upload.get_scan_display(), f"SHA-256 {upload.sha256}")
    return Line(f"{upload.get_kind_display()}, {_moment(upload.uploaded_at)}", "\n".join(words))


def _message(message: Any) -> Line:
    writer = _("Applicant") if message.is_from_applicant else _("Permanent Secretariat")
    return Line(f"{writer}, {_moment(message.sent_at)}", message.body or NONE)


def _request(request: Any) -> Line:
    answer = f"{_moment(request.answered_at)}: {request.answer or NONE}"
    return Line(f"{_moment(request.asked_at)} – {_day(request.due_on)}", f"{request.text or NONE}\n{answer}")


def _letter(mail: Any) -> Line:
    head = f"{_moment(mail.sent_at)}, {mail.recipient or NONE}, {mail.get_state_display()}"
    return Line(mail.subject, f"{head}\n\n{mail.body}")


def _happening(happening: Any) -> Line:
    return Line(_moment(happening.at), f"{happening.sentence} ({happening.actor})")


def _rows(title: str, rows: Any, line: Callable[[Any], Line]) -> Part:
    lines = tuple(line(row) for row in rows)
    return Part(title, lead="" if lines else _("None"), lines=lines)


def _day(day: date) -> str:
    return format_date(active_language().code, day)


def _moment(moment: datetime | None) -> str:
    return format_moment(active_language().code, localtime(moment)) if moment else NONE
