"""The record of a decision."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from membership.desk.base import DeskForm, DeskView
from membership.desk.correction_forms import AnswerCorrectionForm, CorrectionForm, ReleaseCorrectionForm
from membership.desk.dossier_forms import rule_label
from membership.labels.decisions import READINGS
from membership.labels.states import RoundState
from membership.models import Correction
from membership.permissions import Action
from membership.selectors.decisions import seat_records, told
from membership.selectors.dossier import names_of
from membership.selectors.register import register
from membership.selectors.rules import last_day_of

REGISTER_CRUMB = {"url": reverse_lazy("desk:decisions"), "label": gettext_lazy("Decisions")}


class DecisionView(DeskView):
    """What was decided, under all three readings, with every ballot, the declaration and the release."""

    action = Action.OPEN_DOSSIER
    header_icon = "form"
    template_name = "membership/desk/decision.html"

    def before(self) -> HttpResponse | None:
        self.decision = get_object_or_404(register(), pk=self.kwargs["pk"])
        return None

    def url(self) -> str:
        return reverse("desk:decision", args=[self.decision.pk])

    def get_page_title(self) -> str:
        return _("Decision %(number)s") % {"number": self.decision.number}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [REGISTER_CRUMB, {"url": self.url(), "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        confirmation = getattr(self.decision, "confirmation", None)
        release = getattr(self.decision, "release", None)
        seats = seat_records(self.decision)
        corrections = list(self.decision.corrections.all())
        keys = {ballot.cast_by for seat in seats for ballot in seat.ballots}
        keys |= {confirmation.declared_by} if confirmation else set()
        keys |= {release.released_by} if release else set()
        keys |= {key for row in corrections for key in (row.proposed_by, row.answered_by, row.released_by) if key}
        return super().get_context_data(
            decision=self.decision,
            application=self.decision.round.application,
            rule=rule_label(self.decision.round.rule),
            rule_version=self.decision.round.rule,
            rule_last_day=last_day_of(self.decision.round.rule),
            told=told(self.decision),
            counts=self.decision.evaluation["counts"],
            seats=seats,
            confirmation=confirmation,
            reading=READINGS.get(confirmation.reading, "") if confirmation else "",
            release=release,
            what_if=urlencode({"rule": self.decision.rule["key"], "case": json.dumps(self.decision.case)}),
            names=names_of(keys),
            corrections=corrections,
            forms=self._forms(corrections),
            **kwargs,
        )

    def _forms(self, corrections: list[Correction]) -> dict[str, DeskForm]:
        """Return the forms of what the reader may do with the corrections of this decision."""
        last = corrections[-1] if corrections else None
        is_open = last is not None and last.is_confirmed is None
        is_declared = self.decision.round.state == RoundState.CONFIRMED
        is_unreleased = last is not None and bool(last.is_confirmed) and last.released_at is None
        due = (
            ("correction", CorrectionForm, Action.PROPOSE_CORRECTION, is_declared and not is_open),
            ("answer", AnswerCorrectionForm, Action.CONFIRM_CORRECTION, is_open),
            ("release", ReleaseCorrectionForm, Action.RELEASE, is_unreleased),
        )
        return {name: self.form(form) for name, form, action, is_due in due if is_due and self.may(action)}
