"""The summits as the other apps read them."""

from datetime import date

import pytest

from pages.summits import summits
from tests.news.builders import make_event

pytestmark = pytest.mark.django_db


def test_the_annual_summits_are_offered_with_host_and_days_as_they_stand(events):
    make_event(events.en, "Sofia meeting", "2027-01-10", "2027-01-11", kind="extraordinary-meeting")
    sofia = make_event(events.en, "Sofia Summit", "2028-02-23", "2028-02-25", kind="annual-summit", city_slug="sofia")
    make_event(events.en, "Zagreb Summit", "2027-03-01", "2027-03-31", kind="annual-summit", precision="month")
    before = [(summit.title, str(summit.start), summit.city_slug) for summit in summits("en")]

    sofia.start, sofia.end = date(2028, 5, 6), date(2028, 5, 8)
    sofia.save()

    assert before == [("Zagreb Summit", "2027-03", ""), ("Sofia Summit", "2028-02-23", "sofia")]
    assert [(summit.first_day, summit.last_day) for summit in summits("en")] == [
        (date(2027, 3, 1), date(2027, 3, 31)),
        (date(2028, 5, 6), date(2028, 5, 8)),
    ]
