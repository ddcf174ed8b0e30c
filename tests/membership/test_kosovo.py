"""Kosovo* bears its star in every mail and paper, in every language, and these carry the footnote."""

import pytest
from django.urls import reverse
from django.utils import translation

from membership.emails import kinds
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo, unstarred
from pages.languages.table import CODES
from tests.pages.typesetting.samples import words_of

pytestmark = pytest.mark.django_db
MAILS = {**kinds.TO_APPLICANTS, **kinds.TO_OFFICE, **kinds.TO_COMMITTEE, **kinds.TO_MEMBERS, **kinds.TO_ACCOUNTS}


@pytest.mark.parametrize("code", CODES)
def test_no_mail_names_it_without_its_star(code):
    mails = kinds.written(MAILS, code)

    assert len(mails) > 60
    assert {kind: unstarred(f"{mail.subject} {mail.body}") for kind, mail in mails.items()} == {
        kind: [] for kind in mails
    }


@pytest.mark.parametrize("code", CODES)
def test_the_blank_form_names_it_with_its_star_and_the_footnote(client, code):
    with translation.override(code):
        address, footnote = reverse("apply:blank"), str(KOSOVO_FOOTNOTE)

    text = " ".join(words_of(client.get(address).content).split())

    assert len(text) > 200
    assert unstarred(text) == []
    assert names_kosovo(text)
    assert "".join(footnote.split()) in "".join(text.split())
