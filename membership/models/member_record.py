"""What is recorded of a member: the acts about its membership, and the meetings in which it took part (Art. 9 and 12)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from membership.labels.members import Authority, MemberActKind, ParticipationKind
from membership.models.append_only import AppendOnly
from membership.models.application import Application
from membership.models.city import Member


class MemberAct(AppendOnly):
    """Something done about a membership, with who decided it and why; `by` is a key like `user:7`, never a name.

    `decision` names the document of the Committee or the Assembly. The Committee's taking note is `about` the act of
    the President that it took note of.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="acts")
    act = models.CharField(_("act"), max_length=15, choices=MemberActKind.choices)
    authority = models.CharField(_("decided by"), max_length=12, choices=Authority.choices)
    reason = models.TextField(_("reason"), blank=True)
    decision = models.CharField(_("decision"), max_length=200, blank=True)
    about = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="noted")
    at = models.DateTimeField(_("recorded"))
    by = models.CharField(max_length=40)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.act}"


class Participation(models.Model):
    """A member took part in a summit or a meeting."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="participations")
    kind = models.CharField(_("kind"), max_length=15, choices=ParticipationKind.choices)
    name = models.CharField(_("name"), max_length=160)
    held_on = models.DateField(_("first day"))
    recorded_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-held_on", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name", "held_on", "member"], name="one_participation_of_a_member_in_an_event"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.name} {self.held_on}"


class CeremonyMove(AppendOnly):
    """The Secretariat moved a city's ceremony to the summit of another year; the last one stands."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="ceremony_moves")
    year = models.PositiveSmallIntegerField(_("year"))
    note = models.TextField(_("reason"))
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.year}"
