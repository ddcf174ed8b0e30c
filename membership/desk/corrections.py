"""What is done with a wrong decision: a correction proposed, answered and released."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from membership.desk.correction_forms import AnswerCorrectionForm, CorrectionForm, ReleaseCorrectionForm
from membership.desk.decisions import DecisionView
from membership.desk.fresh import FreshAct
from membership.permissions import Action
from membership.services import corrections


class CorrectionAct(FreshAct, DecisionView):
    """An act on the corrections of a decision; each binds, as the decision did."""


class Propose(CorrectionAct):
    act = Action.PROPOSE_CORRECTION
    form_class = CorrectionForm
    done = _("The correction is proposed to the President.")

    def perform(self, **words: Any) -> None:
        corrections.propose(self.decision.pk, self.user, now=self.now, **words)


class Answer(CorrectionAct):
    act = Action.CONFIRM_CORRECTION
    form_class = AnswerCorrectionForm
    done = _("Your answer is recorded.")

    def perform(self, **words: Any) -> None:
        corrections.answer(self.kwargs["correction"], self.user, now=self.now, **words)


class ReleaseCorrection(CorrectionAct):
    act = Action.RELEASE
    form_class = ReleaseCorrectionForm
    done = _("The correction is released. The letter goes to the applicant.")

    def perform(self, **words: Any) -> None:
        corrections.release_correction(self.kwargs["correction"], self.user, now=self.now)
