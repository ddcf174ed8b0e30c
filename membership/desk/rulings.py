"""The decisions of Committee and Assembly that the office works by: what they settle, and the record of a new one."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.desk.dossier_forms import DayInput
from membership.labels.states import RulingKind
from membership.permissions import Action
from membership.selectors.rulings import is_circulation_allowed, rulings
from membership.services.rulings import record_ruling


class RulingForm(DeskForm):
    """What was decided, when, and in which document."""

    key = "ruling"
    kind = forms.ChoiceField(label=_("What it settles"), choices=RulingKind.choices, widget=forms.RadioSelect)
    document = forms.CharField(label=_("Document"), help_text=_("Its name and number"), max_length=200)
    decided_on = forms.DateField(label=_("Decided on"), widget=DayInput)
    text = forms.CharField(label=_("Wording"), widget=forms.Textarea(attrs={"rows": 4}), required=False)


class RulingsView(DeskView):
    """All rulings, the newest first."""

    action = Action.OPEN_DOSSIER
    page_title = _("Rulings")
    header_icon = "form"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/rulings.html"

    def url(self) -> str:
        return reverse("desk:rulings")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_record = self.may(Action.RECORD_RULING)
        return super().get_context_data(
            rulings=rulings(),
            is_circulation_allowed=is_circulation_allowed(self.today),
            form=self.form(RulingForm) if may_record else None,
            **kwargs,
        )


class RecordRuling(Act, RulingsView):
    act = Action.RECORD_RULING
    form_class = RulingForm
    done = _("The ruling is recorded.")

    def perform(self, **words: Any) -> None:
        record_ruling(self.user, now=self.now, **words)
