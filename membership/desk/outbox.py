"""Sends a message of the outbox again."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm
from membership.models import OutboxMail
from membership.permissions import Action
from membership.services.outbox import send_again


class SendAgainForm(DeskForm):
    key = "send-again"


class SendAgain(Act):
    """An act on the page of a message, which is Wagtail's own."""

    action = Action.SEE_OUTBOX
    act = Action.SEND_AGAIN
    form_class = SendAgainForm
    done = _("The message goes out once more.")

    def before(self) -> HttpResponse | None:
        self.mail = get_object_or_404(OutboxMail.objects.readable(), pk=self.kwargs["pk"])
        return None

    def url(self) -> str:
        return reverse("outboxmail:inspect", args=[self.mail.pk])

    def page(self, status: int = 200) -> HttpResponse:
        return redirect(self.url())

    def perform(self, **words: Any) -> None:
        send_again(self.mail.pk, self.user, now=self.now)
