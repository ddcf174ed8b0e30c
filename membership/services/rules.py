"""Stores the readings of the statutes as versioned rules, which rounds are opened with."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from membership.models import DecisionRule
from membership.rules.statutes import ADMISSION, COMMITTEE
from membership.rules.voting import CUMULATIVE, READINGS
from membership.rules.voting.notation import rule_as_json


@transaction.atomic
def install_readings(*, valid_from: date) -> None:
    """Store the three readings of Articles 5 and 13 in their first version, where they are not stored yet."""
    for key, rule in READINGS.items():
        DecisionRule.objects.get_or_create(
            key=key,
            version=rule.version,
            defaults={
                "parameters": rule_as_json(rule),
                "articles": f"{ADMISSION}, {COMMITTEE}",
                "is_default": key == CUMULATIVE.key,
                "valid_from": valid_from,
            },
        )
