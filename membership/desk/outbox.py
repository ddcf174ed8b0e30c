"""The page of a message of the outbox, and what is done where it did not arrive."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.models import OutboxMail
from membership.permissions import Action
from membership.services.resending import ON_ITS_WAY, UNSETTLED, send_again, settle
from pages.languages.table import BY_CODE

OUTBOX_CRUMB = {"url": reverse_lazy("outboxmail:index"), "label": _("Messages")}
LONGEST_NOTE = 255


class SendAgainForm(DeskForm):
    """To which address a message goes once more; `repeated` is how often the reader saw that it did."""

    key = "send-again"
    recipient = forms.EmailField(label=_("E-mail address"), required=False)
    reason = forms.CharField(
        label=_("Reason"), help_text=_("Needed for another address."), max_length=LONGEST_NOTE, required=False
    )
    repeated = forms.IntegerField(widget=forms.HiddenInput, required=False)


class SettleForm(DeskForm):
    key = "settle"
    reason = forms.CharField(label=_("How it was settled"), max_length=LONGEST_NOTE, required=False)


class MailView(DeskView):
    """A message as it was sent, where it stands, and what can be done about it."""

    action = Action.SEE_OUTBOX
    header_icon = "mail"
    template_name = "membership/desk/mail.html"

    def before(self) -> HttpResponse | None:
        found = OutboxMail.objects.readable().select_related("application", "repeats").prefetch_related("repeated_by")
        self.mail = get_object_or_404(found, pk=self.kwargs["pk"])
        return None

    def url(self) -> str:
        return reverse("desk:mail", args=[self.mail.pk])

    def get_page_title(self) -> str:
        return self.mail.subject

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [OUTBOX_CRUMB, {"url": self.url(), "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = BY_CODE.get(self.mail.language)
        return super().get_context_data(
            mail=self.mail,
            language=language,
            repeats=list(self.mail.repeated_by.all())[::-1],
            forms=self._forms() if self.may(Action.SEND_AGAIN) else {},
            **kwargs,
        )

    def _forms(self) -> dict[str, DeskForm]:
        initial = {"recipient": self.mail.recipient, "repeated": len(self.mail.repeated_by.all())}
        due = {"send_again": self.form(SendAgainForm, initial=initial)}
        if self.mail.state in UNSETTLED and self.mail.state not in ON_ITS_WAY and self.mail.settled_at is None:
            due["settle"] = self.form(SettleForm)
        return due


class SendAgain(Act, MailView):
    act = Action.SEND_AGAIN
    form_class = SendAgainForm
    done = _("The message goes out once more.")

    def perform(self, **words: Any) -> None:
        self.repeat = send_again(self.mail.pk, self.user, now=self.now, **words)

    def url_after(self) -> str:
        return reverse("desk:mail", args=[self.repeat.pk])


class Settle(Act, MailView):
    act = Action.SEND_AGAIN
    form_class = SettleForm
    done = _("It is recorded how the message was settled.")

    def perform(self, **words: Any) -> None:
        settle(self.mail.pk, self.user, now=self.now, **words)
