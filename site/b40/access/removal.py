"""The administrator's page for taking a lost second factor from a user."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from b40.access.lost import remove_second_factor
from membership.desk.base import DeskForm
from membership.desk.fresh import FreshAct
from membership.permissions import Action


class RemovalForm(DeskForm):
    key = "removal"
    reason = forms.CharField(
        label=_("Reason, and how you made sure who asked"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class RemoveSecondFactor(FreshAct):
    """Shown and sent at one address."""

    action = act = Action.REMOVE_SECOND_FACTOR
    form_class = RemovalForm
    header_icon = "lock-open"
    page_title = _("Remove the second factor")
    template_name = "membership/desk/second_factor.html"
    done = _("The second factor is removed. A mail tells the user so.")

    def before(self) -> HttpResponse | None:
        self.account = get_object_or_404(get_user_model(), pk=self.kwargs["pk"])
        return None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page()

    def url(self) -> str:
        return reverse("remove_second_factor", args=[self.account.pk])

    def url_after(self) -> str:
        return reverse("wagtailusers_users:index")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        users = {"url": self.url_after(), "label": _("Users")}
        return [users, {"url": self.url(), "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(form=self.form(RemovalForm), account=self.account, url=self.url(), **kwargs)

    def perform(self, **words: Any) -> None:
        remove_second_factor(self.account.pk, self.user, now=self.now, **words)
