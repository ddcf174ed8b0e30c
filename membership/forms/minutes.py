"""The extract of the minutes of a meeting, from what was recorded and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from membership.forms.papers import sheet_of
from membership.labels.states import Choice
from membership.models import Meeting, Presence
from membership.selectors.proxies import received_for
from membership.selectors.session import ItemView, decided_of, session_of
from pages.languages.active import active_language
from pages.languages.formats import format_date, format_moment
from pages.typesetting.values import Line, Part, Sheet


def minutes_sheet(meeting: Meeting) -> Sheet:
    """Return the extract as a sheet in the active language."""
    code = active_language().code
    session = session_of(meeting)
    facts = [
        (_("Day"), format_date(code, meeting.held_on)),
        (_("Place, or video"), meeting.place or "–"),
        (_("Session opened"), format_moment(code, localtime(meeting.opened_at)) if meeting.opened_at else "–"),
        (_("Session closed"), format_moment(code, localtime(meeting.closed_at)) if meeting.closed_at else "–"),
        (_("In the chair"), meeting.chair.city.name_en if meeting.chair else "–"),
    ]
    return sheet_of(
        title=_("Extract from the minutes"),
        kicker=meeting.title,
        facts=tuple(facts),
        parts=(
            Part(title=_("Roll"), lines=tuple(_roll(meeting))),
            *(_item(number, view) for number, view in enumerate(session.items, start=1)),
        ),
    )


def _roll(meeting: Meeting) -> Iterator[Line]:
    """Yield each seat with when it came and left, and who represented it."""
    code = active_language().code
    proxies = {proxy.principal_id: proxy.holder.city.name_en for proxy in received_for(meeting)}
    moves = list(Presence.objects.filter(meeting_seat__meeting=meeting))
    for seat in meeting.seats.all():
        words = [
            (_("came %(moment)s") if move.is_present else _("left %(moment)s"))
            % {"moment": format_moment(code, localtime(move.at))}
            for move in moves
            if move.meeting_seat_id == seat.pk
        ]
        if seat.seat_id in proxies:
            words.append(_("represented by %(city)s") % {"city": proxies[seat.seat_id]})
        yield Line(label=seat.city_name, value="; ".join(words) or _("absent"))


def _item(number: int, view: ItemView) -> Part:
    title = f"{number}. {view.item}"
    decided = decided_of(view.item)
    if decided is None:
        return Part(title=title, lead=view.item.motion, lines=(Line(label=_("Result"), value=_("Not decided")),))
    counts = decided.counts
    votes = [(_("Yes"), counts.yes), (_("Against"), counts.against), (_("Abstaining"), counts.abstain)]
    votes += [(_("Recused"), counts.recused), (_("Absent"), counts.absent)]
    number_of = view.item.round.decision.number if view.item.round else ""
    lines = [
        Line(label=_("Result"), value=view.result),
        *([Line(label=_("Decision"), value=number_of)] if number_of else []),
        Line(label=_("Votes"), value=", ".join(f"{word}: {count}" for word, count in votes)),
        *_reasons(view),
    ]
    return Part(title=title, lead=view.item.motion, lines=tuple(lines))


def _reasons(view: ItemView) -> Iterator[Line]:
    """Yield the reasons of votes against, as they were recorded."""
    for row in view.rows:
        ballot = row.ballot
        if ballot is not None and ballot.choice == Choice.AGAINST:
            yield Line(label=_("Against: %(city)s") % {"city": row.city}, value=ballot.reason)
