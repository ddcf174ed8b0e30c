"""How the Committee decides: rule, round, electorate, statements of conflict, ballots, decision, declaration of the President."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from membership.labels.states import Attendance, Choice, Outcome, RoundMode, RoundState, RulingKind
from membership.models.append_only import AppendOnly, AppendOnlyQuerySet
from membership.models.application import Application, Revision
from membership.models.committee import Seat
from membership.models.meeting import Meeting


class RuleQuerySet(AppendOnlyQuerySet):
    def valid_on(self, day: date) -> RuleQuerySet:
        """The newest version of each rule that is in force on a day; a newer one ends the older without changing it."""
        begun = self.filter(valid_from__lte=day)
        newest = begun.filter(key=models.OuterRef("key")).order_by("-valid_from", "-version").values("pk")[:1]
        return begun.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), pk=models.Subquery(newest))


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


class RuleProposal(models.Model):
    """A new version of a rule, proposed by the Secretariat with a reason; it is stored once the President confirms it."""

    key = models.CharField(_("key"), max_length=30)
    parameters = models.JSONField(_("parameters"))
    is_default = models.BooleanField(_("used unless another is chosen"), default=False)
    valid_from = models.DateField(_("valid from"))
    reason = models.TextField(_("reason"))
    proposed_by = models.CharField(max_length=150)
    proposed_at = models.DateTimeField(auto_now_add=True)
    is_confirmed = models.BooleanField(_("confirmed"), null=True)
    answered_by = models.CharField(max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("proposed rule")
        verbose_name_plural = _("proposed rules")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.key} {self.valid_from}"


STANDING = [RoundState.OPEN, RoundState.PAUSED, RoundState.SUSPENDED, RoundState.CLOSED]


class Ruling(AppendOnly):
    """A decision of the Committee or the Assembly that the office works by, with the paper in which it stands."""

    kind = models.CharField(_("what it settles"), max_length=20, choices=RulingKind.choices)
    document = models.CharField(_("document"), max_length=200)
    decided_on = models.DateField(_("decided on"))
    text = models.TextField(_("wording"), blank=True)
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ruling")
        verbose_name_plural = _("rulings")
        ordering = ["decided_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.document}"


class Round(models.Model):
    """One round of the Committee on one revision under one rule; all three are frozen when it opens.

    Only an answer of the applicant to a request of the Committee puts a newer revision in its place. By circulation there
    is a `deadline`, up to and including which votes are taken.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="rounds")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="rounds")
    rule = models.ForeignKey(DecisionRule, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("rule"))
    mode = models.CharField(_("mode"), max_length=10, choices=RoundMode.choices, default=RoundMode.MEETING)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="rounds", verbose_name=_("meeting")
    )
    deadline = models.DateTimeField(_("votes are taken until"), null=True, blank=True)
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
                condition=Q(state__in=STANDING),
                name="one_round_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(mode=RoundMode.MEETING) | Q(deadline__isnull=False), name="circulation_has_a_deadline"
            ),
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


class AttendanceEntry(AppendOnly):
    """When a seat came to a round or left it; `RoundSeat.attendance` is the newest."""

    round_seat = models.ForeignKey(RoundSeat, on_delete=models.PROTECT, related_name="entries")
    attendance = models.CharField(_("attendance"), max_length=10, choices=Attendance.choices)
    recorded_by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.round_seat}: {self.attendance}"


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
    proxy = models.ForeignKey(
        "membership.Proxy", on_delete=models.PROTECT, null=True, blank=True, related_name="ballots"
    )
    cast_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.round_seat}: {self.choice}"


class Objection(AppendOnly):
    """A member's objection to the vote which the Secretariat recorded for his seat; that vote no longer counts."""

    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, related_name="objection")
    reason = models.TextField(_("objection"), blank=True)
    objected_by = models.CharField(max_length=150)
    objected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.ballot}"


class MeetingDemand(AppendOnly):
    """A seat's demand that a round by circulation be decided in a meeting instead (Statutes, Art. 13)."""

    round_seat = models.OneToOneField(RoundSeat, on_delete=models.PROTECT, related_name="demand")
    demanded_by = models.CharField(max_length=150)
    demanded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.round_seat}"


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


class Correction(models.Model):
    """A decision that takes the place of a wrong one, which stands unchanged: the Secretary proposes, the President answers.

    `number` is given on confirmation; `outcome` is what should have been declared.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="corrections")
    number = models.CharField(_("number"), max_length=12, unique=True, null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome.choices)
    reason = models.TextField(_("reason"))
    proposed_by = models.CharField(max_length=150)
    proposed_at = models.DateTimeField(auto_now_add=True)
    is_confirmed = models.BooleanField(_("confirmed"), null=True)
    answered_by = models.CharField(max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    released_by = models.CharField(max_length=150, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("correcting decision")
        verbose_name_plural = _("correcting decisions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=Q(is_confirmed__isnull=True), name="one_correction_proposed_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.number or f"→ {self.decision}"
