"""The words of the mails about a membership: to the member in its language, to each of the office in a language of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import get_language

from membership.emails.writing import Message, Notice, write
from membership.labels.members import MemberActKind
from membership.models import Member, MemberAct, Observer, RemovalMotion, Seat
from membership.rules.lifecycle import exit_day
from membership.selectors.ceremonies import CeremonyList, CeremonyRow
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
    context = {**_about(act), "name": name_of(act.member, language)}
    return write(TO_THE_MEMBER[MemberActKind(act.act)], language, context)


def office_act_message(act: MemberAct, seats: Sequence[Seat] = ()) -> Notice:
    """To Secretariat and Committee: what was done about a membership, by whom, and which seats the city keeps."""
    context = {**_about(act), "name": _name_for_reader(act.member), "seats": seats}
    return Notice("office_member", context, reverse("desk:member", args=[act.member.pk]))


def convening_message(motion: RemovalMotion, member: Member) -> Message:
    """The convening notice of the Assembly, with the motion (Art. 9)."""
    context = {"motion": motion, "name": name_of(motion.member, member.language)}
    return write("convening", member.language, context)


def ceremony_list_message(found: CeremonyList, language: str) -> Message:
    """To the host city: which cities sign at the summit."""
    return write("ceremony_list", language, _on_the_list(found))


def ceremony_list_office_message(found: CeremonyList) -> Notice:
    """To the Secretariat and the Committee: which cities sign at the summit."""
    return Notice("ceremony_list", _on_the_list(found), reverse("desk:ceremonies"))


def ceremony_city_message(row: CeremonyRow, summit: Summit | None) -> Message:
    """To a city: at which summit its signature is celebrated."""
    application = row.application
    context = {"application": application, "summit": summit, "year": row.year}
    return write("ceremony_city", application.language, context)


def observer_ended_message(observer: Observer, language: str) -> Message:
    """That the invitation has ended, or was withdrawn by the President."""
    return write("observer_ended", language, {"observer": observer, "ended_on": observer.ended_on})


def observer_ended_office_message(observer: Observer) -> Notice:
    """That an invitation has ended, to Secretariat and Committee."""
    return Notice("office_observer_ended", {"observer": observer}, reverse("desk:observers"))


def name_of(member: Member, language: str) -> str:
    """Return the name of the member's city in a language, in English where none is known."""
    name = member.city.names.filter(language=language).first()
    return name.name if name else member.city.name_en


def _about(act: MemberAct) -> Mapping[str, Any]:
    notice = act.member.notice_given_on
    last_day: date | None = exit_day(notice) if notice else None
    return {"act": act, "member": act.member, "last_day": last_day}


def _on_the_list(found: CeremonyList) -> Mapping[str, Any]:
    return {"summit": found.summit, "year": found.year, "rows": found.rows}


def _name_for_reader(member: Member) -> Any:
    """Return the name of the member's city, in the language in which it will be written."""
    return lazy(lambda: name_of(member, get_language() or SOURCE), str)()
