"""What is done on a dossier: take, check, forward, open a round, record the signature and the ceremony."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act
from membership.desk.dossier import DossierView
from membership.desk.dossier_forms import CeremonyForm, CheckForm, OpenRoundForm, SignForm, TakeForm
from membership.permissions import Action
from membership.services import accession, checking, rounds


class DossierAct(Act, DossierView):
    """An act on the application; its form carries the version that the writer saw."""

    def form_words(self) -> dict[str, Any]:
        return self.words_of(self.form_class)

    @property
    def by(self) -> tuple[Any, ...]:
        return self.application.pk, self.user


class Take(DossierAct):
    act = Action.TAKE
    form_class = TakeForm
    done = _("You are checking this application now.")

    def perform(self, **words: Any) -> None:
        checking.take(*self.by, now=self.now, **words)


class Check(DossierAct):
    act = Action.COMPLETE_CHECK
    form_class = CheckForm
    done = _("The check is saved.")

    def perform(self, **words: Any) -> None:
        checking.save_check(*self.by, now=self.now, **words)


class Forward(DossierAct):
    """Saves the check and forwards, or does neither."""

    act = Action.FORWARD
    form_class = CheckForm
    done = _("The application lies before the Committee.")

    @transaction.atomic
    def perform(self, **words: Any) -> None:
        saved = checking.save_check(*self.by, now=self.now, **words)
        checking.forward(*self.by, now=self.now, version=saved.version)


class OpenRound(DossierAct):
    act = Action.OPEN_ROUND
    form_class = OpenRoundForm
    done = _("The round is open. Its rule, its electorate and the revision are frozen.")

    def perform(self, **words: Any) -> None:
        self.round = rounds.open_round(*self.by, now=self.now, **words)

    def url_after(self) -> str:
        return reverse("desk:round", args=[self.round.pk])


class Sign(DossierAct):
    act = Action.RECORD_SIGNATURE
    form_class = SignForm
    done = _("The signature is recorded. The city is a member now, in the list and on the map.")

    def perform(self, **words: Any) -> None:
        accession.sign_declaration(*self.by, now=self.now, **words)


class Ceremony(DossierAct):
    act = Action.RECORD_CEREMONY
    form_class = CeremonyForm
    done = _("The ceremony is recorded.")

    def perform(self, **words: Any) -> None:
        accession.hold_ceremony(*self.by, now=self.now, **words)
