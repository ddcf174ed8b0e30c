"""Observers: the President decides alone, the Committee is informed (Art. 6)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import ApplicationState, Route
from membership.models import Application, Event, Observer, OutboxMail, Seat
from membership.selectors.assembly import electorate
from membership.selectors.network import figures
from membership.selectors.status import standing_of
from membership.services import observing
from membership.services.submission import freeze
from tests.membership.factories import NOW, TODAY, ApplicationFactory
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_(committee) -> Application:
    application = ApplicationFactory(
        route=Route.OBSERVER,
        category="international_body",
        state=ApplicationState.IN_CHECK,
        reference="B40-O-2027-AAAA",
        name_en="A Network",
        name_local="A Network",
        country="",
    )
    freeze(application)
    return application


def test_the_president_invites_and_everybody_is_told(request_, president, secretary):
    observer = observing.invite(request_.pk, president, kind="standing", now=NOW)

    request_.refresh_from_db()
    told = set(request_.mails.filter(key__startswith="observer:").values_list("recipient", flat=True))
    assert request_.state == ApplicationState.APPROVED
    assert (observer.since, observer.kind, observer.ends_on) == ("2027-03-01", "standing", None)
    assert {request_.contact_email, secretary.email, "sofia@example.org", president.email} <= told
    assert [step.is_done for step in standing_of(request_).steps] == [True, True, True]


@pytest.mark.parametrize(
    ("ends_on", "code"), [(None, "end_missing"), (TODAY - timedelta(days=1), "end_missing"), (TODAY, "")]
)
def test_an_invitation_to_one_event_has_a_last_day(request_, president, ends_on, code):
    if code:
        assert refusal_of(observing.invite, request_.pk, president, kind="event", ends_on=ends_on, now=NOW) == code
        assert not Observer.objects.exists()
    else:
        assert observing.invite(request_.pk, president, kind="event", ends_on=ends_on, now=NOW).ends_on == TODAY


def test_a_refusal_needs_a_reason_and_makes_no_observer(request_, president):
    assert refusal_of(observing.decline, request_.pk, president, reason=" ", now=NOW) == "reason_missing"

    observing.decline(request_.pk, president, reason="Outside the aims.", now=NOW)

    request_.refresh_from_db()
    assert (request_.state, Observer.objects.count()) == (ApplicationState.DECLINED, 0)


@pytest.mark.parametrize("who", ["secretary", "member"])
def test_nobody_else_decides(request_, holders, secretary, who):
    user = {"secretary": secretary, "member": holders[3]}[who]
    with pytest.raises(PermissionDenied):
        observing.invite(request_.pk, user, kind="standing", ends_on=date(2028, 1, 1), now=NOW)


def test_an_invitation_ends_after_its_last_day_and_is_told_once(request_, president, secretary):
    observer = observing.invite(request_.pk, president, kind="event", ends_on=TODAY, now=NOW)
    OutboxMail.objects.all().delete()

    ended = [observing.end_observers(NOW + timedelta(days=days)) for days in (0, 1, 2)]

    observer.refresh_from_db()
    told = list(OutboxMail.objects.values_list("recipient", flat=True))
    assert (ended, observer.ended_on) == ([0, 1, 0], TODAY)
    assert {request_.contact_email, secretary.email, president.email} <= set(told)
    assert len(told) == len(set(told))


def test_a_standing_observer_stays(request_, president):
    observing.invite(request_.pk, president, kind="standing", now=NOW)

    assert observing.end_observers(NOW + timedelta(days=4000)) == 0


def test_the_president_withdraws_an_invitation_with_a_reason_and_it_is_counted_no_longer(president, secretary):
    observer = Observer.objects.create(name_en="A Network")
    counted = [figures("en").observers]

    assert refusal_of(observing.revoke, observer.pk, president, reason=" ", now=NOW) == "reason_missing"
    observing.revoke(observer.pk, president, reason="Outside the aims.", now=NOW)
    counted.append(figures("en").observers)

    event = Event.objects.get(verb="observer_revoked")
    assert (counted, event.application, event.details["reason"]) == ([1, 0], None, "Outside the aims.")
    assert refusal_of(observing.revoke, observer.pk, president, reason="Again.", now=NOW) == "already_ended"
    with pytest.raises(PermissionDenied):
        observing.revoke(observer.pk, secretary, reason="R", now=NOW)


def test_an_observer_is_in_no_electorate(request_, president):
    seats = Seat.objects.held_on(TODAY).count()

    observing.invite(request_.pk, president, kind="standing", now=NOW)

    assert (Seat.objects.held_on(TODAY).count(), len(electorate())) == (seats, 0)
