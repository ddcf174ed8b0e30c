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

    def unsettled(self) -> OutboxQuerySet:
        """What nobody has sent again or settled by telephone."""
        return self.filter(repeated_by__isnull=True, settled_at__isnull=True)


class OutboxMail(models.Model):
    """One message to one recipient; `key` makes sure that the same event writes it only once.

    Waiting → with the mail server → sent, or waiting again, or given up; not known whether it arrived, where whoever
    sent it died before the answer; came back, where another mail server said so afterwards.
    """

    key = models.CharField(max_length=120, unique=True)
    application = models.ForeignKey(Application, on_delete=models.SET_NULL, null=True, related_name="mails")
    recipient = models.EmailField(_("recipient"))
    reply_to = models.EmailField(_("answers go to"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=255)
    body = models.TextField(_("text"))
    attachment_name = models.CharField(_("attachment"), max_length=120, blank=True)
    attachment = models.BinaryField(null=True)
    state = models.CharField(_("state"), max_length=10, choices=MailState.choices, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)
    status_code = models.CharField(_("status code of the bounce"), max_length=12, blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    tried_at = models.DateTimeField(_("last attempt"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    repeats = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="repeated_by",
        verbose_name=_("sends again the message"),
    )
    note = models.CharField(_("why it was sent again or settled"), max_length=255, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "tried_at"], name="outbox_state")]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.subject}"

    @property
    def message_id(self) -> str:
        """The identity of the message in the world of mail: the same at every attempt, so that it is shown once."""
        return f"<outbox-{self.pk}-{self.created_at:%Y%m%d%H%M%S}@b40>"

    @property
    def is_readable(self) -> bool:
        """Whether the office may read it."""
        return not self.key.startswith(ACCESS)
