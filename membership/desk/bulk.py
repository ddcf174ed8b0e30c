"""Assigning several applications, or reminding their applicants; the page says of each what was done."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from membership.desk.base import QUEUE_CRUMB, DeskView
from membership.desk.bulk_forms import AssignForm, RemindForm, SeveralForm
from membership.desk.queue_form import query_of
from membership.labels.office import sentence
from membership.permissions import Action, require
from membership.selectors.queue import assignees
from membership.services.bulk import Done, assign_each, remind_each


class BulkView(DeskView):
    """An act on several applications of the list; opened, it leads to the list."""

    action = Action.SEE_QUEUE
    act: ClassVar[Action]
    done: ClassVar[str | Promise]
    header_icon = "tasks"
    template_name = "membership/desk/bulk.html"

    def url(self) -> str:
        query = query_of(self.request.GET.dict())
        return f"{reverse('desk:queue')}{'?' if query else ''}{query}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [QUEUE_CRUMB, {"url": self.url(), "label": self.page_title}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(self.user, self.act, self.today)
        form = self.bound(request)
        if not form.is_valid():
            messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
            return redirect(self.url())
        rows = [self._row(one) for one in self.perform(**form.cleaned_data)]
        return self.render_to_response(self.get_context_data(rows=rows, back=self.url()))

    def bound(self, request: HttpRequest) -> SeveralForm:
        raise NotImplementedError

    def perform(self, **words: Any) -> list[Done]:
        """Call the service with the cleaned words of the form."""
        raise NotImplementedError

    def _row(self, one: Done) -> dict[str, Any]:
        words = sentence(one.error) if one.error else self.done
        return {"application": one.application, "is_done": one.error is None, "words": words}


class AssignSeveral(BulkView):
    act = Action.ASSIGN
    page_title = _("Assign applications")
    done = _("Assigned.")

    def bound(self, request: HttpRequest) -> SeveralForm:
        return AssignForm(request.POST, people=assignees())

    def perform(self, **words: Any) -> list[Done]:
        return assign_each(words["chosen"], self.user, assignee=words["assignee"], now=self.now)


class RemindSeveral(BulkView):
    act = Action.REMIND_APPLICANT
    page_title = _("Remind applicants")
    done = _("The applicant was reminded.")

    def bound(self, request: HttpRequest) -> SeveralForm:
        return RemindForm(request.POST)

    def perform(self, **words: Any) -> list[Done]:
        return remind_each(words["chosen"], self.user, now=self.now)
