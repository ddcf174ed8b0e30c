"""The texts of all messages, to be read in every language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from membership.emails.kinds import TO_ACCOUNTS, TO_APPLICANTS, TO_COMMITTEE, TO_MEMBERS, TO_OFFICE
from membership.models import OutboxMail
from pages.languages.table import BY_CODE, CODES

pytestmark = pytest.mark.django_db
KINDS = [*TO_APPLICANTS, *TO_OFFICE, *TO_COMMITTEE, *TO_MEMBERS, *TO_ACCOUNTS]


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_shown_in_the_language_that_is_asked_for(enter, auditor, code):
    answer = enter(auditor).get(reverse("desk:mail_texts"), {"language": code})

    shown = {kind: mail for _heading, mails in answer.context["groups"] for kind, mail in mails.items()}
    assert list(shown) == KINDS
    assert {mail.language for mail in shown.values()} == {code}
    page = answer.content.decode()
    assert f'<p class="desk-words" lang="{BY_CODE[code].lang}">' in page
    assert f'value="{code}" selected' in page


@pytest.mark.parametrize("asked", [{}, {"language": "xx"}, {"language": ""}])
def test_another_language_is_shown_in_english(enter, auditor, asked):
    assert enter(auditor).get(reverse("desk:mail_texts"), asked).context["language"].code == "en"


def test_the_samples_are_stored_nowhere_and_asked_of_nobody(enter, auditor):
    client = enter(auditor)
    client.get(reverse("desk:mail_texts"))

    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("desk:mail_texts"))

    assert not [query for query in captured if "membership_application" in query["sql"]]
    assert OutboxMail.objects.count() == 0
