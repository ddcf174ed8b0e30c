"""The words of the mails about a membership: to the member in its language, to the office in the source language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from membership.emails import Message, write
from membership.labels.members import MemberActKind
from membership.models import Member, MemberAct, Observer, RemovalMotion
from membership.rules.lifecycle import exit_day
from membership.selectors.ceremonies import CeremonyRow
from membership.selectors.members import seats_held
from pages.languages.table import SOURCE
from pages.summits import Summit

TO_THE_MEMBER = {
    MemberActKind.SUSPEND: "member_suspended",
    MemberActKind.LIFT: "member_lifted",
    MemberActKind.GIVE_NOTICE: "member_notice",
    MemberActKind.REVOKE: "member_revoked",
    MemberActKind.END: "member_ended",
    MemberActKind.REMOVE: "member_removed",
}


def member_act_message(act: MemberAct) -> Message:
    """What was done about its membership, why, and with which day."""
    language = act.member.language
    return write(TO_THE_MEMBER[MemberActKind(act.act)], language, _about(act, language))


def office_act_message(act: MemberAct) -> Message:
    """To Secretariat and Committee: what was done about a membership, by whom, and which seats the city holds."""
    seats = seats_held(act.member, act.at) if act.act in (MemberActKind.SUSPEND, MemberActKind.REMOVE) else []
    with translation.override(SOURCE):
        words = {"what": act.get_act_display(), "authority": act.get_authority_display()}
    return write("office_member", SOURCE, {**_about(act, SOURCE), **words, "seats": seats, "url": _desk(act.member)})


def convening_message(motion: RemovalMotion, member: Member) -> Message:
    """The convening notice of the Assembly, with the motion (Art. 9)."""
    context = {"motion": motion, "name": name_of(motion.member, member.language)}
    return write("convening", member.language, context)


def ceremony_list_message(summit: Summit | None, year: int, rows: Sequence[CeremonyRow]) -> Message:
    """To the host city, the Secretariat and the Committee: which cities sign at the summit."""
    url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('desk:ceremonies')}"
    return write("ceremony_list", SOURCE, {"summit": summit, "year": year, "rows": rows, "url": url})


def ceremony_city_message(row: CeremonyRow, summit: Summit | None) -> Message:
    """To a city: at which summit its signature is celebrated."""
    application = row.application
    context = {"application": application, "summit": summit, "year": row.year}
    return write("ceremony_city", application.language, context)


def observer_ended_message(observer: Observer, language: str) -> Message:
    """That the invitation has ended, or was withdrawn by the President."""
    return write("observer_ended", language, {"observer": observer, "ended_on": observer.ended_on})


def observer_ended_office_message(observer: Observer) -> Message:
    url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('desk:observers')}"
    return write("office_observer_ended", SOURCE, {"observer": observer, "url": url})


def name_of(member: Member, language: str) -> str:
    """Return the name of the member's city in a language, in English where none is known."""
    name = member.city.names.filter(language=language).first()
    return name.name if name else member.city.name_en


def _about(act: MemberAct, language: str) -> Mapping[str, Any]:
    notice = act.member.notice_given_on
    last_day: date | None = exit_day(notice) if notice else None
    return {"act": act, "member": act.member, "name": name_of(act.member, language), "last_day": last_day}


def _desk(member: Member) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('desk:member', args=[member.pk])}"
