"""The addresses of the former site lead on, and who finds a weakness is told where to write."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import call_command

from b40.old_addresses import FORMER
from tests.pages.builders import make_home, make_page


def leads_to(client, path: str, language: str = "") -> str:
    answer = client.get(path, headers={"Accept-Language": language})
    assert (answer.status_code, answer["Vary"]) == (301, "Accept-Language")
    return answer["Location"]


@pytest.mark.django_db
def test_every_former_address_leads_to_a_page_of_the_site_in_one_step(client):
    call_command("seed", verbosity=0)

    found = {name: leads_to(client, f"/{name}/") for name in FORMER}

    assert found == {
        "who-we-are": "/en/declaration/",
        "organization": "/en/about/principles/",
        "history-of-b40-balkan-cities-network": "/en/about/history/",
        "latest": "/en/news/",
        "istanbul-summit": "/en/events/istanbul-summit-2021/",
        "tirana-summit": "/en/events/tirana-summit-2024/",
        "v2": "/en/",
    }
    assert {client.get(url).status_code for url in found.values()} == {200}


@pytest.fixture
def home(db):
    return make_home("en")


@pytest.fixture
def declaration(home):
    english = make_page(home, "declaration")
    return make_page(make_home("tr", home), "bildirge", english)


@pytest.mark.parametrize(
    ("path", "language", "target"),
    [
        ("/who-we-are/", "tr,en;q=0.5", "/tr/bildirge/"),
        ("/who-we-are", "tr", "/tr/bildirge/"),
        ("/who-we-are/?utm=x", "en", "/en/declaration/"),
        ("/v2/who-we-are/", "en", "/en/declaration/"),
        ("/v2/a/b-c", "tr", "/tr/"),
        ("/latest/", "tr", "/tr/"),
        ("/who-we-are/", "%%%", "/en/declaration/"),
    ],
)
def test_a_former_address_leads_on_in_the_language_of_the_reader(client, declaration, path, language, target):
    assert leads_to(client, path, language) == target


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/who-we-are/more/", "/v2/../x", "/v2x/", "/wp-login.php"])
def test_another_address_leads_nowhere(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("now", "expires"),
    [
        (datetime(2026, 6, 30, 23, 59, tzinfo=UTC), "2026-12-01T00:00:00Z"),
        (datetime(2026, 7, 1, tzinfo=UTC), "2027-01-01T00:00:00Z"),
    ],
)
def test_security_txt_names_contact_and_a_day_within_a_year(client, home, now, expires):
    make_page(home, "contact")

    with time_machine.travel(now, tick=False):
        answer = client.get("/.well-known/security.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: http://localhost:8000/en/contact/",
        f"Expires: {expires}",
        "Preferred-Languages: en, tr",
        "Canonical: http://localhost:8000/.well-known/security.txt",
    ]


def test_the_contact_is_the_start_page_where_there_is_no_page_for_it(client, home):
    assert b"Contact: http://localhost:8000/en/\n" in client.get("/.well-known/security.txt").content
