"""Saving a draft: what the queue shows of it, the language of its mails, and two writers."""

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
