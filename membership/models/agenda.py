"""What a meeting of the Committee decides: items of its agenda, and the votes on other matters than applications."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from membership.labels.states import Choice, ItemState
from membership.models.append_only import AppendOnly
from membership.models.application import Application
from membership.models.decision import Round
from membership.models.meeting import Meeting, MeetingSeat


class AgendaItem(models.Model):
    """An application, or another matter with the motion that is voted on; a matter is decided under Article 13."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField(_("position"))
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, null=True, blank=True, related_name="agenda_items"
    )
    title = models.CharField(_("matter"), max_length=200, blank=True)
    motion = models.TextField(_("motion"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ItemState.choices, default=ItemState.WAITING)
    round = models.OneToOneField(Round, on_delete=models.PROTECT, null=True, blank=True, related_name="agenda_item")

    class Meta:
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("items of the agenda")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return str(self.application) if self.application else self.title


class MatterStatement(AppendOnly):
    """What a seat said in the room about a conflict of interest on a matter; the last one stands."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="statements")
    meeting_seat = models.ForeignKey(MeetingSeat, on_delete=models.PROTECT, related_name="matter_statements")
    has_conflict = models.BooleanField(_("there is a conflict"))
    explanation = models.TextField(_("explanation"), blank=True)
    stated_by = models.CharField(max_length=150)
    stated_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.meeting_seat}: {self.has_conflict}"


class MatterBallot(AppendOnly):
    """The vote of a seat on a matter; the last before the closing counts."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="ballots")
    meeting_seat = models.ForeignKey(MeetingSeat, on_delete=models.PROTECT, related_name="matter_ballots")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)
    reason = models.TextField(_("reason"), blank=True)
    cast_by = models.CharField(max_length=150)
    cast_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.meeting_seat}: {self.choice}"


class MatterDecision(AppendOnly):
    """What Article 13 computed on a matter when it was closed, with the case it was computed from."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="matter_decision")
    result = models.CharField(_("result"), max_length=20)
    reason = models.CharField(_("reason"), max_length=30)
    case = models.JSONField()
    rule = models.JSONField()
    computed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.item}: {self.result}"


class MeetingEntry(AppendOnly):
    """One entry of the person who keeps the record, taken once; `entered_at` is the browser's time, ours stands beside it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="entries")
    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20)
    payload = models.JSONField(default=dict)
    entered_by = models.CharField(max_length=150)
    entered_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(auto_now_add=True)
    refusal = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.received_at:%H:%M:%S}"
