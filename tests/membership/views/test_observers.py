"""A request to be an observer: its own form by category, decided by the President, seen by who asked."""

import pytest
from django.test import Client

from membership.models import Application
from tests.membership.applicant import address_form, code_from_mail, letter

pytestmark = pytest.mark.django_db
FORM = "/en/apply/form/"
COMMON = {
    "interest": {
        "answer_language": "en",
        "interest": "We work on city diplomacy.",
        "knowledge": ["knowledge"],
        "offer": "Studies of the region.",
        "wanted": "standing",
    },
    "contact": {
        "contact_name": "N. N.",
        "contact_post": "Adviser",
        "contact_phone": "+32 2 000 00 00",
        "mail_language": "en",
    },
    "declarations": {"knows_article": "on", "is_authorised": "on", "is_accurate": "on", "has_read_privacy": "on"},
}
BASE = {"name_local": "A Body", "name_en": "A Body", "seat": "Brussels, Belgium", "website": "https://body.example"}
ORGANISATIONS = {
    "international_body": {**BASE, "mission": "Cooperation of cities."},
    "local_association": {**BASE, "country": "RS", "members_represented": "170"},
    "local_government_outside": {
        **BASE,
        "population": "500 000",
        "population_year": "2024",
        "population_source": "Census",
    },
}


@pytest.fixture
def observer(client: Client, django_capture_on_commit_callbacks):
    """Return a way to fill in and submit the request of a category."""

    def ask(category: str) -> Client:
        with django_capture_on_commit_callbacks(execute=True):
            key = client.post(f"/en/apply/start/{category}/", address_form("office@body.example"))["Location"]
        client.post(key, {"code": code_from_mail()})
        for section, answers in {"organisation": ORGANISATIONS[category], **COMMON}.items():
            answer = client.post(f"{FORM}{section}/", {**answers, "version": "0"})
            assert (answer.status_code, answer["Location"]) == (302, FORM), section
        client.post(f"{FORM}documents/mayor_letter/", {"file": letter()})
        return client

    return ask


@pytest.mark.parametrize("category", ORGANISATIONS)
def test_each_category_is_asked_its_own_questions_and_submitted(observer, category):
    browser = observer(category)

    receipt = browser.post(f"{FORM}submit/")["Location"]

    application = Application.objects.get()
    assert (application.route, application.category) == ("observer", category)
    assert application.reference.startswith("B40-O-")
    assert application.reference in browser.get(receipt).content.decode()
    assert not application.notices.exists()
    assert browser.get("/en/apply/status/").status_code == 200


@pytest.mark.parametrize(("population", "status"), [("500000", 302), ("499999", 422)])
def test_a_local_government_abroad_needs_half_a_million(observer, population, status):
    browser = observer("local_government_outside")
    words = {**ORGANISATIONS["local_government_outside"], "population": population, "version": "1"}

    assert browser.post(f"{FORM}organisation/", words).status_code == status


def test_the_eligibility_leads_each_to_its_form(client):
    abroad = {"kind": "local_government_outside", "country": "other", "population": "600000"}
    page = client.get("/en/apply/", abroad).content.decode()
    body = client.get("/en/apply/", {"kind": "international_body"}).content.decode()
    balkan = client.get("/en/apply/", {"kind": "local_government_outside", "country": "RS"}).content.decode()

    assert 'href="/en/apply/start/international_body/"' in body
    assert 'href="/en/apply/start/"' in balkan
    assert ("/start/local_government_outside/" in page) or ("Choose one of the countries" in page)


def test_a_membership_and_a_request_of_one_address_do_not_hide_each_other(client, django_capture_on_commit_callbacks):
    for path in ("start/", "start/international_body/"):
        with django_capture_on_commit_callbacks(execute=True):
            key = client.post(f"/en/apply/{path}", address_form("office@body.example"))["Location"]
        client.post(key, {"code": code_from_mail()})

    assert sorted(Application.objects.values_list("route", flat=True)) == ["membership", "observer"]


def test_an_unknown_category_is_not_found(client):
    assert client.get("/en/apply/start/nobody/").status_code == 404
