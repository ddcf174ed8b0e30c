"""What is done on a round: statement, ballots, roll, closing, the President's declaration, release."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk import round_forms as forms
from membership.desk.base import Act
from membership.desk.fresh import FreshAct
from membership.desk.rounds import RoundView
from membership.labels.states import RoundState
from membership.permissions import Action
from membership.selectors.ties import ties
from membership.services import ballots, decisions, roll, statements


class RoundAct(Act, RoundView):
    """An act on a round."""

    def form_words(self) -> dict[str, Any]:
        return self.words_of(self.form_class)

    @property
    def by(self) -> tuple[Any, ...]:
        return self.round.pk, self.user


class FreshRoundAct(FreshAct, RoundAct):
    """An act on a round that asks for a fresh log-in."""


class DeclaringAct(FreshRoundAct):
    """An act of the President, or of who stands in for one that is recused."""

    act = Action.CONFIRM

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.declarer != self.user.pk:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)


class Statement(RoundAct):
    """The page on which a seat states whether it has a conflict of interest, before its dossier opens."""

    action = act = Action.STATE_CONFLICT
    form_class = forms.StatementForm
    template_name = "membership/desk/statement.html"
    done = _("Your statement is recorded.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.board.own is None or self.round.state != RoundState.OPEN:
            return redirect(self.url())
        return self.page()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = self.board.own
        tied = ties(self.round, own.seat.seat.city) if own else []
        return super().get_context_data(form=self.form(forms.StatementForm), ties=tied, **kwargs)

    def perform(self, **words: Any) -> None:
        statements.state_conflict(*self.by, now=self.now, **words)
        self.has_conflict = words["has_conflict"]

    def url_after(self) -> str:
        return self.url() if self.has_conflict else reverse("desk:dossier", args=[self.round.application_id])


class Cast(FreshRoundAct):
    act = Action.CAST
    form_class = forms.CastForm
    done = _("Your vote is recorded. You may vote again until the round is closed; the last vote counts.")

    def perform(self, **words: Any) -> None:
        ballots.cast(*self.by, now=self.now, **words)


class CastFor(FreshRoundAct):
    act = Action.CAST
    form_class = forms.CastForForm
    done = _("The vote for the seat that you represent is recorded.")

    def perform(self, **words: Any) -> None:
        ballots.cast_for(*self.by, now=self.now, **words)


class Object(FreshRoundAct):
    act = Action.CAST
    form_class = forms.ObjectForm
    done = _("Your objection is recorded. The vote that was recorded for your seat no longer counts.")

    def perform(self, **words: Any) -> None:
        ballots.object_to(*self.by, now=self.now, **words)


class RecordStatement(RoundAct):
    act = Action.RECORD_BALLOT
    form_class = forms.RecordStatementForm
    done = _("The statement is recorded for the seat.")

    def perform(self, **words: Any) -> None:
        statements.record_statement(*self.by, now=self.now, **words)


class RecordBallot(FreshRoundAct):
    act = Action.RECORD_BALLOT
    form_class = forms.RecordBallotForm
    done = _("The vote is recorded for the seat.")

    def perform(self, **words: Any) -> None:
        ballots.record_ballot(*self.by, now=self.now, **words)


class Attendance(RoundAct):
    act = Action.RECORD_ATTENDANCE
    form_class = forms.AttendanceForm
    done = _("The attendance is recorded.")

    def perform(self, **words: Any) -> None:
        roll.record_attendance(*self.by, now=self.now, **words)


class Close(FreshRoundAct):
    act = Action.CLOSE
    form_class = forms.CloseForm
    done = _("The round is closed and its result is computed.")

    def perform(self, **words: Any) -> None:
        decisions.close_round(*self.by, now=self.now, **words)


class Confirm(DeclaringAct):
    form_class = forms.ConfirmForm
    done = _("The result is confirmed.")

    def perform(self, **words: Any) -> None:
        decisions.confirm(*self.by, now=self.now, **words)


class NotApprove(DeclaringAct):
    form_class = forms.NotApproveForm
    done = _("The application is declared not approved.")

    def perform(self, **words: Any) -> None:
        decisions.not_approve(*self.by, now=self.now, **words)


class Defer(DeclaringAct):
    form_class = forms.DeferForm
    done = _("The application is deferred and ready for another round.")

    def perform(self, **words: Any) -> None:
        decisions.defer(*self.by, now=self.now, **words)


class Release(FreshRoundAct):
    act = Action.RELEASE
    form_class = forms.ReleaseForm
    done = _("The decision is released. The letter goes to the applicant.")

    def perform(self, **words: Any) -> None:
        decisions.release(*self.by, now=self.now, **words)
