"""Submitting: what must be there, what is frozen, the reference, and the receipt."""

import re
from datetime import UTC, datetime

import pytest
from django.core import mail

from membership.labels.states import ApplicationState, MemberState
from membership.models import Application, CityName, OutboxMail, Revision
from membership.rules.errors import RuleError
from membership.services.submission import digest, submit
from tests.membership.factories import NOW, ApplicationFactory, CityFactory, MemberFactory, make_letter

pytestmark = pytest.mark.django_db
SECTIONS = ["city", "role"]


@pytest.fixture
def draft() -> Application:
    """A draft with all that two sections ask for, and the letter."""
    draft = ApplicationFactory(state=ApplicationState.DRAFT, reference=None, submitted_at=None)
    draft.sections.create(section="role", answers={"national_role": "Седиште округа"}, is_complete=True)
    draft.sections.create(section="city", answers={"population": 110196, "area": None}, is_complete=True)
    make_letter(draft)
    return draft


def refused(draft: Application) -> RuleError:
    with pytest.raises(RuleError) as refusal:
        submit(draft.pk, sections=SECTIONS, now=NOW)
    return refusal.value


def test_a_complete_draft_is_submitted_with_a_reference(draft):
    submitted = submit(draft.pk, sections=SECTIONS, now=NOW)

    submitted.refresh_from_db()
    assert (submitted.state, submitted.submitted_at, submitted.version) == ("submitted", NOW, 1)
    assert re.fullmatch(r"B40-M-2027-[2-9A-HJKMNP-Z]{4}", submitted.reference)


def test_the_year_of_a_reference_is_that_of_the_network(draft):
    new_year_in_istanbul = datetime(2027, 12, 31, 21, 30, tzinfo=UTC)

    assert submit(draft.pk, sections=SECTIONS, now=new_year_in_istanbul).reference.startswith("B40-M-2028-")


def test_submitting_twice_gives_the_same_application_and_one_revision(draft):
    first = submit(draft.pk, sections=SECTIONS, now=NOW)
    second = submit(draft.pk, sections=SECTIONS, now=NOW)

    assert (second.pk, second.reference, second.version) == (first.pk, first.reference, 1)
    assert (Revision.objects.count(), OutboxMail.objects.count()) == (1, 1)


def test_submitting_an_application_that_is_being_checked_changes_nothing():
    application = ApplicationFactory(state=ApplicationState.IN_CHECK)

    assert submit(application.pk, sections=SECTIONS, now=NOW).state == "in_check"
    assert Revision.objects.count() == 0


def test_an_unfinished_section_is_refused(draft):
    draft.sections.filter(section="role").update(is_complete=False)

    assert refused(draft).code == "required_missing"
    assert Application.objects.get().state == "draft"


def test_a_section_that_was_never_saved_is_refused(draft):
    draft.sections.filter(section="role").delete()

    assert refused(draft).code == "required_missing"


def test_a_missing_letter_is_refused(draft):
    draft.uploads.update(replaced_at=NOW)

    assert refused(draft).code == "files_missing"


@pytest.mark.parametrize(
    ("state", "is_refused"),
    [
        (MemberState.ACTIVE, True),
        (MemberState.LEAVING, True),
        (MemberState.SUSPENDED, True),
        (MemberState.ENDED, False),
        (MemberState.REMOVED, False),
    ],
)
def test_a_city_that_is_still_a_member_cannot_apply(draft, state, is_refused):
    MemberFactory(city=CityFactory(country="RS", name_en="Kraljevo"), state=state)

    if is_refused:
        assert refused(draft).code == "already_member"
    else:
        assert submit(draft.pk, sections=SECTIONS, now=NOW).state == "submitted"


def test_a_member_is_known_by_its_name_in_another_language(draft):
    city = CityFactory(country="RS", name_en="Rex City", name_local="Рекс")
    CityName.objects.create(city=city, language="sr", name="КРАЉЕВО")
    MemberFactory(city=city)

    assert refused(draft).code == "already_member"


def test_a_city_of_the_same_name_in_another_country_does_not_stand_in_the_way(draft):
    MemberFactory(city=CityFactory(country="BG", name_en="Kraljevo"))

    assert submit(draft.pk, sections=SECTIONS, now=NOW).state == "submitted"


def test_the_revision_holds_all_answers_and_the_files_that_stand(draft):
    draft.uploads.update(replaced_at=NOW)
    letter = make_letter(draft)

    submit(draft.pk, sections=SECTIONS, now=NOW)

    revision = Revision.objects.get()
    assert (revision.number, revision.language) == (1, "tr")
    assert revision.content == {
        "answers": {"city": {"population": 110196, "area": None}, "role": {"national_role": "Седиште округа"}},
        "files": [
            {"id": letter.pk, "kind": "mayor_letter", "name": "letter.pdf", "size": 100, "sha256": "1" * 64},
        ],
    }


def test_the_stored_revision_gives_the_stored_digest_again(draft):
    submit(draft.pk, sections=SECTIONS, now=NOW)

    revision = Revision.objects.get()
    assert digest(revision.content) == revision.sha256


def test_a_digest_is_that_of_the_canonical_text():
    one, other = {"b": [1, None], "a": "ć"}, {"a": "ć", "b": [1, None]}

    assert digest(one) == "5465fc71ba660c1dc53de28e05db230dd62219e6c5661106f480dd96c02765c2"
    assert digest(other) == digest(one)


def test_a_changed_letter_changes_the_digest():
    assert digest({"a": "Niš"}) != digest({"a": "Nis"})


def test_the_receipt_goes_out_once_in_the_language_of_the_form(draft, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        submitted = submit(draft.pk, sections=SECTIONS, now=NOW)
        submit(draft.pk, sections=SECTIONS, now=NOW)

    (message,) = mail.outbox
    assert message.to == ["contact@nis.example"]
    assert submitted.reference in message.body
    assert Revision.objects.get().sha256 in message.body
    assert OutboxMail.objects.get().language == "tr"


def test_the_submission_is_recorded_with_its_digest(draft):
    submit(draft.pk, sections=SECTIONS, now=NOW)

    event = draft.events.get()
    assert (event.verb, event.actor) == ("submitted", "applicant")
    assert event.details == {"revision": 1, "sha256": Revision.objects.get().sha256}
