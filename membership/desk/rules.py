"""The decision rules in the desk: every version, a proposal of a new one, and the President's answer."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.desk.dossier_forms import DayInput
from membership.desk.fresh import FreshAct
from membership.labels.decisions import READINGS
from membership.labels.rules import CASTING_VOTES, PARAMETERS, QUORUM_BASES, UNANIMITIES, parameter_rows
from membership.models import DecisionRule, RuleProposal
from membership.permissions import Action
from membership.rules.statutes import COMMITTEE_PROXY_MAX
from membership.services import rules


class ProposalForm(DeskForm):
    """A new version of one of the readings; what is not changed stays as the form shows it."""

    key = "proposal"
    reading = forms.ChoiceField(label=_("Reading"), choices=list(READINGS.items()))
    unanimity = forms.ChoiceField(label=PARAMETERS["unanimity"], choices=list(UNANIMITIES.items()))
    quorum_base = forms.ChoiceField(label=PARAMETERS["quorum_base"], choices=list(QUORUM_BASES.items()))
    casting_vote = forms.ChoiceField(label=PARAMETERS["casting_vote"], choices=list(CASTING_VOTES.items()))
    abstentions_count = forms.BooleanField(label=PARAMETERS["abstentions_count"], required=False, initial=True)
    proxy_carries_casting_vote = forms.BooleanField(label=PARAMETERS["proxy_carries_casting_vote"], required=False)
    proxy_max = forms.IntegerField(label=PARAMETERS["proxy_max"], min_value=0, initial=COMMITTEE_PROXY_MAX)
    is_default = forms.BooleanField(label=_("Used unless another is chosen"), required=False)
    valid_from = forms.DateField(label=_("Valid from"), widget=DayInput)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


class AnswerRuleForm(DeskForm):
    key = "answer-rule"
    confirms = forms.TypedChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("Confirm the new version")), ("no", _("Refuse the new version"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )


class RulesView(DeskView):
    """All versions of the rules, with what each parameter means, and the proposals."""

    action = Action.OPEN_DOSSIER
    page_title = _("Decision rules")
    header_icon = "list-ol"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/rules.html"

    def url(self) -> str:
        return reverse("desk:rules")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        in_force = set(DecisionRule.objects.valid_on(self.today).values_list("pk", flat=True))
        return super().get_context_data(
            rules=[
                (rule, READINGS.get(rule.key, rule.key), parameter_rows(rule.parameters), rule.pk in in_force)
                for rule in DecisionRule.objects.order_by("key", "-version")
            ],
            proposals=[
                (proposal, READINGS.get(proposal.key, proposal.key), parameter_rows(proposal.parameters))
                for proposal in RuleProposal.objects.order_by("-pk")
            ],
            form=self.form(ProposalForm) if self.may(Action.PROPOSE_RULE) else None,
            answer=self.form(AnswerRuleForm) if self.may(Action.CONFIRM_RULE) else None,
            **kwargs,
        )


class ProposeRule(Act, RulesView):
    act = Action.PROPOSE_RULE
    form_class = ProposalForm
    done = _("The new version is proposed to the President.")

    def perform(self, **words: Any) -> None:
        key = words.pop("reading")
        about = {name: words.pop(name) for name in ("is_default", "valid_from", "reason")}
        rules.propose_rule(self.user, key=key, parameters=words, **about, now=self.now)


class AnswerRule(FreshAct, RulesView):
    act = Action.CONFIRM_RULE
    form_class = AnswerRuleForm
    done = _("Your answer is recorded.")

    def perform(self, **words: Any) -> None:
        rules.answer_rule(self.kwargs["pk"], self.user, now=self.now, **words)
