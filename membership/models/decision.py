"""How the Committee decides: rule, round, electorate, statements of conflict, ballots, decision, declaration of the President."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from membership.labels.states import Attendance, Choice, Outcome, RoundState
from membership.models.append_only import AppendOnly, AppendOnlyQuerySet
from membership.models.application import Application, Revision
from membership.models.committee import Seat


class RuleQuerySet(AppendOnlyQuerySet):
    def valid_on(self, day: date) -> RuleQuerySet:
        return self.filter(Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day))


class DecisionRule(AppendOnly):
    """One reading of the statutes in one version; a round keeps the version it was opened with."""

    key = models.CharField(_("key"), max_length=30)
    version = models.PositiveSmallIntegerField(_("version"))
    parameters = models.JSONField(_("parameters"))
    articles = models.CharField(_("articles"), max_length=40)
    is_default = models.BooleanField(_("used unless another is chosen"), default=False)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects: ClassVar[models.Manager] = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision rule")
        verbose_name_plural = _("decision rules")
        ordering = ["key", "version"]
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="one_rule_per_version")]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class Round(models.Model):
    """One round of the Committee on one revision under one rule; all three are frozen when it opens."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="rounds")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="rounds")
    rule = models.ForeignKey(DecisionRule, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("rule"))
    state = models.CharField(_("state"), max_length=10, choices=RoundState.choices, default=RoundState.OPEN)
    opened_at = models.DateTimeField(_("opened"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(state__in=[RoundState.OPEN, RoundState.CLOSED]),
                name="one_round_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.get_state_display()}"


class RoundSeat(models.Model):
    """A seat of the electorate, frozen when the round opened; only its attendance changes."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="seats")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="round_seats")
    role = models.CharField(_("role"), max_length=10)
    city_name = models.CharField(_("city"), max_length=120)
    attendance = models.CharField(_("attendance"), max_length=10, choices=Attendance.choices, default=Attendance.ABSENT)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["round", "seat"], name="one_seat_per_round")]

    def __str__(self) -> str:
        return f"{self.city_name} ({self.role})"


class ConflictStatement(AppendOnly):
    """What a seat said about a conflict of interest before it opened the dossier; the last one stands."""

    round_seat = models.ForeignKey(RoundSeat, on_delete=models.PROTECT, related_name="statements")
    has_conflict = models.BooleanField(_("there is a conflict"))
    explanation = models.TextField(_("explanation"), blank=True)
    stated_by = models.CharField(max_length=150)
    stated_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.round_seat}: {self.has_conflict}"


class Ballot(AppendOnly):
    """One cast of a seat; every recast is a new row and the last before closing counts."""

    round_seat = models.ForeignKey(RoundSeat, on_delete=models.PROTECT, related_name="ballots")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)
    reason = models.TextField(_("reason"), blank=True)
    revision_sha256 = models.CharField(max_length=64)
    cast_by = models.CharField(max_length=150)
    recorded_by_secretariat = models.BooleanField(_("recorded by the Secretariat"), default=False)
    cast_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.round_seat}: {self.choice}"


class Decision(AppendOnly):
    """What the rule computed when the round closed, with what it was computed from and the other readings."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="decision")
    number = models.CharField(_("number"), max_length=12, unique=True)
    result = models.CharField(_("result"), max_length=20)
    reason = models.CharField(_("reason"), max_length=30)
    is_contested = models.BooleanField(_("contested"))
    case = models.JSONField()
    rule = models.JSONField()
    evaluation = models.JSONField()
    computed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-computed_at"]

    def __str__(self) -> str:
        return self.number


class Confirmation(AppendOnly):
    """What the President declared about a decision; it never changes what was computed."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="confirmation")
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome.choices)
    reason = models.TextField(_("reason"), blank=True)
    reading = models.CharField(_("reading which the interpretation names"), max_length=30, blank=True)
    interpretation = models.TextField(_("interpretation on which a contested result rests"), blank=True)
    declared_by = models.CharField(max_length=150)
    declarer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    declared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("declaration of the President")
        verbose_name_plural = _("declarations of the President")

    def __str__(self) -> str:
        return f"{self.decision}: {self.outcome}"


class Release(AppendOnly):
    """The moment from which a decision is told to the applicant; deadlines are counted from here."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="release")
    released_by = models.CharField(max_length=150)
    released_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("release of a decision")
        verbose_name_plural = _("releases of decisions")

    def __str__(self) -> str:
        return f"{self.decision}: {self.released_at:%Y-%m-%d}"
