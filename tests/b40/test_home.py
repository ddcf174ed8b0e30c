"""The start page as the seed makes it: complete, and with few questions to the database."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

HOME_QUERIES = 15


@pytest.fixture
def seeded(db):
    call_command("seed", verbosity=0)


def test_the_start_page_is_whole_with_few_queries(client, seeded):
    asked = {}
    for code in ("en", "el", "sr", "tr"):
        client.get(f"/{code}/")  # what is kept in the process is there from the second time on
        with CaptureQueriesContext(connection) as captured:
            text = client.get(f"/{code}/").content.decode()
        asked[code] = len(captured)
        assert all(f'id="{part}"' in text for part in ("now-presidency", "now-event", "home-map", "home-news"))
    assert max(asked.values()) <= HOME_QUERIES, asked
