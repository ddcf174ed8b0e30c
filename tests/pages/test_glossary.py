"""The glossary: loaded whole, once, and kept by those who write pages."""

import pytest
from django.contrib.auth.models import Group

from b40.seed.accounts import ensure_groups
from b40.seed.facts import FACTS, rows_of
from b40.seed.glossary import load_glossary
from pages.glossary import Term
from pages.languages.table import CODES
from pages.translating.terms import agreed_terms
from tests.membership.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_every_row_is_loaded_once_and_says_what_the_file_says():
    load_glossary()
    load_glossary()

    assert Term.objects.count() == len(list(rows_of(FACTS / "glossary.csv")))
    assert set(Term.objects.values_list("language", flat=True)) == set(CODES) - {"en"}
    term = Term.objects.get(key="president", language="bg")
    assert (term.text, term.certainty) == ("президент на B40", "high")
    assert term.source_url.startswith("https://")


def test_where_no_source_has_a_word_a_proposal_stands_that_binds_nobody():
    load_glossary()

    assert Term.objects.filter(text="").count() == 0
    assert Term.objects.filter(is_proposal=True).count() == 147
    term = Term.objects.get(key="permanent_secretariat", language="hr")
    assert (term.text, term.is_proposal, term.source_url) == ("Stalno tajništvo", True, "")
    assert "Stalno tajništvo" not in [wanted.text for wanted in agreed_terms("hr")]

    Term.objects.filter(pk=term.pk).update(is_proposal=False)
    assert "Stalno tajništvo" in [wanted.text for wanted in agreed_terms("hr")]


def test_every_row_is_a_valid_record():
    load_glossary()
    for term in Term.objects.all():
        term.full_clean()


def test_what_an_editor_changed_stays():
    load_glossary()
    Term.objects.filter(key="president", language="bg").update(text="председател на B40")

    load_glossary()
    assert Term.objects.get(key="president", language="bg").text == "председател на B40"


@pytest.mark.parametrize(
    ("group", "status"), [("Secretariat", 200), ("Editors", 200), ("Committee", 302), ("Auditors", 302)]
)
def test_those_who_write_pages_keep_the_glossary(client, group, status):
    load_glossary()
    Group.objects.filter(name=group).delete()
    ensure_groups()
    client.force_login(UserFactory(username="somebody", groups=[group]))

    answer = client.get("/admin/glossary/?q=president")

    assert answer.status_code == status
    assert ("президент на B40" in answer.content.decode()) is (status == 200)
