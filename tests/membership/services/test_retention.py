"""Terms: what led nowhere is kept two years, what made a member for the membership and ten more; city and decision stay."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from membership.labels.states import ApplicationState, MemberState, ScanState
from membership.models import Application, City, Decision, DossierMessage, Member, OutboxMail, Upload
from membership.services.retention import forget_former_contacts, keep_to_terms
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import NOW, ApplicationFactory, CityFactory, MemberFactory, make_letter

# one worker for all that deletes files: another one's uploads are not in its database
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]
ZONE = NOW.tzinfo
LAST_DAY, DAY_AFTER = datetime(2029, 3, 1, 23, 59, tzinfo=ZONE), datetime(2029, 3, 2, 0, 1, tzinfo=ZONE)


def run(moment: datetime) -> int:
    with time_machine.travel(moment, tick=False):
        return keep_to_terms(moment)


def make_ended(state: str = "withdrawn", **values) -> Application:
    application = ApplicationFactory(state=state, **values)
    Application.objects.filter(pk=application.pk).update(state_since=NOW)
    return application


@pytest.fixture
def declined(db) -> Application:
    application = make_decided_dossier()
    Application.objects.filter(pk=application.pk).update(state_since=NOW)
    assert application.state == ApplicationState.DECLINED
    return application


@pytest.mark.parametrize("state", ["withdrawn", "declined", "lapsed", "returned", "lapsed_approval"])
def test_what_led_nowhere_is_kept_to_the_last_day_of_two_years_and_no_longer(state):
    application = make_ended(state)

    assert [run(LAST_DAY), run(DAY_AFTER), run(DAY_AFTER)] == [0, 1, 0]
    application.refresh_from_db()
    assert (application.contact_email, application.name_en, application.state) == ("", "Kraljevo", state)
    assert application.events.get(verb="term_over").actor == "clock"


@pytest.mark.parametrize("state", ["draft", "submitted", "in_check", "info_requested", "ready", "in_round", "approved"])
def test_what_goes_on_is_not_touched(state):
    application = make_ended(state)

    assert run(datetime(2060, 1, 1, tzinfo=ZONE)) == 0
    application.refresh_from_db()
    assert application.contact_email == "contact@nis.example"


def test_persons_and_words_go_city_hash_and_decision_stay(declined, django_capture_on_commit_callbacks):
    before = [revision.sha256 for revision in declined.revisions.all()]
    counts = {model: model.objects.count() for model in (Decision, City, OutboxMail, DossierMessage, Upload)}

    with django_capture_on_commit_callbacks(execute=True):
        assert run(DAY_AFTER) == 1

    declined.refresh_from_db()
    emails = (declined.contact_email, declined.alternate_email, declined.mayor_email)
    assert (declined.name_en, declined.country, declined.reference is None, emails) == (
        "Kraljevo",
        "RS",
        False,
        ("",) * 3,
    )
    assert [revision.sha256 for revision in declined.revisions.all()] == before
    assert [set(revision.content["answers"]) - {"city"} for revision in declined.revisions.all()] == [set(), set()]
    assert "Nada" not in "".join(str(row.answers) for row in declined.sections.all())
    assert {model: model.objects.count() for model in counts} == counts
    assert set(declined.messages.values_list("body", flat=True)) == {""}
    bodies = dict(declined.mails.values_list("key", "body"))
    assert [key for key, body in bodies.items() if body] == [key for key in bodies if key.startswith("decision:")] != []
    assert list(declined.mails.exclude(recipient="", attachment=None)) == []
    assert Decision.objects.get().result == "not_carried"


def test_files_are_deleted_and_their_hashes_kept(declined, django_capture_on_commit_callbacks):
    files = [(Path(upload.file.path), upload.sha256) for upload in declined.uploads.all()]
    assert [path.exists() for path, _hash in files] == [True, True]

    with django_capture_on_commit_callbacks(execute=True):
        run(DAY_AFTER)

    assert [path.exists() for path, _hash in files] == [False, False]
    assert list(declined.uploads.values_list("file", "display_name", "sha256")) == [
        ("", "mayor_letter.pdf", files[0][1]),
        ("", "other.pdf", files[1][1]),
    ]
    names = [file["name"] for revision in declined.revisions.all() for file in revision.content["files"]]
    assert names == ["mayor_letter.pdf"]


def test_files_are_deleted_only_when_the_transaction_is_done(declined, django_capture_on_commit_callbacks):
    path = Path(declined.uploads.first().file.path)

    with django_capture_on_commit_callbacks():
        run(DAY_AFTER)

    assert path.exists()


def test_an_application_that_came_back_and_ended_again_has_a_term_of_its_own():
    application = make_ended()
    again = DAY_AFTER + timedelta(minutes=1)
    assert run(DAY_AFTER) == 1
    Application.objects.filter(pk=application.pk).update(contact_email="new@nis.example", state_since=again)

    assert run(datetime(2031, 3, 2, 12, tzinfo=ZONE)) == 0
    assert run(datetime(2031, 3, 3, 12, tzinfo=ZONE)) == 1
    application.refresh_from_db()
    assert application.contact_email == ""


@pytest.mark.parametrize(
    ("state", "ended_on", "moment", "count"),
    [
        (MemberState.ACTIVE, None, datetime(2060, 1, 1, tzinfo=ZONE), 0),
        (MemberState.SUSPENDED, None, datetime(2060, 1, 1, tzinfo=ZONE), 0),
        (MemberState.LEAVING, date(2030, 12, 31), datetime(2060, 1, 1, tzinfo=ZONE), 0),
        (MemberState.ENDED, date(2030, 12, 31), datetime(2040, 12, 31, 12, tzinfo=ZONE), 0),
        (MemberState.ENDED, date(2030, 12, 31), datetime(2041, 1, 1, 12, tzinfo=ZONE), 1),
        (MemberState.REMOVED, date(2030, 12, 31), datetime(2041, 1, 1, 12, tzinfo=ZONE), 1),
    ],
    ids=["member", "suspended", "leaving", "ten years", "ten years and a day", "removed"],
)
@pytest.mark.parametrize("application_state", ["declaration_signed", "ceremony_done"])
def test_what_a_member_applied_with_is_kept_for_ten_years_after_it(application_state, state, ended_on, moment, count):
    city = CityFactory()
    make_ended(application_state, city=city)
    Member.objects.create(city=city, state=state, ended_on=ended_on)

    assert run(moment) == count


def test_a_city_that_is_a_member_again_keeps_what_it_applied_with():
    city = CityFactory()
    make_ended("ceremony_done", city=city)
    Member.objects.create(city=city, state=MemberState.ENDED, ended_on=date(2028, 12, 31))
    Member.objects.create(city=city, state=MemberState.ACTIVE)

    assert run(datetime(2060, 1, 1, tzinfo=ZONE)) == 0


def test_a_file_in_which_a_virus_was_found_has_no_file_to_delete():
    application = make_ended()
    letter = make_letter(application)
    Upload.objects.filter(pk=letter.pk).update(file="", scan=ScanState.INFECTED)

    assert run(DAY_AFTER) == 1
    assert application.events.get(verb="term_over").details == {"files": 0}


@pytest.mark.parametrize(
    ("state", "ended_on", "forgotten"),
    [("ended", date(2017, 3, 1), 0), ("ended", date(2017, 2, 28), 1), ("active", None, 0)],
)
def test_the_address_of_a_former_member_is_kept_ten_years(state, ended_on, forgotten):
    member = MemberFactory(state=state, ended_on=ended_on, contact_email="office@nis.example")
    mail = OutboxMail.objects.create(key="k", recipient="Office@nis.example", language="en", subject="S", body="T")

    assert [forget_former_contacts(NOW), forget_former_contacts(NOW)] == [forgotten, 0]
    member.refresh_from_db()
    mail.refresh_from_db()
    assert (member.contact_email, mail.recipient) == (
        ("", "") if forgotten else ("office@nis.example", "Office@nis.example")
    )
    assert member.events.filter(verb="member_contact_changed", actor="clock").count() == forgotten
