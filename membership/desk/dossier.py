"""The dossier of an application, with the acts that are due on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from membership.desk.base import QUEUE_CRUMB, DeskForm, DeskView
from membership.desk.dossier_forms import CeremonyForm, CheckForm, OpenRoundForm, SignForm, TakeForm
from membership.forms.sections import answer_rows
from membership.labels.states import RoundState
from membership.models import Application, Release
from membership.permissions import Action, Role
from membership.rules.lifecycle import APPLICATION, ApplicationAction
from membership.rules.lifecycle import ApplicationState as RuleState
from membership.rules.roles import Role as RuleRole
from membership.selectors.dossier import Gate, done, gate_of, read
from membership.services.reading import dossier_opened

# Form, what the table of permissions must allow, and what the life cycle must allow in the state.
DUE: tuple[tuple[type[DeskForm], Action, ApplicationAction], ...] = (
    (TakeForm, Action.TAKE, ApplicationAction.TAKE),
    (CheckForm, Action.COMPLETE_CHECK, ApplicationAction.FORWARD),
    (OpenRoundForm, Action.OPEN_ROUND, ApplicationAction.OPEN_ROUND),
    (SignForm, Action.RECORD_SIGNATURE, ApplicationAction.SIGN_DECLARATION),
    (CeremonyForm, Action.RECORD_CEREMONY, ApplicationAction.HOLD_CEREMONY),
)
CLOSED = 403


class DossierView(DeskView):
    """Answers, files, check, rounds and what happened. A seat states first whether it has a conflict."""

    action = Action.OPEN_DOSSIER
    header_icon = "doc-full-inverse"
    template_name = "membership/desk/dossier.html"

    def before(self) -> HttpResponse | None:
        received = Application.objects.received().select_related("assignee", "city")
        self.application = get_object_or_404(received, pk=self.kwargs["pk"])
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
        revision = self.application.revisions.last()
        return {
            "revision": revision,
            "sections": answer_rows(revision.content["answers"], self.today) if revision else [],
            "files": self.application.uploads.filter(replaced_at__isnull=True),
            "rounds": self.application.rounds.select_related("rule", "decision", "revision"),
            "happenings": done(self.application),
            "readings": read(self.application) if self.may(Action.SEE_RECORD) else [],
            "forms": self._forms(),
            "is_released": self._is_released(),
        }

    def _forms(self) -> dict[str, DeskForm]:
        """Return the forms of what this user may do now, by their key."""
        possible = self._possible()
        return {
            form_class.key.replace("-", "_"): self.form(form_class, **self.words_of(form_class))
            for form_class, action, step in DUE
            if self.may(action) and step in possible
        }

    def _possible(self) -> set[ApplicationAction]:
        actors = (RuleRole.SECRETARIAT, RuleRole.SECRETARY, RuleRole.PRESIDENT)
        possible = {step for actor in actors for step in APPLICATION.actions(RuleState(self.application.state), actor)}
        return possible if self._is_released() else possible - {ApplicationAction.SIGN_DECLARATION}

    def _is_released(self) -> bool:
        released = Release.objects.filter(decision__round__application=self.application)
        return released.filter(decision__round__state=RoundState.CONFIRMED).exists()

    def words_of(self, form_class: type[DeskForm]) -> dict[str, Any]:
        """Return what a form of the dossier needs beside the request."""
        words: dict[str, Any] = {"application": self.application}
        if form_class is OpenRoundForm:
            words |= {"today": self.today, "is_president": Role.PRESIDENT in self.roles}
        return words
