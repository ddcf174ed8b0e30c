"""Who is of the office: the Secretariat, and the Permanent Secretary who heads it."""

import pytest

from membership.selectors.office import of_the_office, office
from tests.membership.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("groups", "is_of_it"),
    [
        (["Secretariat"], True),
        (["Permanent Secretary"], True),
        (["Secretariat", "Permanent Secretary"], True),
        (["Committee"], False),
        (["Auditors"], False),
    ],
    ids=["secretariat", "permanent_secretary", "both", "committee", "auditors"],
)
def test_the_permanent_secretary_is_written_to_and_assigned_as_the_secretariat(groups, is_of_it):
    user = UserFactory(groups=groups, email="somebody@example.org")

    assert office() == ([user] if is_of_it else [])
    assert of_the_office(user.pk) is is_of_it
