"""What is done on the page of a motion: convene, call the roll, open, vote, close, withdraw."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act
from membership.desk.fresh import FreshAct
from membership.desk.motion_forms import (
    BallotsForm,
    CloseBallotForm,
    ConveneForm,
    LettersForm,
    OpenBallotForm,
    RollForm,
    WithdrawMotionForm,
)
from membership.desk.motions import MotionView
from membership.labels.office import sentence
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.services import assembly, assembly_ballot


class MotionAct(Act, MotionView):
    """An act on the motion of the page."""

    act = Action.PREPARE_ASSEMBLY

    @property
    def by(self) -> tuple[Any, ...]:
        return self.motion.pk, self.user


class Convene(MotionAct):
    form_class = ConveneForm
    done = _("The convening notice goes to every member with an e-mail address.")

    def perform(self, **words: Any) -> None:
        assembly.convene(*self.by, now=self.now)


class Letters(MotionAct):
    form_class = LettersForm
    done = _("The letters are recorded.")

    def perform(self, **words: Any) -> None:
        assembly.convened_by_letter(*self.by, now=self.now)


class Roll(MotionAct):
    """A row whose proxy does not stand is marked; nothing of the page is stored then."""

    form_class = RollForm
    done = _("The roll call is saved.")

    def form_words(self) -> dict[str, Any]:
        if self.standing is None:
            raise Http404
        return self.roll_words(self.standing)

    def perform(self, **words: Any) -> None:
        try:
            assembly_ballot.call_roll(*self.by, now=self.now, **words)
        except RuleError as error:
            member = error.details.get("member")
            self.fault = (int(member), str(sentence(error))) if member else None
            raise


class OpenBallot(MotionAct):
    form_class = OpenBallotForm
    done = _("The ballot is open. The roll is frozen.")

    def perform(self, **words: Any) -> None:
        assembly_ballot.open_ballot(*self.by, now=self.now)


class Ballots(FreshAct, MotionAct):
    form_class = BallotsForm
    done = _("The votes are saved.")

    def form_words(self) -> dict[str, Any]:
        return {"rows": self.rows}

    def perform(self, **words: Any) -> None:
        assembly_ballot.record_ballots(*self.by, now=self.now, **words)


class CloseBallot(FreshAct, MotionAct):
    form_class = CloseBallotForm
    done = _("The ballot is closed, and its result stands.")

    def perform(self, **words: Any) -> None:
        assembly_ballot.close_ballot(*self.by, now=self.now, **words)


class WithdrawMotion(MotionAct):
    form_class = WithdrawMotionForm
    done = _("The motion is withdrawn.")

    def perform(self, **words: Any) -> None:
        assembly.withdraw_motion(*self.by, now=self.now, **words)
