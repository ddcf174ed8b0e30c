"""The limits of the public forms: counted by prefix and mailbox, stored as salted hashes only."""

from datetime import timedelta

import pytest

from membership.models import Attempt
from membership.rules.errors import RuleError
from membership.services.limits import (
    PER_DAY_OF_A_MAILBOX,
    PER_HOUR_OF_A_PREFIX,
    count_address,
    count_mailbox,
    forget_attempts,
)
from tests.membership.factories import NOW
from tests.membership.services.voting import refusal_of

pytestmark = pytest.mark.django_db


def fill(count, value: str, times: int) -> None:
    for _ in range(times):
        count(value, now=NOW)


@pytest.mark.parametrize(
    ("first", "other", "is_same"),
    [
        ("192.0.2.1", "192.0.2.254", True),
        ("192.0.2.1", "192.0.3.1", False),
        ("2001:db8:0:1::1", "2001:db8:0:ff::9", True),
        ("2001:db8:0:1::1", "2001:db8:1:1::1", False),
        ("192.0.2.1", "::ffff:192.0.2.7", True),
        ("", "nonsense", True),
    ],
)
def test_addresses_of_one_prefix_share_a_limit(first, other, is_same):
    fill(count_address, first, PER_HOUR_OF_A_PREFIX)

    if is_same:
        assert refusal_of(count_address, other, now=NOW) == "too_many_tries"
    else:
        count_address(other, now=NOW)


def test_the_limit_of_a_prefix_ends_with_the_hour():
    fill(count_address, "192.0.2.1", PER_HOUR_OF_A_PREFIX)

    assert refusal_of(count_address, "192.0.2.1", now=NOW + timedelta(minutes=59)) == "too_many_tries"
    count_address("192.0.2.1", now=NOW + timedelta(minutes=60))


@pytest.mark.parametrize("other", ["Contact@Nis.example", "contact+b40@nis.example", " contact@nis.example"])
def test_spellings_of_one_mailbox_share_a_limit(other):
    fill(count_mailbox, "contact@nis.example", PER_DAY_OF_A_MAILBOX)

    assert refusal_of(count_mailbox, other, now=NOW + timedelta(hours=22)) == "too_many_keys"
    count_mailbox("office@nis.example", now=NOW)
    count_mailbox(other, now=NOW + timedelta(hours=24))


def test_nothing_is_stored_that_names_a_person():
    count_address("192.0.2.1", now=NOW)
    count_mailbox("contact@nis.example", now=NOW)

    stored = " ".join(str(value) for row in Attempt.objects.values_list() for value in row)
    assert ("192.0.2" in stored, "nis" in stored) == (False, False)


def test_old_counts_are_forgotten():
    count_address("192.0.2.1", now=NOW)

    assert forget_attempts(NOW + timedelta(days=1)) == 0
    assert forget_attempts(NOW + timedelta(days=3)) == 1


def test_a_refusal_is_a_rule_and_no_count():
    fill(count_address, "192.0.2.1", PER_HOUR_OF_A_PREFIX)
    with pytest.raises(RuleError):
        count_address("192.0.2.1", now=NOW)

    assert Attempt.objects.get().count == PER_HOUR_OF_A_PREFIX
