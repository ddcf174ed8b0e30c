"""Reads the dossier of a member: everything that the network has recorded about one local government (Art. 12)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db.models import Q

from membership.labels.events import READING
from membership.labels.states import Route
from membership.models import Application, Event, Member, MemberAct, Participation, RemovalMotion, Seat, Upload
from membership.models.assembly import UNDER_WAY
from membership.rules.lifecycle import exit_day
from membership.selectors.dossier import Gate, Happening, gate_of, happenings
from membership.selectors.members import acts_for_the_next_agenda, seats_held


@dataclass(frozen=True, slots=True)
class MemberDossier:
    """`applications` are all of the city, `open_to_reader` those whose dossier is not closed to the reader.

    `participation_counts` has a year and a number, the newest year first. `to_be_noted` are acts of the President that
    the Committee has not taken note of. `seats_now` are those of `seats` that the city holds today.
    """

    member: Member
    exit_day: date | None
    others: list[Member]
    applications: list[Application]
    files: list[Upload]
    acts: list[MemberAct]
    to_be_noted: list[MemberAct]
    motions: list[RemovalMotion]
    participations: list[Participation]
    participation_counts: list[tuple[int, int]]
    seats: list[Seat]
    seats_now: list[Seat]
    happenings: list[Happening]
    readings: list[Happening]

    @property
    def motion_under_way(self) -> RemovalMotion | None:
        return next((motion for motion in self.motions if motion.state in UNDER_WAY), None)


def member_dossier(member: Member, user: User, now: datetime) -> MemberDossier:
    """Return the dossier of a member as the user may read it: what is closed to a seat in conflict is left out."""
    found = member.city.applications.received().filter(route=Route.MEMBERSHIP)
    applications = list(found.order_by("-submitted_at", "-pk"))
    readable = [application for application in applications if gate_of(application, user)[0] is Gate.OPEN]
    events = Event.objects.filter(Q(member=member) | Q(application__in=readable)).order_by("-pk")
    participations = list(member.participations.all())
    years = Counter(row.held_on.year for row in participations)
    return MemberDossier(
        member=member,
        exit_day=exit_day(member.notice_given_on) if member.notice_given_on else None,
        others=list(Member.objects.filter(city=member.city).exclude(pk=member.pk).order_by("-pk")),
        applications=applications,
        files=list(Upload.objects.standing().filter(application__in=readable).select_related("application")),
        acts=list(member.acts.order_by("-pk")),
        to_be_noted=list(acts_for_the_next_agenda().filter(member=member)),
        motions=list(member.motions.select_related("result")),
        participations=participations,
        participation_counts=sorted(years.items(), reverse=True),
        seats=list(member.city.seats.order_by("-start", "-pk")),
        seats_now=seats_held(member, now),
        happenings=happenings(events.exclude(verb__in=READING)),
        readings=happenings(events.filter(verb__in=READING, member=member)),
    )
