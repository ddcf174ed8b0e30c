"""The President's decision on a request to be an observer (Statutes, Art. 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from membership.desk.dossier_acts import DossierAct
from membership.desk.fresh import FreshAct
from membership.desk.observer_forms import DeclineObserverForm, InviteForm
from membership.permissions import Action
from membership.services import observing


class Invite(FreshAct, DossierAct):
    act = Action.DECIDE_OBSERVER
    form_class = InviteForm
    done = _("The observer is invited. The Committee was informed.")

    def perform(self, **words: Any) -> None:
        observing.invite(*self.by, now=self.now, **words)


class DeclineObserver(FreshAct, DossierAct):
    act = Action.DECIDE_OBSERVER
    form_class = DeclineObserverForm
    done = _("The request is declined. The Committee was informed.")

    def perform(self, **words: Any) -> None:
        observing.decline(*self.by, now=self.now, **words)
