"""Administrators open a dossier only with a written reason, which is recorded first, and for a sitting."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.models import Application
from membership.permissions import Action, Role, may, require, roles_of
from membership.rules.house_rules import REASON_MINUTES
from membership.services.reading import open_with_reason

OPENED = "desk_opened_with_reason"


class ReasonForm(DeskForm):
    key = "reason"
    reference = forms.CharField(label=_("Reference of the application"), max_length=40)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), required=False)


class OpensWithReason(DeskView):
    """Mixed into a page of a dossier, lets administrators look at it while their reason stands."""

    def admit(self) -> frozenset[Role]:
        roles = roles_of(self.user, self.today)
        is_reading = self.action in (Action.OPEN_DOSSIER, Action.SEE_FILE)
        if is_reading and may(roles, Action.OPEN_WITH_REASON):
            return roles
        return require(self.user, self.action, self.today)

    def ask_reason(self, application: Application) -> HttpResponse | None:
        """Return the way to the form of reasons, or nothing where none is needed, or one stands."""
        if may(self.roles, self.action) or _stands(self.request, application, self.now):
            return None
        return redirect(f"{reverse('desk:reason')}?reference={application.reference}")


class ReasonView(Act):
    """Asks an administrator why he opens a dossier."""

    action = act = Action.OPEN_WITH_REASON
    form_class = ReasonForm
    header_icon = "lock-open"
    page_title = _("Open a dossier as administrator")
    template_name = "membership/desk/reason.html"
    done = _("Your reason is recorded. The dossier is open to you for half an hour.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page()

    def url(self) -> str:
        return reverse("desk:reason")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [{"url": self.url(), "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        named = {"reference": self.request.GET.get("reference", "")}
        return super().get_context_data(form=self.form(ReasonForm, initial=named), url=self.url(), **kwargs)

    def perform(self, **words: Any) -> None:
        self.application = open_with_reason(self.user, now=self.now, **words)
        opened = self.request.session.get(OPENED, {})
        self.request.session[OPENED] = {**opened, str(self.application.pk): self.now.isoformat()}

    def url_after(self) -> str:
        return reverse("desk:dossier", args=[self.application.pk])


def _stands(request: HttpRequest, application: Application, now: datetime) -> bool:
    given = request.session.get(OPENED, {}).get(str(application.pk))
    return bool(given) and now - datetime.fromisoformat(given) <= timedelta(minutes=REASON_MINUTES)
