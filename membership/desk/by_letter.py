"""Entering an application that came by letter: the Secretariat fills in the applicant's own form."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from membership.desk.applicant_forms import LetterForm
from membership.desk.base import QUEUE_CRUMB, DeskView
from membership.labels.office import UNPROCESSABLE, sentence, status_of
from membership.labels.states import ApplicationState
from membership.models import Application
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.services.dossier import begin_by_letter
from membership.sitting import enter


class ByLetterView(DeskView):
    """Begin such an application, or go on with one that this user began."""

    action = Action.ENTER_LETTER
    page_title = _("Application by letter")
    header_icon = "mail"
    template_name = "membership/desk/by_letter.html"

    def url(self) -> str:
        return reverse("desk:by_letter")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [QUEUE_CRUMB, {"url": self.url(), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        begun = Application.objects.filter(entered_by=self.user, state=ApplicationState.DRAFT).order_by("pk")
        return super().get_context_data(form=self.form(LetterForm), begun=begun, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "application" in request.POST:
            own = Application.objects.filter(entered_by=self.user, state=ApplicationState.DRAFT)
            return self._enter(get_object_or_404(own, pk=request.POST["application"]))
        form = LetterForm(request.POST)
        self.refused[form.key] = form
        if not form.is_valid():
            return self.page(UNPROCESSABLE)
        try:
            return self._enter(begin_by_letter(self.user, now=self.now, **form.cleaned_data))
        except RuleError as error:
            messages.error(request, sentence(error))
            return self.page(status_of(error))

    def _enter(self, application: Application) -> HttpResponse:
        enter(self.request, application, clerk=self.user)
        with translation.override(application.language):
            return redirect("apply:form")
