"""The record: what happened, written once."""

from django.db import models

from membership.models.append_only import AppendOnly
from membership.models.application import Application
from membership.models.city import Member


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
