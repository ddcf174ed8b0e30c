"""Sections 4 and 5: the city's role, and what it would bring (Statutes, Art. 3, 5 and 14)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.base import SectionForm
from membership.forms.choices import AIMS, AnswerLanguage, Contribution, CouldHost, GroupRole
from membership.forms.fields import LONG, WordsField, choice, mark_needed
from membership.labels.working_groups import WORKING_GROUPS

ROLE_WORDS, PLEDGE_WORDS, HOW_WORDS, SUMMARY_WORDS = 250, 300, 100, 200
LANGUAGE_HINT = _(
    "English is the network’s official language (Article 10). You may write in your own and add a summary in English."
)


class SummarisedForm(SectionForm):
    """A section whose long answers may be in another language, if a summary in English comes with them."""

    conditional = frozenset({"summary_en"})

    answer_language = choice(
        _("Language of your answers in this section"), AnswerLanguage.choices, help_text=LANGUAGE_HINT
    )
    summary_en = WordsField(
        label=_("Summary in English"),
        max_words=SUMMARY_WORDS,
        required=False,
        help_text=_("Needed if you do not answer in English; at most 200 words."),
    )

    def also_needed(self) -> list[str]:
        return ["summary_en"] if self.cleaned_data.get("answer_language") == AnswerLanguage.OTHER else []


class RoleForm(SummarisedForm):
    """What the city does in its country and beyond."""

    key = "role"
    title = _("National and international role")

    national_role = WordsField(
        label=_("The role of the city in its country"), max_words=ROLE_WORDS, help_text=_("At most 250 words.")
    )
    networks = forms.CharField(
        label=_("Networks to which the city belongs"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    partners = forms.CharField(
        label=_("Twin cities, and cooperation with cities of the network"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    projects = forms.CharField(
        label=_("International projects of the last years"),
        required=False,
        max_length=LONG * 2,
        help_text=_("Up to five: title, years, programme and your role."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ["answer_language", "national_role", "networks", "partners", "projects", "summary_en"]


class ContributionForm(SummarisedForm):
    """What the city pledges; the Committee weighs it (Article 5)."""

    key = "contribution"
    title = _("Contribution")
    lead = _(
        "The Committee weighs what you pledge to contribute to projects and to the aims of the network (Articles 3 and 5)."
    )

    pledge = WordsField(
        label=_("What would the city contribute to projects and initiatives?"),
        max_words=PLEDGE_WORDS,
        help_text=_("At most 300 words."),
    )
    aims_how = WordsField(
        label=_("How would you contribute to the aims you have chosen?"),
        max_words=HOW_WORDS,
        help_text=_("At most 100 words."),
    )
    could_host = forms.MultipleChoiceField(
        label=_("What the city could host"),
        choices=CouldHost.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    introduced_by = forms.CharField(
        label=_("Member city that introduces you"),
        required=False,
        max_length=120,
        help_text=_("This is never required."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in AIMS.items():
            self.fields[name] = choice(_("Aim: %(aim)s") % {"aim": label}, Contribution.choices)
            mark_needed(self.fields[name], is_needed=True)
        for key, label in WORKING_GROUPS.items():
            roles = [("", _("No answer")), *GroupRole.choices]
            name = f"group_{key}"
            self.fields[name] = forms.ChoiceField(
                label=_("Working group: %(group)s") % {"group": label}, choices=roles, required=False
            )
            mark_needed(self.fields[name], is_needed=False)
        groups = [f"group_{key}" for key in WORKING_GROUPS]
        self.order_fields(
            ["answer_language", "pledge", *AIMS, "aims_how", *groups, "could_host", "introduced_by", "summary_en"]
        )

    def missing(self) -> dict[str, Any]:
        """Of the aims at least one must be contributed to; until all are answered, the empty ones are what is missing."""
        answers = [self.cleaned_data.get(name) for name in AIMS]
        if not all(answers) or Contribution.CONTRIBUTE in answers:
            return super().missing()
        return {
            **super().missing(),
            next(iter(AIMS)): _("Choose “We would contribute” for at least one aim (Article 3)."),
        }
