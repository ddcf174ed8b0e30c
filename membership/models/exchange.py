"""What office and applicant write to each other: messages, and requests for more information."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from membership.models.append_only import AppendOnly
from membership.models.application import Application


class DossierMessage(AppendOnly):
    """A message between applicant and office, kept in the dossier; `author` is a key like `user:7`, never a name."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="messages")
    author = models.CharField(max_length=40)
    is_from_applicant = models.BooleanField()
    body = models.TextField(_("message"))
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.sent_at:%Y-%m-%d %H:%M}"


class Comment(AppendOnly):
    """What office and Committee say to each other about an application; the applicant never sees it.

    `author` is a key like `user:7`, never a name.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="comments")
    author = models.CharField(max_length=40)
    body = models.TextField(_("comment"))
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.written_at:%Y-%m-%d %H:%M}"


class InformationRequest(models.Model):
    """What the office asks an applicant to complete: parts of the form and kinds of document, until a day.

    `sections` and `kinds` are keys; `due_on` is a day in the network's time zone, the day itself is still in time.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="requests")
    text = models.TextField(_("question"))
    sections = models.JSONField(default=list, blank=True)
    kinds = models.JSONField(default=list, blank=True)
    due_on = models.DateField(_("answer by"))
    extensions = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=models.Q(answered_at__isnull=True), name="one_open_request"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id}: {self.due_on}"
