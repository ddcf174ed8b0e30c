"""Saving a draft: what the queue shows of it, the language of its mails, and two writers."""

from datetime import timedelta

import pytest

from membership.labels.states import ApplicationState
from membership.models import Application
from membership.rules.errors import RuleError
from membership.services.drafts import SavedMeanwhile, save_section
from tests.membership.factories import NOW, ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Application:
    return ApplicationFactory(
        state=ApplicationState.DRAFT, reference=None, language="tr", country="", name_en="", name_local=""
    )


def save(draft: Application, section: str, answers: dict[str, str], version: int = 0) -> None:
    save_section(draft.pk, section, answers, version=version, is_complete=True, now=NOW)
    draft.refresh_from_db()


def test_a_saved_section_shows_the_city_in_the_queue(draft):
    save(draft, "city", {"country": "RS", "name_en": "Kraljevo", "name_local": "Краљево"})

    assert (draft.country, draft.name_en, draft.name_local, draft.version) == ("RS", "Kraljevo", "Краљево", 1)


def test_the_preferred_language_becomes_that_of_the_mails(draft):
    save(draft, "contacts", {"mail_language": "sr"})

    assert draft.language == "sr"


def test_an_emptied_language_leaves_the_last_one(draft):
    save(draft, "contacts", {"mail_language": "sr"})

    save(draft, "contacts", {"mail_language": ""}, version=1)

    assert draft.language == "sr"


def test_another_section_of_the_same_words_changes_neither(draft):
    save(draft, "role", {"mail_language": "sr", "country": "RS"})

    assert (draft.language, draft.country) == ("tr", "")


def test_a_writer_who_saw_an_older_version_is_shown_what_stands(draft):
    save(draft, "role", {"national_role": "first"})

    with pytest.raises(SavedMeanwhile) as refusal:
        save(draft, "role", {"national_role": "second"})

    assert refusal.value.stored.answers == {"national_role": "first"}
    assert draft.sections.get().answers == {"national_role": "first"}


def test_a_submitted_application_takes_no_answers():
    application = ApplicationFactory()

    with pytest.raises(RuleError) as refusal:
        save(application, "role", {"national_role": "late"})

    assert refusal.value.code == "already_submitted"


def test_each_save_counts_the_version_up(draft):
    save(draft, "role", {"national_role": "first"})
    save(draft, "role", {"national_role": "second"}, version=1)

    row = draft.sections.get()
    assert (row.answers, row.version, draft.version) == ({"national_role": "second"}, 2, 2)


def test_the_same_answers_sent_twice_are_saved_once(draft):
    save(draft, "role", {"national_role": "first"})
    save(draft, "role", {"national_role": "first"})

    row = draft.sections.get()
    assert (row.answers, row.version, draft.version) == ({"national_role": "first"}, 1, 1)


def test_two_sections_are_saved_side_by_side(draft):
    save(draft, "role", {"national_role": "first"})
    save(draft, "contribution", {"pledge": "water"})

    assert dict(draft.sections.values_list("section", "version")) == {"role": 1, "contribution": 1}


def test_a_section_that_lost_an_answer_is_incomplete_again(draft):
    save(draft, "role", {"national_role": "first"})
    save_section(draft.pk, "role", {}, version=1, is_complete=False, now=NOW)

    assert draft.sections.get().is_complete is False


def test_a_save_tells_when_the_draft_was_edited(draft):
    later = NOW + timedelta(days=3)

    save_section(draft.pk, "role", {"national_role": "late"}, version=0, is_complete=True, now=later)

    draft.refresh_from_db()
    assert draft.edited_at == later
