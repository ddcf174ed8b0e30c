"""Edge cases 52 and 53: a person is forgotten, an account goes; city, decision, seat and votes stay. Named by number."""

import pytest

from membership.labels.states import ApplicationState
from membership.models import Ballot, Confirmation, ConflictStatement, Event, Seat
from membership.selectors.audit import check_chain
from membership.selectors.decisions import seat_records
from membership.selectors.dossier import names_of
from membership.services import contacts
from membership.services.sealing import seal_events
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import NOW, make_ready_application
from tests.membership.services.voting import refusal_of

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]


def test_case_52_a_person_is_erased_after_a_new_contact_and_the_chain_holds(secretary):
    application = make_ready_application(contact_email="nada@kraljevo.example")
    words = {"reason": "Request of 2 March.", "now": NOW}

    assert refusal_of(contacts.erase_persons, application.pk, secretary, **words) == "contact_needed"
    contacts.transfer(application.pk, secretary, email="new@kraljevo.example", reason="Letter.", now=NOW)
    type(application).objects.update(state=ApplicationState.DECLINED)
    seal_events()
    contacts.erase_persons(application.pk, secretary, **words)
    seal_events()

    application.refresh_from_db()
    assert (application.contact_email, application.name_en) == ("", "Kraljevo")
    assert not application.mails.exclude(recipient="", attachment=None).exclude(recipient=secretary.email).exists()
    assert check_chain(NOW).faults == ()


@pytest.mark.parametrize("how", ["disabled", "deleted"])
def test_case_53_seat_and_votes_keep_their_label_when_an_account_goes(how):
    application = make_decided_dossier()
    seat = Seat.objects.get(city__slug="zagreb")
    president, decision = seat.holder, application.rounds.get().decision
    key = f"user:{president.pk}"
    seal_events()
    before = {model: list(model.objects.order_by("pk").values()) for model in (Ballot, ConflictStatement, Event)}

    if how == "deleted":
        president.delete()
    else:
        president.is_active = False
        president.save()

    seat.refresh_from_db()
    confirmation = Confirmation.objects.get()
    assert (seat.city.slug, seat.holder is None) == ("zagreb", how == "deleted")
    assert {model: list(model.objects.order_by("pk").values()) for model in before} == before
    assert (confirmation.declared_by, confirmation.declarer is None) == (key, how == "deleted")
    assert names_of([key]) == {key: "zagreb" if how == "disabled" else "an account that was removed"}
    row = next(row for row in seat_records(decision) if row.seat.seat_id == seat.pk)
    assert (row.seat.city_name, row.ballots[-1].choice, row.ballots[-1].cast_by) == ("Zagreb", "yes", key)
    assert check_chain(NOW).faults == ()
