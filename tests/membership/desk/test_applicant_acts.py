"""What the office does towards an applicant, from the dossier: ask, return, write, match, take in, invite, enter a letter."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from membership.inspection.values import CheckedFile
from membership.labels.states import ApplicationState, Route, UploadKind
from membership.models import Application, Observer, Revision
from membership.services.files import attach
from tests.membership.applicant import ANSWERS, letter
from tests.membership.factories import NOW, ApplicationFactory, CityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(db) -> Application:
    """In check, with its first revision."""
    application = ApplicationFactory(state=ApplicationState.IN_CHECK)
    content = {"answers": {"role": {"national_role": "A port."}}, "files": []}
    Revision.objects.create(application=application, number=1, language="tr", content=content, sha256="a" * 64)
    return application


def send(browser, name: str, application: Application, *others: int, **words):
    application.refresh_from_db()
    url = reverse(f"desk:{name}", args=[application.pk, *others])
    return browser.post(url, {"version": application.version, **words})


def test_the_secretariat_asks_and_gives_more_time_once(enter, secretary, application):
    browser = enter(secretary)
    due = NOW.date() + timedelta(days=30)

    nothing = send(browser, "request", application, text="What?", due_on=due)
    asked = send(browser, "request", application, text="What?", due_on=due, sections=["role"])
    later = send(browser, "extend", application, due_on=due + timedelta(days=10))
    again = send(browser, "extend", application, due_on=due + timedelta(days=20))

    assert [answer.status_code for answer in (nothing, asked, later, again)] == [422, 302, 302, 409]
    assert application.requests.get().due_on == date(2027, 4, 10)


def test_an_application_is_returned_on_a_ground_only(enter, secretary, application):
    browser = enter(secretary)

    assert send(browser, "return", application, reason="I do not like it.").status_code == 422
    assert send(browser, "return", application, ground="country").status_code == 302
    application.refresh_from_db()
    assert application.state == ApplicationState.RETURNED


def test_a_message_is_kept_and_shown_beside_the_answers(enter, secretary, application):
    browser = enter(secretary)

    send(browser, "message", application, body="Welcome.")

    assert "Welcome." in browser.get(reverse("desk:dossier", args=[application.pk])).content.decode()


def test_an_application_is_matched_with_a_city_of_its_country(enter, secretary, application):
    city, foreign = CityFactory(slug="kraljevo", country="RS"), CityFactory(slug="sofia", country="BG")
    browser = enter(secretary)

    assert send(browser, "match", application, city_id=foreign.pk).status_code == 422
    assert send(browser, "match", application, city_id=city.pk).status_code == 302
    application.refresh_from_db()
    assert application.city == city


def test_a_late_file_is_taken_in_with_a_button(enter, secretary, application):
    file = CheckedFile(b"%PDF", "late.pdf", "application/pdf", "pdf", "b" * 64)
    late = attach(application.pk, UploadKind.OTHER, file, now=NOW)
    browser = enter(secretary)
    page = browser.get(reverse("desk:dossier", args=[application.pk])).content.decode()

    assert "Take in late.pdf" in page
    assert send(browser, "take_in", application, late.pk).status_code == 302
    assert application.newest_revision.content["files"][0]["name"] == "late.pdf"


@pytest.mark.parametrize(("scan", "status"), [("pending", 302), ("infected", 302), ("clean", 404)])
def test_nobody_opens_a_file_before_it_is_clean(enter, secretary, application, scan, status):
    file = CheckedFile(b"%PDF", "a.pdf", "application/pdf", "pdf", "b" * 64)
    upload = attach(application.pk, UploadKind.OTHER, file, now=NOW)
    upload.scan = scan
    upload.file.storage.delete(upload.file.name)
    upload.save()

    assert enter(secretary).get(reverse("desk:file", args=[upload.pk])).status_code == status


def test_the_president_invites_an_observer_and_nobody_else_is_offered_it(enter, president, secretary, application):
    Application.objects.filter(pk=application.pk).update(route=Route.OBSERVER, category="international_body")
    dossier = reverse("desk:dossier", args=[application.pk])

    offered = {
        name: set(enter(user).get(dossier).context["forms"]) for name, user in (("p", president), ("s", secretary))
    }
    answer = send(enter(president), "invite", application, kind="standing")

    assert offered == {"p": {"invite", "decline_observer"}, "s": {"request", "message", "transfer"}}
    assert answer["Location"] == dossier
    assert Observer.objects.get().application == application


def test_an_application_by_letter_is_entered_with_the_same_form_and_marked(enter, secretary):
    browser = enter(secretary)
    words = {"received_on": "2027-02-20", "language": "tr", "email": ""}

    opened = browser.post(reverse("desk:by_letter"), words)
    for key, answers in ANSWERS.items():
        assert browser.post(f"/en/apply/form/{key}/", {**answers, "version": "0"}).status_code == 302
    browser.post("/en/apply/form/documents/mayor_letter/", {"file": letter()})
    browser.post("/en/apply/form/submit/")

    application = Application.objects.get()
    assert opened["Location"] == "/tr/apply/form/"
    assert (application.state, application.entered_by, application.contact_email) == ("submitted", secretary, "")
    assert {event.actor for event in application.events.all()} == {f"user:{secretary.pk}"}
    assert not application.mails.filter(key__startswith="receipt:", recipient="").exists()
    page = browser.get(reverse("desk:dossier", args=[application.pk])).content.decode()
    assert "was entered by the Secretariat" in page


def test_leaving_the_form_leaves_the_office_open(enter, secretary):
    browser = enter(secretary)
    browser.post(reverse("desk:by_letter"), {"received_on": "2027-02-20", "language": "en", "email": ""})

    browser.post("/en/apply/form/leave/")

    assert browser.get("/en/apply/form/").status_code == 403
    assert browser.get(reverse("desk:by_letter")).status_code == 200
    assert browser.post(reverse("desk:by_letter"), {"application": Application.objects.get().pk}).status_code == 302


def test_a_letter_of_tomorrow_and_a_letter_of_a_colleague_are_refused(enter, secretary, member):
    browser = enter(secretary)
    tomorrow = {"received_on": "2027-03-02", "language": "en", "email": ""}
    other = ApplicationFactory(state=ApplicationState.DRAFT, reference=None)

    assert browser.post(reverse("desk:by_letter"), tomorrow).status_code == 422
    assert browser.post(reverse("desk:by_letter"), {"application": other.pk}).status_code == 404
    assert enter(member).get(reverse("desk:by_letter")).status_code == 403
