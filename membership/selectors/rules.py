"""Reads which version of a rule is in force, and until when one was."""

from __future__ import annotations

from datetime import date, timedelta

from membership.models import DecisionRule


def default_rule(day: date) -> DecisionRule | None:
    """Return the rule that is used unless another is chosen; of two that say so, the one that came into force last."""
    return DecisionRule.objects.valid_on(day).filter(is_default=True).order_by("valid_from", "version").last()


def has_newer_version(rule: DecisionRule, today: date) -> bool:
    """Whether a newer version of the rule is in force; a round that is open keeps its own."""
    return DecisionRule.objects.filter(key=rule.key, version__gt=rule.version, valid_from__lte=today).exists()


def last_day_of(rule: DecisionRule) -> date | None:
    """Return the last day on which a version was in force, None while it is."""
    newer = DecisionRule.objects.filter(key=rule.key, version__gt=rule.version).order_by("valid_from").first()
    ends = [day for day in (rule.valid_to, newer.valid_from - timedelta(days=1) if newer else None) if day]
    return min(ends, default=None)
