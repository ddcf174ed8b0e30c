"""The whole way of a city through the office, as browsers send it: from the check to the ceremony."""

import pytest
from django.core import mail
from django.urls import reverse

from membership.labels.checklist import CHECKLIST
from membership.labels.states import ApplicationState
from membership.models import Member
from tests.membership.factories import ApplicationFactory, Revision, make_rules

pytestmark = pytest.mark.django_db
CITY = {"latitude": "43.72583", "longitude": "20.68944", "population": 110196, "population_year": 2022}


@pytest.fixture
def application(db):
    application = ApplicationFactory(reference="B40-M-2027-7KQ2")
    content = {"answers": {"city": CITY, "mandate": {"mandate_ends": "2099-12-31"}}, "files": []}
    Revision.objects.create(application=application, number=1, language="tr", content=content, sha256="c" * 64)
    return application


def send(client, name, pk, **words):
    """Post an act of the office; whatever is not stored shows as no redirect."""
    answer = client.post(reverse(f"desk:{name}", args=[pk]), words)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def test_a_city_becomes_a_member(
    enter, secretary, committee, president, application, django_capture_on_commit_callbacks
):
    office = enter(secretary)
    send(office, "take", application.pk, version=_version(application))
    send(office, "check", application.pk, version=_version(application), checked=list(CHECKLIST)[:3])
    words = {"checked": list(CHECKLIST), "recommendation": "The Secretariat recommends approval."}
    send(office, "forward", application.pk, version=_version(application), **words)

    convening = {"rule_id": make_rules().pk, "ordered_by_president": "on", "members_requesting": 0}
    send(office, "open_round", application.pk, version=_version(application), **convening)
    round_ = application.rounds.get()
    for seat in committee:
        holder = enter(seat.holder)
        send(holder, "statement", round_.pk, has_conflict="no")
        assert holder.get(reverse("desk:dossier", args=[application.pk])).status_code == 200
        send(holder, "cast", round_.pk, choice="yes")

    send(enter(secretary), "close", round_.pk)
    assert _state(application) == ApplicationState.IN_ROUND
    send(enter(president), "confirm", round_.pk)
    assert _state(application) == ApplicationState.APPROVED
    office = enter(secretary)
    with django_capture_on_commit_callbacks(execute=True):
        send(office, "release", round_.pk)
    assert [message.to for message in mail.outbox].count(["contact@nis.example"]) == 1
    assert not Member.objects.listed().filter(city__name_en="Kraljevo").exists()

    signature = {"signed_on": "2027-02-20", "place": "Istanbul", "signatory": "Mayor"}
    send(office, "sign", application.pk, version=_version(application), **signature)
    assert Member.objects.listed().get(city__name_en="Kraljevo").city.population == 110196
    send(office, "ceremony", application.pk, version=_version(application), held_on="2027-02-21", summit="Summit")

    page = office.get(reverse("desk:dossier", args=[application.pk])).content.decode()
    assert _state(application) == ApplicationState.CEREMONY_DONE
    assert "Decision 2027/1 was released to the applicant." in page


def _version(application) -> int:
    application.refresh_from_db()
    return application.version


def _state(application) -> str:
    application.refresh_from_db()
    return application.state
