"""Edge cases 43 to 46, 50 to 52 and 55: what follows a decision, and time; one test each, named by its number."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from membership.labels.states import ApplicationState
from membership.models import Application, SectionAnswers
from membership.rules.dates import ceremony_year
from membership.rules.lifecycle import MEMBERSHIP, MemberAction, MemberFacts, MemberState, exit_day
from membership.rules.roles import Role as RuleRole
from membership.selectors.calendar import day_in_the_network
from membership.selectors.status import standing_of
from membership.services import afterwards, contacts
from membership.services.decisions import confirm, release
from membership.services.rounds import open_round
from membership.services.submission import freeze
from tests.membership.factories import NOW, ApplicationFactory, make_ready_application
from tests.membership.services.voting import close, refusal_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(committee, holders, secretary, rule) -> Application:
    """An application approved and confirmed, not yet released."""
    application = make_ready_application()
    round_ = open_round(application.pk, secretary, rule_id=rule.pk, ordered_by_president=True, now=NOW)
    close(round_, secretary, holders, "yyyyyyy")
    confirm(round_.pk, holders[0], now=NOW)
    application.refresh_from_db()
    return application


def released(application: Application, secretary, moment: datetime = NOW) -> Application:
    with time_machine.travel(moment, tick=False):
        release(application.rounds.get().pk, secretary, now=moment)
    application.refresh_from_db()
    return application


def test_case_44_until_the_release_the_application_stands_with_the_committee(approved, secretary):
    before = standing_of(approved)
    after = standing_of(released(approved, secretary))

    assert (before.state, before.is_invited_to_ceremony) == (ApplicationState.IN_ROUND, False)
    assert (after.state, after.is_invited_to_ceremony) == (ApplicationState.APPROVED, True)
    assert refusal_of(afterwards.answer_ceremony, ApplicationFactory(state="approved").pk, "accepted") == (
        "action_not_possible"
    )


@pytest.mark.parametrize("approved_on", [date(2027, 1, 4), date(2027, 12, 31)])
def test_case_45_an_approval_is_celebrated_at_the_summit_of_the_next_year(approved_on):
    assert ceremony_year(approved_on) == 2028


def test_case_45_the_city_may_postpone_the_ceremony(approved, secretary):
    released(approved, secretary)

    afterwards.answer_ceremony(approved.pk, "accepted")
    afterwards.answer_ceremony(approved.pk, "postponed")
    afterwards.answer_ceremony(approved.pk, "postponed")

    approved.refresh_from_db()
    assert approved.ceremony_answer == "postponed"
    assert approved.events.filter(verb="ceremony_answered").count() == 2


def test_case_46_an_approved_city_that_never_signs_is_reminded_and_lapses_after_a_year(approved, secretary):
    released(approved, secretary)
    written = [afterwards.remind_of_signature(NOW + timedelta(days=days)) for days in (29, 30, 31, 90, 180, 365)]

    assert written == [0, 1, 0, 1, 1, 0]
    assert afterwards.remind_of_signature(datetime(2028, 3, 2, 10, tzinfo=NOW.tzinfo)) == 1
    approved.refresh_from_db()
    assert approved.state == ApplicationState.LAPSED_APPROVAL
    assert approved.mails.filter(recipient=approved.contact_email, key__startswith="approval_lapsed:").exists()


def test_case_46_the_committee_may_extend_an_approval_and_the_time_begins_anew(approved, secretary):
    released(approved, secretary)
    lapse = datetime(2028, 3, 2, 10, tzinfo=NOW.tzinfo)
    afterwards.remind_of_signature(lapse)

    code = refusal_of(afterwards.extend_approval, approved.pk, secretary, decision=" ", now=lapse)
    afterwards.extend_approval(approved.pk, secretary, decision="Minutes of 1 March 2028.", now=lapse)
    again = afterwards.remind_of_signature(lapse + timedelta(days=1))

    approved.refresh_from_db()
    assert (code, again, approved.state) == ("extension_not_decided", 0, ApplicationState.APPROVED)


@pytest.mark.parametrize(
    ("moment", "last_day"),
    [
        (datetime(2027, 12, 31, 20, 59, tzinfo=UTC), date(2027, 12, 31)),
        (datetime(2027, 12, 31, 21, 0, tzinfo=UTC), date(2028, 12, 31)),
    ],
    ids=["one minute before midnight in Istanbul", "midnight in Istanbul"],
)
def test_case_50_istanbul_decides_in_which_year_a_notice_of_leaving_was_given(moment, last_day):
    assert exit_day(day_in_the_network(moment)) == last_day


def test_case_51_a_notice_is_withdrawn_until_the_last_day_and_not_after_it():
    facts = MemberFacts(notice_given=date(2027, 5, 1))
    words = MemberState.LEAVING, MemberAction.REVOKE, RuleRole.MEMBER

    assert MEMBERSHIP.advance(*words, date(2027, 12, 31), facts) == MemberState.ACTIVE
    assert refusal_of(MEMBERSHIP.advance, *words, date(2028, 1, 1), facts) == "revoking_too_late"


def test_case_52_a_person_is_erased_and_city_hash_and_decision_remain(approved, secretary):
    released(approved, secretary)
    answers = {"contact_name": "N. N.", "contact_phone": "+381", "mayor_email": "mayor@kraljevo.example"}
    SectionAnswers.objects.create(application=approved, section="contacts", answers=answers)
    revision = freeze(approved)

    contacts.erase_persons(approved.pk, secretary, reason="Request of 2 March.", now=NOW)

    approved.refresh_from_db()
    after = approved.revisions.get(pk=revision.pk)
    assert (approved.name_en, approved.contact_email, approved.alternate_email) == ("Kraljevo", "", "")
    assert after.content["answers"]["contacts"] == {"mayor_email": "mayor@kraljevo.example"}
    assert (after.sha256, after.redacted_at) == (revision.sha256, NOW)
    assert set(approved.mails.values_list("recipient", flat=True)) <= {"", secretary.email}
    assert approved.rounds.get().decision.result == "carried"


def test_case_52_an_open_application_needs_another_contact_first(secretary):
    application = make_ready_application()

    code = refusal_of(contacts.erase_persons, application.pk, secretary, reason="x", now=NOW)
    contacts.transfer(application.pk, secretary, email="new@kraljevo.example", reason="Letter of 1 March.", now=NOW)

    application.refresh_from_db()
    assert (code, application.contact_email) == ("contact_needed", "new@kraljevo.example")


def test_case_55_moments_are_stored_in_utc_and_shown_in_istanbul(filled):
    filled.post("/en/apply/form/submit/")
    Application.objects.update(submitted_at=datetime(2027, 3, 1, 22, 30, tzinfo=UTC))

    application = Application.objects.get()
    assert application.submitted_at.utcoffset() == timedelta(0)
    assert standing_of(application).steps[0].day == date(2027, 3, 2)
    assert "2 March 2027, 01:30" in filled.get("/en/apply/status/").content.decode()
