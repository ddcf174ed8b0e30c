"""What is done on a round that waits: a question to the applicant, a Committee that changed, a demand for a meeting."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk import round_forms as forms
from membership.desk.round_acts import FreshRoundAct, RoundAct
from membership.permissions import Action
from membership.services import circulation, pausing, recomposing


class Ask(RoundAct):
    act = Action.REQUEST_INFORMATION
    form_class = forms.AskForm
    done = _("The applicant was asked. The round is paused until the answer.")

    def perform(self, **words: Any) -> None:
        pausing.ask_from_round(*self.by, now=self.now, **words)


class Resume(RoundAct):
    act = Action.RESUME_ROUND
    form_class = forms.ResumeForm
    done = _("The round goes on with the newest revision. Votes on an older one must be cast again.")

    def perform(self, **words: Any) -> None:
        pausing.resume(*self.by, now=self.now)


class Suspend(RoundAct):
    act = Action.SUSPEND_ROUND
    form_class = forms.SuspendForm
    done = _("The round is suspended.")

    def perform(self, **words: Any) -> None:
        recomposing.suspend(*self.by, now=self.now)


class Restart(RoundAct):
    act = Action.OPEN_ROUND
    form_class = forms.RestartForm
    done = _("The round begins anew with the Committee of today.")

    def perform(self, **words: Any) -> None:
        self.new = recomposing.restart(*self.by, now=self.now)

    def url_after(self) -> str:
        return reverse("desk:round", args=[self.new.pk])


class Continue(FreshRoundAct):
    act = Action.CONTINUE_ROUND
    form_class = forms.ContinueForm
    done = _("The round goes on with its electorate.")

    def perform(self, **words: Any) -> None:
        recomposing.let_go_on(*self.by, now=self.now, **words)


class Demand(FreshRoundAct):
    act = Action.CAST
    form_class = forms.DemandForm
    done = _("Your demand for a meeting is recorded.")

    def perform(self, **words: Any) -> None:
        circulation.demand_meeting(*self.by, now=self.now)
