"""The dossier: what it shows, to whom it is closed, and the check."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from membership.labels.checklist import CHECKLIST
from membership.labels.states import ApplicationState
from membership.models import ConflictStatement, Event, Revision
from membership.services import checking
from tests.membership.applicant import PDF
from tests.membership.factories import (
    NOW,
    ApplicationFactory,
    UserFactory,
    make_letter,
    make_ready_application,
    make_rules,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(db):
    """Submitted, with its first revision."""
    application = ApplicationFactory()
    content = {"answers": {"contribution": {"pledge": "We offer our experience."}}, "files": []}
    Revision.objects.create(application=application, number=1, language="tr", content=content, sha256="a" * 64)
    return application


def address(name, application):
    return reverse(f"desk:{name}", args=[application.pk])


def checked(application, **words):
    return {"version": application.version, "checked": list(CHECKLIST), "recommendation": "Yes.", **words}


def test_the_newest_revision_is_shown_with_its_hash(enter, secretary, application):
    page = enter(secretary).get(address("dossier", application)).content.decode()

    assert "We offer our experience." in page
    assert "a" * 64 in page


def test_a_draft_has_no_dossier(enter, secretary):
    draft = ApplicationFactory(reference=None, state=ApplicationState.DRAFT)

    assert enter(secretary).get(address("dossier", draft)).status_code == 404


def test_opening_is_recorded_once_for_a_sitting(enter, secretary, application):
    client = enter(secretary)

    client.get(address("dossier", application))
    client.get(address("dossier", application))

    assert Event.objects.get(verb="dossier_opened").actor == f"user:{secretary.pk}"


@pytest.mark.parametrize(
    ("state", "forms"),
    [
        (ApplicationState.SUBMITTED, {"take", "match"}),
        (ApplicationState.IN_CHECK, {"check", "request", "return", "match"}),
        (ApplicationState.READY, {"open_round", "match"}),
        (ApplicationState.APPROVED, {"erase", "extend_approval"}),
        (ApplicationState.DECLARATION_SIGNED, {"ceremony", "erase"}),
        (ApplicationState.CEREMONY_DONE, {"erase"}),
    ],
)
def test_only_what_is_due_is_offered(enter, secretary, application, state, forms):
    type(application).objects.filter(pk=application.pk).update(state=state)

    assert set(enter(secretary).get(address("dossier", application)).context["forms"]) == forms | {
        "message",
        "transfer",
    }


def test_a_reader_is_offered_nothing(enter, auditor, application):
    assert enter(auditor).get(address("dossier", application)).context["forms"] == {}


def test_the_first_who_takes_it_checks_it(enter, secretary, application):
    enter(secretary).post(address("take", application), {"version": application.version})

    application.refresh_from_db()
    assert (application.state, application.assignee) == (ApplicationState.IN_CHECK, secretary)


def test_the_second_of_two_staff_is_told_and_loses_no_word(enter, secretary, application):
    other = UserFactory(username="other", groups=["Secretariat"])
    checking.take(application.pk, other, now=NOW)
    application.refresh_from_db()
    seen = checked(application, recommendation="My long recommendation.")
    checking.save_check(
        application.pk,
        other,
        checked=[],
        recommendation="Theirs.",
        incomplete_note="",
        now=NOW,
        version=seen["version"],
    )

    answer = enter(secretary).post(address("check", application), seen)

    application.refresh_from_db()
    assert answer.status_code == 409
    assert application.recommendation == "Theirs."
    assert ("Recommendation to the Committee", "My long recommendation.") in answer.context["unsaved"]
    assert answer.context["forms"]["check"].initial["recommendation"] == "Theirs."


def test_saving_and_forwarding_are_one_act(enter, secretary, application):
    checking.take(application.pk, secretary, now=NOW)
    application.refresh_from_db()

    enter(secretary).post(address("forward", application), checked(application))

    application.refresh_from_db()
    assert (application.state, application.recommendation) == (ApplicationState.READY, "Yes.")


def test_without_recommendation_nothing_is_forwarded_nor_saved(enter, secretary, application):
    checking.take(application.pk, secretary, now=NOW)
    application.refresh_from_db()

    answer = enter(secretary).post(address("forward", application), checked(application, recommendation=" "))

    application.refresh_from_db()
    assert answer.status_code == 422
    assert "Write the recommendation to the Committee." in answer.content.decode()
    assert (application.state, application.checklist) == (ApplicationState.IN_CHECK, {})


def test_a_check_that_went_on_stands(enter, secretary):
    application = make_ready_application()

    answer = enter(secretary).post(address("check", application), checked(application, recommendation="No."))

    application.refresh_from_db()
    assert answer.status_code == 409
    assert application.recommendation == "Yes."


def test_a_round_needs_an_order_or_two_members(enter, secretary, committee):
    application = make_ready_application()
    rule = make_rules()
    words = {"version": application.version, "rule_id": rule.pk, "members_requesting": 1}

    answer = enter(secretary).post(address("open_round", application), words)

    assert answer.status_code == 422
    assert "See Article 13." in answer.content.decode()
    assert not application.rounds.exists()


def test_the_president_opens_a_round_by_himself(enter, president, committee):
    application = make_ready_application()
    rule = make_rules()

    answer = enter(president).post(
        address("open_round", application), {"version": application.version, "rule_id": rule.pk}
    )

    round_ = application.rounds.get()
    assert answer.url == reverse("desk:round", args=[round_.pk])
    assert round_.seats.count() == 7


def test_the_default_rule_is_chosen_beforehand(enter, president, committee):
    application = make_ready_application()

    form = enter(president).get(address("dossier", application)).context["forms"]["open_round"]

    assert form.initial["rule_id"] == make_rules().pk


def test_a_seat_states_first_whether_it_has_a_conflict(enter, member, opened):
    answer = enter(member).get(address("dossier", opened.application))

    assert answer.status_code == 302
    assert answer.url == reverse("desk:statement", args=[opened.pk])


def test_without_conflict_the_dossier_opens(enter, member, opened):
    answer = enter(member).post(reverse("desk:statement", args=[opened.pk]), {"has_conflict": "no"}, follow=True)

    assert answer.redirect_chain == [(address("dossier", opened.application), 302)]
    assert answer.status_code == 200


@pytest.mark.parametrize("name", ["dossier", "file"])
def test_with_a_conflict_the_dossier_and_its_files_stay_closed(enter, member, opened, name):
    letter = make_letter(opened.application)
    client = enter(member)
    client.post(reverse("desk:statement", args=[opened.pk]), {"has_conflict": "yes", "explanation": "A twin city."})

    target = letter.pk if name == "file" else opened.application_id
    answer = client.get(reverse(f"desk:{name}", args=[target]), follow=True)

    assert answer.status_code == 403
    assert "This dossier is closed to you" in answer.content.decode()


def test_a_conflict_needs_an_explanation(enter, member, opened):
    answer = enter(member).post(reverse("desk:statement", args=[opened.pk]), {"has_conflict": "yes"})

    assert answer.status_code == 422
    assert not ConflictStatement.objects.exists()


def test_a_file_is_a_download_in_a_sandbox(enter, secretary, application):
    letter = make_letter(application)
    letter.file.save("ab/test-letter.pdf", ContentFile(PDF), save=False)
    type(letter).objects.filter(pk=letter.pk).update(file=letter.file.name, display_name='Писмо "1".pdf')

    answer = enter(secretary).get(reverse("desk:file", args=[letter.pk]))

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%D0%9F%D0%B8%D1%81%D0%BC%D0%BE%20%221%22.pdf"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert Event.objects.filter(verb="file_opened").count() == 1
    letter.file.delete(save=False)


def test_the_dossier_says_that_files_are_not_scanned(enter, secretary, application):
    make_letter(application)

    page = enter(secretary).get(address("dossier", application)).content.decode()

    assert "Files are not scanned for viruses here." in page
    assert "SHA-256 " + "1" * 64 in page


def test_who_opened_the_dossier_is_shown_to_office_and_auditor_only(enter, auditor, member, application, committee):
    reader = enter(auditor)
    reader.get(address("dossier", application))

    assert "Who opened the dossier" in reader.get(address("dossier", application)).content.decode()
    assert "Who opened the dossier" not in enter(member).get(address("dossier", application)).content.decode()
