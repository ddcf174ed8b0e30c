"""The record: what happened, written once, and the seals over it."""

from django.db import models

from membership.models.append_only import AppendOnly
from membership.models.application import Application
from membership.models.city import Member
from membership.rules.chain import FIRST


class Event(AppendOnly):
    """Something that happened to an application or to a member; `actor` is a key like `user:7`, never a name.

    It outlives what it tells of: of a draft that was deleted the record keeps that there was one.
    """

    application = models.ForeignKey(
        Application, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="events"
    )
    member = models.ForeignKey(
        Member, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="events"
    )
    verb = models.CharField(max_length=40)
    actor = models.CharField(max_length=40)
    details = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["application", "id"], name="event_application")]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"


class AuditSeal(AppendOnly):
    """The seal of an event: its hash covers the event and the seal before it, so that no event is changed unseen.

    `number` counts without a gap in the order of sealing. Numbers and hashes outlive an event that was taken away.
    """

    number = models.PositiveBigIntegerField(unique=True)
    event = models.OneToOneField(Event, on_delete=models.DO_NOTHING, db_constraint=False, related_name="seal")
    previous = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.sha256[:12]}"


class AuditHead(models.Model):
    """The newest seal, kept apart from the chain, so that an end that was cut off is missed; there is one row."""

    ROW = 1

    number = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, default=FIRST)

    def __str__(self) -> str:
        return f"{self.number} {self.sha256[:12]}"
