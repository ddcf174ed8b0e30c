"""Who in the office, in the Committee and among the members is told of what (docs/outbox.md)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from membership import emails
from membership.labels.states import Outcome
from membership.models import (
    Application,
    Ballot,
    Confirmation,
    Decision,
    InformationRequest,
    Member,
    OutboxMail,
    Proxy,
    Round,
)
from membership.rules.house_rules import DIGEST_FIRST_DAYS
from membership.selectors.calendar import day_in_the_network
from membership.selectors.office import committee, electorate, office, president
from membership.services.outbox import post, post_to_office, post_to_people, write_once

DIGEST = "digest:"
MOMENT = "%Y%m%d%H%M%S%f"


def tell_requested(request: InformationRequest, asker: User) -> None:
    """To the Secretariat, but for the one who asked."""
    others = [user for user in office() if user.pk != asker.pk]
    notice = emails.requested_office_message(request)
    post_to_people(f"information_requested:{request.pk}", others, notice, request.application)


def tell_ready(application: Application) -> None:
    """To the President, who convenes the Committee (Statutes, Art. 13)."""
    key = f"ready:{application.pk}:{application.version}"
    post_to_people(key, president(), emails.ready_message(application), application)


def tell_round_opened(round_: Round) -> None:
    """To the seats of the electorate, the President among them, and to the Secretariat."""
    people = [*electorate(round_), *office()]
    post_to_people(f"round_opened:{round_.pk}", people, emails.round_opened_message(round_), round_.application)


def tell_conflict(round_: Round, statement_id: int) -> None:
    """To the President and the Secretariat."""
    people = [*president(), *office()]
    post_to_people(f"conflict:{statement_id}", people, emails.conflict_message(round_), round_.application)


def tell_ballot(round_: Round, ballot: Ballot) -> None:
    """To the holder of the seat: which vote stands, without the choice."""
    holder = ballot.round_seat.seat.holder
    if holder is not None and holder.is_active:
        post_to_people(f"ballot:{ballot.pk}", [holder], emails.ballot_message(round_, ballot), round_.application)


def tell_result(decision: Decision) -> None:
    """To the President, who declares it, to the electorate and to the Secretariat; to each of them once."""
    key, application = f"result:{decision.pk}", decision.round.application
    post_to_people(key, president(), emails.confirm_message(decision), application)
    post_to_people(key, [*electorate(decision.round), *office()], emails.result_message(decision), application)


def tell_proxy(proxy: Proxy, verb: str) -> None:
    """To the holders of both seats, the President and the Secretariat: a proxy was filed or revoked, as the verb says."""
    seats = [seat.holder for seat in (proxy.principal, proxy.holder)]
    people = {user.pk: user for user in (*seats, *president(), *office()) if user is not None and user.is_active}
    application = proxy.round.application if proxy.round else None
    post_to_people(f"{verb}:{proxy.pk}", people.values(), emails.proxy_message(proxy), application)


def tell_released(decision: Decision, confirmation: Confirmation) -> None:
    """To the Committee and the Secretariat, and of an approval to all members (Statutes, Art. 12)."""
    application = decision.round.application
    notice = emails.released_office_message(decision)
    post_to_people(f"released:{decision.pk}", [*committee(), *office()], notice, application)
    if confirmation.outcome == Outcome.APPROVED:
        tell_members(decision)


def tell_members(decision: Decision) -> None:
    """To each member of today with an address: a city was approved. The timer sends these, so that nobody waits for all."""
    for member in Member.objects.holding().order_by("pk"):
        message = emails.approved_message(decision, member.language)
        write_once(f"approved:{decision.pk}:{member.pk}", member.contact_email, message, decision.round.application)


def tell_signature_due(key: str, application: Application) -> None:
    """To the Secretariat, with the reminder to the applicant whose key this is."""
    post_to_office(f"{key}:office", emails.signature_office_message(application), application)


def tell_ceremony(application: Application) -> None:
    """To the applicant, the Committee and the Secretariat."""
    key = f"ceremony:{application.pk}"
    post(key, application.contact_email, emails.ceremony_message(application), application)
    notice = emails.ceremony_office_message(application)
    post_to_people(f"{key}:office", [*committee(), *office()], notice, application)


@transaction.atomic
def send_digest(now: datetime) -> int:
    """Tell the President what has arrived since the last digest; return how many applications. Nothing new, no mail.

    There is one digest a day at most, by the calendar of the network.
    """
    last = _last_digest(now)
    if day_in_the_network(last) == day_in_the_network(now):
        return 0
    received = Application.objects.received().filter(submitted_at__gt=last, submitted_at__lte=now)
    arrived, people = list(received.order_by("submitted_at", "pk")), president()
    if not arrived or not people:
        return 0
    post_to_people(f"{DIGEST}{now.astimezone(UTC):{MOMENT}}", people, emails.digest_message(arrived))
    return len(arrived)


def _last_digest(now: datetime) -> datetime:
    """Return the moment up to which the last digest told, which its key bears."""
    keys = OutboxMail.objects.filter(key__startswith=DIGEST).order_by("-pk").values_list("key", flat=True)
    last = keys.first()
    if last is None:
        return now - timedelta(days=DIGEST_FIRST_DAYS)
    return datetime.strptime(last.split(":")[1], MOMENT).replace(tzinfo=UTC)
