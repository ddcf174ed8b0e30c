"""The dossier on paper: all parts, in the reader's language, and no vote of an open round."""

import pytest
from django.utils import translation

from membership.forms.dossier_paper import dossier_sheet
from membership.models import Application
from membership.services import ballots, rounds
from pages.typesetting.pdf import sheet_pdf
from tests.membership.dossiers import make_decided_dossier
from tests.membership.factories import NOW, TODAY, make_committee, make_ready_application, make_rules
from tests.membership.services.voting import state

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("private files")]


def words(application: Application) -> str:
    sheet = dossier_sheet(application, TODAY)
    return "\n".join(
        f"{part.title} {part.lead} {line.label}: {line.value}" for part in sheet.parts for line in part.lines
    )


def test_the_paper_tells_the_whole_life_of_the_application():
    application = make_decided_dossier()

    paper = words(application)

    for told in (
        "Name of the main contact: Nada Person",
        "Recommendation to the Committee: Yes.",
        "We have a question: Niš or Kraljevo?",
        "SHA-256 ",
        "Zagreb (Present): Yes",
        "Against",
        "Article 13 alone: ",
        "Declared: Not approved",
        "A vote against.",
        "Letters",
        "A round was opened on revision 2, with 7 seats.",
    ):
        assert told in paper
    assert "123456" not in paper
    revisions = [part.title for part in dossier_sheet(application, TODAY).parts if part.title.startswith("Revision")]
    assert revisions == ["Revision 1", "Revision 2"]


def test_the_paper_is_a_pdf_in_the_language_of_the_reader():
    application = make_decided_dossier()

    with translation.override("el"):
        sheet = dossier_sheet(application, TODAY)
        paper = sheet_pdf(sheet)

    assert (sheet.lang, paper[:5]) == ("el", b"%PDF-")


def test_the_votes_of_an_open_round_are_not_on_paper():
    seats = make_committee()
    application = make_ready_application()
    round_ = rounds.open_round(application.pk, seats[0].holder, rule_id=make_rules().pk, now=NOW)
    state(round_, seats[1].holder)
    ballots.cast(round_.pk, seats[1].holder, choice="against", reason="A secret reason.", now=NOW)

    paper = words(application)

    assert "A seat voted." in paper
    assert "secret" not in paper


def test_a_paper_that_names_kosovo_has_the_footnote():
    application = make_ready_application(country="XK")

    assert "1244" in dossier_sheet(application, TODAY).footnote
