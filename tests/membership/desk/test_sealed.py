"""While a round is open, no page of the office tells a seat what another seat voted."""

import json

import pytest
from django.urls import reverse

from membership.desk.urls import urlpatterns
from membership.labels.states import Choice, RoundState
from membership.models import Event, Round
from tests.membership.desk.voting import vote
from tests.membership.factories import make_letter

pytestmark = pytest.mark.django_db
SECRET = "The letter bears a foreign seal."


@pytest.fixture
def voted(opened, holders):
    """An open round in which one seat voted against; another stated that it has no conflict, and did not vote."""
    vote(opened, holders[1], Choice.AGAINST, SECRET)
    make_letter(opened.application)
    return opened


def addresses(round_) -> list[str]:
    """Every address of the office with the numbers of the round, its application and its file."""
    numbers = {round_.pk, round_.application_id, round_.application.uploads.get().pk}
    found = set()
    for pattern in urlpatterns:
        names = list(pattern.pattern.converters)
        found |= {reverse(f"desk:{pattern.name}", kwargs=dict.fromkeys(names, number)) for number in numbers}
    return sorted(found)


def tells_the_vote(answer) -> bool:
    if answer.streaming:
        return SECRET in b"".join(answer.streaming_content).decode(errors="replace")
    page = answer.content.decode(errors="replace")
    return SECRET in page or "<strong>Against</strong>" in page


@pytest.mark.parametrize("who", ["member", "president", "secretary", "auditor"])
def test_no_page_tells_a_vote_before_the_own_one(enter, voted, request, who):
    client = enter(request.getfixturevalue(who))
    if who in ("member", "president"):
        client.post(reverse("desk:statement", args=[voted.pk]), {"has_conflict": "no"})

    telling = [url for url in addresses(voted) if tells_the_vote(client.get(url))]

    assert telling == []


def test_the_own_vote_opens_it(enter, voted, holders):
    vote(voted, holders[3])

    assert tells_the_vote(enter(holders[3]).get(reverse("desk:round", args=[voted.pk])))


@pytest.mark.parametrize("state", [RoundState.PAUSED, RoundState.SUSPENDED])
def test_a_round_that_waits_stays_sealed(enter, voted, member, auditor, state):
    Round.objects.filter(pk=voted.pk).update(state=state)

    pages = [enter(reader).get(reverse("desk:round", args=[voted.pk])) for reader in (member, auditor)]

    assert [page.status_code for page in pages] == [200, 200]
    assert [tells_the_vote(page) for page in pages] == [False, False]


def test_the_record_tells_that_a_seat_voted_and_not_what(voted):
    details = [event.details for event in Event.objects.filter(verb="ballot_cast")]

    assert len(details) == 1
    assert "against" not in json.dumps(details)
    assert SECRET not in json.dumps(details)
