"""The record of a decision, and the register of all decisions."""

from __future__ import annotations

import json
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator

from membership.desk.base import DeskView
from membership.desk.dossier_forms import rule_label
from membership.labels.decisions import READINGS
from membership.permissions import Action
from membership.selectors.decisions import register, seat_records, told
from membership.selectors.dossier import names_of

ROWS_PER_PAGE = 50
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
        keys = {ballot.cast_by for seat in seats for ballot in seat.ballots}
        keys |= {confirmation.declared_by} if confirmation else set()
        keys |= {release.released_by} if release else set()
        return super().get_context_data(
            decision=self.decision,
            application=self.decision.round.application,
            rule=rule_label(self.decision.round.rule),
            told=told(self.decision),
            counts=self.decision.evaluation["counts"],
            seats=seats,
            confirmation=confirmation,
            reading=READINGS.get(confirmation.reading, "") if confirmation else "",
            release=release,
            what_if=urlencode({"rule": self.decision.rule["key"], "case": json.dumps(self.decision.case)}),
            names=names_of(keys),
            **kwargs,
        )


class RegisterView(DeskView):
    """All decisions, the newest first."""

    action = Action.OPEN_DOSSIER
    page_title = gettext_lazy("Decisions")
    header_icon = "form"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/register.html"

    def url(self) -> str:
        return reverse("desk:decisions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        paginator = WagtailPaginator(register(), ROWS_PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        pages = list(paginator.get_elided_page_range(page.number))
        return super().get_context_data(page_obj=page, elided_page_range=pages, **kwargs)
