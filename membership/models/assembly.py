"""A motion to remove a member, its convening notices, the first roll call and the ballots (Statutes, Art. 8 to 10)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from membership.labels.members import MotionState, RollPresence
from membership.labels.states import Choice, MailState
from membership.models.append_only import AppendOnly
from membership.models.city import Member
from membership.models.outbox import OutboxMail

UNDER_WAY = [MotionState.PREPARED, MotionState.OPEN]


class RemovalMotion(models.Model):
    """The motion to remove a member, put to an Assembly; the roll freezes when its ballot opens."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="motions")
    reason = models.TextField(_("reason"))
    assembly_on = models.DateField(_("day of the Assembly"))
    assembly = models.CharField(_("Assembly"), max_length=160)
    state = models.CharField(_("state"), max_length=12, choices=MotionState.choices, default=MotionState.PREPARED)
    prepared_by = models.CharField(max_length=40)
    prepared_at = models.DateTimeField()
    opened_at = models.DateTimeField(_("ballot opened"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("why it was withdrawn"), blank=True)

    class Meta:
        verbose_name = _("motion to remove a member")
        verbose_name_plural = _("motions to remove members")
        ordering = ["-assembly_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(state__in=UNDER_WAY), name="one_motion_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.assembly_on}"


class ConveningQuerySet(models.QuerySet["ConveningNotice"]):
    def sent(self) -> ConveningQuerySet:
        """The notices that went out: by letter, or by a mail that the mail server took."""
        return self.filter(Q(is_by_letter=True) | Q(mail__state=MailState.SENT))


class ConveningNotice(models.Model):
    """That a member was convened with the motion, by mail or by letter."""

    motion = models.ForeignKey(RemovalMotion, on_delete=models.PROTECT, related_name="notices")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="convenings")
    mail = models.ForeignKey(OutboxMail, on_delete=models.SET_NULL, null=True, related_name="+")
    is_by_letter = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    objects = ConveningQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["motion", "member"], name="one_notice_of_a_motion")]

    def __str__(self) -> str:
        return f"{self.motion_id}: {self.member_id}"


class RollEntry(models.Model):
    """A member at the first roll call; without a presence it was not called yet. A represented one has a holder."""

    motion = models.ForeignKey(RemovalMotion, on_delete=models.PROTECT, related_name="roll")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="roll_entries")
    presence = models.CharField(_("presence"), max_length=12, choices=RollPresence.choices, blank=True)
    holder = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["motion", "member"], name="one_entry_per_roll")]

    def __str__(self) -> str:
        return f"{self.motion_id}: {self.member_id} {self.presence}"


class AssemblyBallot(AppendOnly):
    """The vote of a member in the Assembly, as the Secretariat recorded it; the last one before the closing counts."""

    entry = models.ForeignKey(RollEntry, on_delete=models.PROTECT, related_name="ballots")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.choice}"


class AssemblyResult(AppendOnly):
    """What was counted when the ballot closed; members, attending and votes are counted in members."""

    motion = models.OneToOneField(RemovalMotion, on_delete=models.PROTECT, related_name="result")
    members = models.PositiveSmallIntegerField(_("members"))
    attending = models.PositiveSmallIntegerField(_("attending"))
    yes = models.PositiveSmallIntegerField(_("yes"))
    against = models.PositiveSmallIntegerField(_("against"))
    abstain = models.PositiveSmallIntegerField(_("abstain"))
    is_carried = models.BooleanField(_("carried"))
    decision = models.CharField(_("decision"), max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.motion_id}: {self.yes} of {self.members}"
