"""The forms of a dossier: the check, the opening of a round, the signature, the ceremony."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.labels.checklist import CHECKLIST
from membership.labels.decisions import READINGS
from membership.labels.states import RoundMode
from membership.models import Application, DecisionRule
from membership.rules.statutes import COMMITTEE_SEATS
from membership.selectors.rulings import is_circulation_allowed


class DayInput(forms.DateInput):
    """The browser's own choice of a day, which works without script."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    """The browser's own choice of a day and a time, which works without script."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class VersionForm(DeskForm):
    """Carries the version of the application which the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = application.version


class TakeForm(VersionForm):
    key = "take"


class CheckForm(VersionForm):
    """What the Secretariat found, and what it recommends."""

    key = "check"
    checked = forms.MultipleChoiceField(
        label=_("Checked"), choices=list(CHECKLIST.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    recommendation = forms.CharField(
        label=_("Recommendation to the Committee"), widget=forms.Textarea(attrs={"rows": 5}), required=False
    )
    incomplete_note = forms.CharField(
        label=_("Why the application goes on incomplete"),
        help_text=_("Only where a point of the checklist stays open."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, application=application, **kwargs)
        self.initial["checked"] = [key for key, is_checked in application.checklist.items() if is_checked]
        self.initial["recommendation"] = application.recommendation
        self.initial["incomplete_note"] = application.incomplete_note


class OpenRoundForm(VersionForm):
    """By which rule the Committee decides, and who asked for the round."""

    key = "open-round"
    rule_id = forms.TypedChoiceField(
        label=_("Decision rule"),
        coerce=int,
        help_text=_("The round keeps the rule in this version. The two other readings are recorded with the decision."),
    )
    mode = forms.ChoiceField(label=_("How the Committee votes"), choices=RoundMode.choices, widget=forms.RadioSelect)
    deadline = forms.DateTimeField(
        label=_("Votes are taken until"),
        help_text=_("By circulation only: ten days ahead at least, in the network’s time (Istanbul)."),
        widget=MomentInput,
        required=False,
    )
    ordered_by_president = forms.BooleanField(label=_("The President ordered this round"), required=False)
    members_requesting = forms.IntegerField(
        label=_("How many members of the Committee requested it"),
        help_text=_("Two are enough where the President gave no order (Article 13)."),
        min_value=0,
        max_value=COMMITTEE_SEATS,
        initial=0,
    )

    def __init__(self, *args: Any, today: date, is_president: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rules = list(DecisionRule.objects.valid_on(today))
        self.offer("rule_id", ((rule.pk, rule_label(rule)) for rule in rules))
        self.initial["rule_id"] = next((rule.pk for rule in rules if rule.is_default), None)
        self.initial["mode"] = RoundMode.MEETING
        if not is_circulation_allowed(today):
            del self.fields["mode"], self.fields["deadline"]
        if is_president:  # his opening is the order
            del self.fields["ordered_by_president"], self.fields["members_requesting"]


class SignForm(VersionForm):
    """The signature of the declaration (Statutes, Art. 2)."""

    key = "sign"
    signed_on = forms.DateField(label=_("Declaration signed on"), widget=DayInput)
    place = forms.CharField(label=_("Place of signing"), max_length=120, required=False)
    signatory = forms.CharField(
        label=_("Signed by"), help_text=_("The office, not the person: mayor."), max_length=160, required=False
    )


class CeremonyForm(VersionForm):
    """The ceremony at a summit (Statutes, Art. 5 and 10)."""

    key = "ceremony"
    held_on = forms.DateField(label=_("Ceremony held on"), widget=DayInput)
    summit = forms.CharField(label=_("Summit"), max_length=160, required=False)


def rule_label(rule: DecisionRule) -> str:
    """Return the name of the reading and the version of a rule."""
    words = {"reading": READINGS.get(rule.key, rule.key), "version": rule.version}
    return _("%(reading)s, version %(version)d") % words
