"""The outbox: messages written in the transaction that causes them, sent after it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from membership.labels.states import MailState
from membership.models.application import Application

ACCESS = "access:"  # the keys of messages that open a draft


class OutboxQuerySet(models.QuerySet["OutboxMail"]):
    def readable(self) -> OutboxQuerySet:
        """What the office may read: not the messages with which an applicant opens a draft."""
        return self.exclude(key__startswith=ACCESS)


class OutboxMail(models.Model):
    """One message to one recipient; `key` makes sure that the same event writes it only once."""

    key = models.CharField(max_length=120, unique=True)
    application = models.ForeignKey(Application, on_delete=models.SET_NULL, null=True, related_name="mails")
    recipient = models.EmailField(_("recipient"))
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=255)
    body = models.TextField(_("text"))
    attachment_name = models.CharField(_("attachment"), max_length=120, blank=True)
    attachment = models.BinaryField(null=True)
    state = models.CharField(_("state"), max_length=10, choices=MailState.choices, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.subject}"
