"""The first question: may your city apply? It stores nothing."""

import pytest

from membership.models import AccessKey, Application

pytestmark = pytest.mark.django_db


def test_eligibility_stores_nothing_and_sets_no_cookie(client):
    answer = client.get("/tr/apply/?kind=local_government_in_region&country=RS")

    assert answer.status_code == 200
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert "/tr/apply/start/" in answer.content.decode()
    assert (AccessKey.objects.count(), Application.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("query", "can_begin"),
    [
        ("kind=local_government_in_region&country=XK", True),
        ("kind=local_government_in_region&country=elsewhere", False),
        ("kind=local_government_outside&country=elsewhere&population=500000", False),
        ("kind=local_association&country=BG", False),
        ("kind=international_body", False),
    ],
)
def test_only_local_governments_of_the_region_are_led_to_the_form(client, query, can_begin):
    page = client.get(f"/en/apply/?{query}")

    assert page.status_code == 200
    assert ('href="/en/apply/start/"' in page.content.decode()) is can_begin


@pytest.mark.parametrize(
    "query",
    [
        "kind=mayor",
        "country=&population=",
        "kind=local_association",
        "kind=local_government_in_region&country=DE",
        "kind=local_government_outside&country=elsewhere",
        "kind=local_government_outside&country=elsewhere&population=-1",
        "kind=local_government_outside&country=elsewhere&population=many",
        "kind=local_government_outside&country=elsewhere&population=1000000000001",
    ],
)
def test_a_wrong_question_is_told_with_status_422(client, query):
    answer = client.get(f"/en/apply/?{query}")

    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "heading", "article"),
    [
        ("kind=local_government_in_region&country=TR", "You may apply for membership", "(Article 5)"),
        ("kind=local_government_in_region&country=elsewhere", "You cannot apply", "Article 1"),
        ("kind=local_government_outside&country=elsewhere&population=499999", "You cannot apply", "(Article 6)"),
        (
            "kind=local_government_outside&country=elsewhere&population=500000",
            "You may ask to be an observer",
            "Article 2",
        ),
        (
            "kind=local_government_outside&country=elsewhere&population=500 001",
            "You may ask to be an observer",
            "(Article 6)",
        ),
        ("kind=local_association&country=elsewhere", "You cannot apply", "(Article 6)"),
        ("kind=international_body", "You may ask to be an observer", "(Article 6)"),
    ],
)
def test_the_verdict_is_said_with_its_article(client, query, heading, article):
    page = client.get(f"/en/apply/?{query}").content.decode()
    verdict = page[page.index('<section class="verdict"') : page.index("</section>")]

    assert f">{heading}</h2>" in verdict
    assert article in verdict


def test_the_empty_question_has_no_error(client):
    answer = client.get("/en/apply/?utm_source=mail")

    assert answer.status_code == 200
    assert "There is a problem" not in answer.content.decode()


def test_the_page_is_offered_in_every_language(client):
    page = client.get("/el/apply/").content.decode()

    assert '<html lang="el"' in page
    assert page.count('<link rel="alternate" hreflang=') == 14
