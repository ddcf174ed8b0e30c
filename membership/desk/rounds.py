"""The page of a round: who votes, who voted, what it needs, and the acts that are due on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from membership.desk import round_forms as forms
from membership.desk.base import QUEUE_CRUMB, DeskForm, DeskView
from membership.desk.dossier_forms import rule_label
from membership.desk.proxy_forms import ProxyForm, proxy_lines, seats_to_authorise
from membership.emails import Message, decision_message
from membership.labels.states import ApplicationState, RoundState
from membership.models import Round
from membership.models.decision import STANDING
from membership.permissions import Action, Role
from membership.selectors.board import board_of, mandate_end, mandate_has_ended
from membership.selectors.chair import declaring_holder
from membership.selectors.composition import change_during, has_changed
from membership.selectors.decisions import told
from membership.selectors.rules import has_newer_version

# State of the round in which a form is due, and what the table of permissions must allow.
DUE: tuple[tuple[type[DeskForm], RoundState, Action], ...] = (
    (forms.CastForm, RoundState.OPEN, Action.CAST),
    (forms.CastForForm, RoundState.OPEN, Action.CAST),
    (forms.ObjectForm, RoundState.OPEN, Action.CAST),
    (forms.DemandForm, RoundState.OPEN, Action.CAST),
    (ProxyForm, RoundState.OPEN, Action.FILE_PROXY),
    (ProxyForm, RoundState.PAUSED, Action.FILE_PROXY),
    (forms.AskForm, RoundState.OPEN, Action.REQUEST_INFORMATION),
    (forms.ResumeForm, RoundState.PAUSED, Action.RESUME_ROUND),
    (forms.SuspendForm, RoundState.OPEN, Action.SUSPEND_ROUND),
    (forms.RestartForm, RoundState.SUSPENDED, Action.OPEN_ROUND),
    (forms.ContinueForm, RoundState.SUSPENDED, Action.CONTINUE_ROUND),
    (forms.RecordStatementForm, RoundState.OPEN, Action.RECORD_BALLOT),
    (forms.AttendanceForm, RoundState.OPEN, Action.RECORD_ATTENDANCE),
    (forms.RecordBallotForm, RoundState.OPEN, Action.RECORD_BALLOT),
    (forms.CloseForm, RoundState.OPEN, Action.CLOSE),
    (forms.ConfirmForm, RoundState.CLOSED, Action.CONFIRM),
    (forms.NotApproveForm, RoundState.CLOSED, Action.CONFIRM),
    (forms.DeferForm, RoundState.CLOSED, Action.CONFIRM),
    (forms.ReleaseForm, RoundState.CONFIRMED, Action.RELEASE),
)


OF_SEATS = (
    forms.CastForm,
    forms.CastForForm,
    forms.AttendanceForm,
    forms.RecordBallotForm,
    forms.RecordStatementForm,
)
DECLARING = (forms.ConfirmForm, forms.NotApproveForm, forms.DeferForm)


class RoundView(DeskView):
    """A round. Choices are sealed until the reader's own seat has voted or the round is closed."""

    action = Action.OPEN_DOSSIER
    header_icon = "group"
    template_name = "membership/desk/round.html"

    def before(self) -> HttpResponse | None:
        found = Round.objects.select_related(
            "application", "revision", "rule", "meeting", "decision__confirmation", "decision__release"
        )
        self.round = get_object_or_404(found, pk=self.kwargs["pk"])
        self.decision = getattr(self.round, "decision", None)
        self.board = board_of(self.round, self.user, keeps_record=self.may(Action.RECORD_BALLOT))
        return None

    @cached_property
    def declarer(self) -> int | None:
        """The account that declares the result."""
        return declaring_holder(self.round, self.today)

    @cached_property
    def has_changed(self) -> bool:
        """Whether the Committee is no longer the one that the open round began with."""
        return self.round.state == RoundState.OPEN and has_changed(self.round, self.today)

    def url(self) -> str:
        return reverse("desk:round", args=[self.round.pk])

    def get_page_title(self) -> str:
        return _("Round on %(city)s") % {"city": self.round.application.name_en}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        dossier = reverse("desk:dossier", args=[self.round.application_id])
        return [
            QUEUE_CRUMB,
            {"url": dossier, "label": self.round.application.reference},
            {"url": self.url(), "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            round=self.round,
            application=self.round.application,
            rule=rule_label(self.round.rule),
            board=self.board,
            forms=dict(self._forms()),
            mandate_end=mandate_end(self.round),
            mandate_has_ended=mandate_has_ended(self.round, self.today),
            decision=self.decision,
            told=told(self.decision) if self.decision else None,
            letter=self._letter(),
            proxies=proxy_lines(self.round, self.user, self.roles),
            has_changed=self.has_changed,
            change_ahead=self._change_ahead(),
            has_newer_rule=self.round.state in STANDING and has_newer_version(self.round.rule, self.today),
            **kwargs,
        )

    def _change_ahead(self) -> date | None:
        is_open = self.round.state == RoundState.OPEN and not self.has_changed
        return change_during(self.round, self.today) if is_open else None

    def _forms(self) -> list[tuple[str, DeskForm]]:
        """Return the forms of what this user may do now."""
        return [
            (form_class.key.replace("-", "_"), self.form(form_class, **self.words_of(form_class)))
            for form_class, state, action in DUE
            if self.round.state == state and self.may(action) and self._is_due(form_class)
        ]

    def _is_due(self, form_class: type[DeskForm]) -> bool:
        if form_class in DECLARING and self.declarer != self.user.pk:
            return False
        own, is_contested = self.board.own, bool(self.decision and self.decision.is_contested)
        has_stated = own is not None and own.statement is not None
        due: dict[type[DeskForm], bool] = {
            forms.CastForm: has_stated and own is not None and not own.is_recused,
            forms.CastForForm: has_stated and bool(self.board.represented),
            forms.ObjectForm: self.board.is_recorded_for_own,
            forms.DemandForm: own is not None and self.round.deadline is not None,
            forms.ResumeForm: self.round.application.state == ApplicationState.IN_CHECK,
            forms.SuspendForm: self.has_changed,
            forms.NotApproveForm: is_contested,
            forms.ReleaseForm: not hasattr(self.decision, "release"),
        }
        return due.get(form_class, True)

    def words_of(self, form_class: type[DeskForm]) -> dict[str, Any]:
        """Return what a form of the round needs beside the request."""
        if form_class in OF_SEATS:
            return {"board": self.board}
        if form_class is ProxyForm:
            return {"seats": seats_to_authorise(self.board, self.user, is_office=Role.SECRETARIAT in self.roles)}
        if form_class is forms.AskForm:
            return {"board": self.board, "application": self.round.application, "today": self.today}
        if form_class is forms.CloseForm:
            return {"mandate_has_ended": mandate_has_ended(self.round, self.today)}
        if form_class is forms.ConfirmForm:
            return {"is_contested": bool(self.decision and self.decision.is_contested)}
        return {}

    def _letter(self) -> Message | None:
        """Return the letter as it would be sent now, for whom may release it."""
        if self.round.state != RoundState.CONFIRMED or not self.may(Action.RELEASE) or self.decision is None:
            return None
        return decision_message(self.round.application, self.decision.confirmation)
