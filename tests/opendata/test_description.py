"""The description of the open data is true: every operation answers as it says, to right and to wrong questions."""

from datetime import date

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from membership.models import Presidency
from news.models import EventIndexPage, EventPage
from tests.membership.factories import CityFactory, MemberFactory
from tests.pages.builders import make_home
from tests.pages.documents.conftest import article, make_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def described(db):
    """The description, with a record behind most of its operations."""
    home = make_home("en")
    city = CityFactory(slug="nis", country="RS", latitude="43.3", longitude="21.9")
    MemberFactory(city=city, joined="2021-11-30")
    MemberFactory(city=CityFactory(country="XK"), joined="")
    Presidency.objects.create(term=1, city=city, mayor="Mayor", start=date(2021, 11, 30))
    make_document(home, "rules", body=[article("5", "", "<p>A city applies.</p>")])
    events = home.add_child(instance=EventIndexPage(title="Events", slug="events", locale=home.locale))
    events.add_child(
        instance=EventPage(title="S", slug="s", start=date(2026, 1, 1), end=date(2026, 1, 2), locale=home.locale)
    )
    for signal in (request_started, request_finished):  # the test holds the connection, as Django's own client does
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_every_operation_answers_as_it_is_described(described):
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) == 25

    for operation in operations:
        wrong = (
            [GenerationMode.NEGATIVE] if list(operation.iter_parameters()) else []
        )  # what takes nothing, takes nothing wrong
        for mode in (GenerationMode.POSITIVE, *wrong):
            answers_as_described(operation, mode)


def answers_as_described(operation, mode) -> None:
    @settings(max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=mode))
    def answer(case):
        case.call_and_validate()

    answer()
