"""The notice to the mayor's office that an application was made in the city's name."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from membership.labels.states import NoticeAnswer
from membership.models.application import Application


class MayorNotice(models.Model):
    """A link and a code mailed to the mayor's office, of which only hashes are kept.

    The link lets the office say that the application is not its own; with the code it reads and confirms a revision.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="notices")
    revision = models.PositiveSmallIntegerField()
    email = models.EmailField(_("e-mail address of the mayor’s office"))
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(_("answer"), max_length=12, choices=NoticeAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"notice {self.pk}"
