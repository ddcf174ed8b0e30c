"""Observers: the President decides alone, the Committee is informed (Art. 6)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from membership.labels.states import ApplicationState, Route
from membership.models import Application, Observer
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
