"""The dossier of an application, with the acts that are due on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from membership.desk.applicant_forms import TakeInForm
from membership.desk.base import QUEUE_CRUMB, DeskForm
from membership.desk.comment_forms import CommentForm
from membership.desk.dossier_parts import shown_parts
from membership.desk.due import due_forms, words_of
from membership.desk.with_reason import OpensWithReason
from membership.models import Application
from membership.permissions import Action, Role
from membership.selectors.comments import comment_gate, comments_on
from membership.selectors.composition import changes_between
from membership.selectors.dossier import Gate, done, gate_of, read
from membership.selectors.flags import flags_of
from membership.selectors.releases import released_at
from membership.services.reading import dossier_opened

CLOSED = 403


class DossierView(OpensWithReason):
    """Answers, files, check, rounds and what happened. A seat states first whether it has a conflict."""

    action = Action.OPEN_DOSSIER
    header_icon = "doc-full-inverse"
    template_name = "membership/desk/dossier.html"

    def before(self) -> HttpResponse | None:
        received = Application.objects.received().select_related("assignee", "city")
        self.application = get_object_or_404(received, pk=self.kwargs["pk"])
        unasked = self.ask_reason(self.application)
        if unasked:
            return unasked
        gate, round_ = gate_of(self.application, self.user)
        if gate is Gate.STATEMENT_MISSING and round_:
            return redirect("desk:statement", round_.pk)
        if gate is Gate.CONFLICT:
            self.template_name = "membership/desk/closed_dossier.html"
            return super().page(CLOSED)
        return None

    def page(self, status: int = 200) -> HttpResponse:
        dossier_opened(self.application, self.user, now=self.now)
        return super().page(status)

    def url(self) -> str:
        return reverse("desk:dossier", args=[self.application.pk])

    def get_page_title(self) -> str:
        return f"{self.application.reference}, {self.application.name_en}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [QUEUE_CRUMB, {"url": self.url(), "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(application=self.application, **kwargs)
        return context if self.template_name.endswith("closed_dossier.html") else context | self._dossier()

    def _dossier(self) -> dict[str, Any]:
        return {
            **shown_parts(self.application, self.request.GET, self.today),
            **self._comments(),
            "today": self.today,
            "may_open_rounds": self.may(Action.OPEN_DOSSIER),
            "rounds": self.application.rounds.select_related("rule", "decision", "revision"),
            "happenings": done(self.application),
            "readings": read(self.application) if self.may(Action.SEE_RECORD) else [],
            "forms": self._forms(),
            "change_ahead": next(iter(changes_between(self.today, date.max)), None),
            "is_released": self._is_released(),
            "flags": flags_of(self.application, self.today),
            "letters": self.application.messages.all(),
            "requests": self.application.requests.all(),
            "notice": self.application.notices.last(),
            "late": self.application.uploads.filter(is_late=True, replaced_at__isnull=True),
            "take_in": TakeInForm(application=self.application),
            "may_export": self.may(Action.EXPORT_DOSSIER),
            "has_scanner": bool(settings.CLAMAV_URL),
        }

    def _comments(self) -> dict[str, Any]:
        """Return the comments, and the form for one more, or why there is none."""
        gate = comment_gate(self.application, self.user, self.roles)
        may_comment = self.may(Action.COMMENT)
        return {
            "comments": comments_on(self.application),
            "comment": self.form(CommentForm) if may_comment and gate is Gate.OPEN else None,
            "must_state_first": may_comment and gate is Gate.STATEMENT_MISSING,
        }

    def _forms(self) -> dict[str, DeskForm]:
        """Return the forms of what this user may do now, by their key."""
        return {
            form_class.key.replace("-", "_"): self.form(form_class, **self.words_of(form_class))
            for form_class in due_forms(self.application, self.roles, is_released=self._is_released())
        }

    def _is_released(self) -> bool:
        return released_at(self.application) is not None

    def words_of(self, form_class: type[DeskForm]) -> dict[str, Any]:
        """Return what a form of the dossier needs beside the request."""
        return words_of(form_class, self.application, today=self.today, is_president=Role.PRESIDENT in self.roles)
