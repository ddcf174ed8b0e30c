"""Sections 4 and 5: the city's role, and what it would bring (Statutes, Art. 3, 5 and 14)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.forms.choices import AIMS, Contribution, CouldHost, GroupRole, Network, Partnership, YesNo
from membership.forms.conditions import Condition
from membership.forms.fields import WordsField, choice, text
from membership.forms.pickers import member_select
from membership.forms.rows import RowsField
from membership.forms.summarised import SummarisedForm
from membership.labels.working_groups import WORKING_GROUPS

ROLE_WORDS, PLEDGE_WORDS, HOW_WORDS = 250, 300, 100
MOST_PROJECTS, MOST_PARTNERS = 5, 10
GROUP_FIELDS = tuple(name for key in WORKING_GROUPS for name in (f"group_{key}", f"expert_{key}"))


class RoleForm(SummarisedForm):
    """What the city does in its country and beyond."""

    key = "role"
    title = _("National and international role")
    conditions = {
        **SummarisedForm.conditions,
        "association_name": Condition("in_association", (YesNo.YES,)),
        "association_role": Condition("in_association", (YesNo.YES,)),
        "networks_other": Condition("networks", (Network.OTHER,)),
    }

    national_role = WordsField(
        label=_("The role of the city in its country"),
        max_words=ROLE_WORDS,
        help_text=_("For example as a seat of institutions, a port, a university town or a centre of its region"),
    )
    in_association = choice(
        _("Is the city a member of an association of local governments of its country?"), YesNo.choices
    )
    association_name = text(_("Name of the association"), max_length=160, help_text=_("Only if it is a member"))
    association_role = text(
        _("Role of the city in the association"),
        max_length=160,
        help_text=_("For example member, seat on the board, head of a committee"),
    )
    networks = forms.MultipleChoiceField(
        label=_("International networks to which the city belongs"),
        choices=Network.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    networks_other = text(_("Names of the other networks"), help_text=_("Only if you ticked “Another network”"))
    partners = RowsField(
        {
            "city": member_select(_("City of the network")),
            "other": forms.CharField(label=_("or another city, with its country"), max_length=120, required=False),
            "kind": forms.ChoiceField(
                label=_("Kind of partnership"), choices=[("", ""), *Partnership.choices], required=False
            ),
        },
        most=MOST_PARTNERS,
        row_title=_("Partner city"),
        label=_("Twin cities, and cooperation with cities of the network"),
        help_text=_("Up to ten. Save to get another line."),
    )
    projects = RowsField(
        {
            "title": forms.CharField(label=_("Title"), max_length=160, required=False),
            "years": forms.CharField(label=_("Years"), max_length=20, required=False),
            "programme": forms.CharField(label=_("Programme"), max_length=120, required=False),
            "role": forms.CharField(label=_("Role of the city"), max_length=120, required=False),
            "link": forms.URLField(label=_("Web address"), assume_scheme="https", max_length=200, required=False),
        },
        most=MOST_PROJECTS,
        row_title=_("Project"),
        label=_("International projects of the last years"),
        help_text=_("Up to five. Save to get another line."),
    )
    field_order = [
        "answer_language",
        "national_role",
        "in_association",
        "association_name",
        "association_role",
        "networks",
        "networks_other",
        "partners",
        "projects",
        "summary_en",
    ]


class ContributionForm(SummarisedForm):
    """What the city pledges; the Committee weighs it (Article 5)."""

    key = "contribution"
    title = _("Contribution")
    lead = _(
        "The Committee weighs what you pledge to contribute to projects and to the aims of the network (Articles 3 and 5)."
    )
    conditions = {
        **SummarisedForm.conditions,
        **{
            f"expert_{key}": Condition(f"group_{key}", (GroupRole.LEAD, GroupRole.ACTIVE), is_needed=False)
            for key in WORKING_GROUPS
        },
    }

    pledge = WordsField(
        label=_("What would the city contribute to projects and initiatives?"),
        max_words=PLEDGE_WORDS,
        help_text=_("For example staff, experience, data, places for meetings, a project that you lead"),
    )
    aims_how = WordsField(label=_("How would you contribute to the aims you have chosen?"), max_words=HOW_WORDS)
    could_host = forms.MultipleChoiceField(
        label=_("What the city could host"),
        choices=CouldHost.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    introduced_by = member_select(_("Member city that introduces you"), help_text=_("This is never required."))

    field_order = [
        "answer_language",
        "pledge",
        *AIMS,
        "aims_how",
        *GROUP_FIELDS,
        "could_host",
        "introduced_by",
        "summary_en",
    ]

    def more_fields(self) -> dict[str, forms.Field]:
        aims = {name: choice(_("Aim: %(aim)s") % {"aim": label}, Contribution.choices) for name, label in AIMS.items()}
        return {**aims, **_group_fields()}

    def missing(self) -> dict[str, Any]:
        """Of the aims at least one must be contributed to; until all are answered, the empty ones are what is missing."""
        answers = [self.cleaned_data.get(name) for name in AIMS]
        if not all(answers) or Contribution.CONTRIBUTE in answers:
            return super().missing()
        return {
            **super().missing(),
            next(iter(AIMS)): _("Choose “We would contribute” for at least one aim (Article 3)."),
        }


def _group_fields() -> dict[str, forms.Field]:
    """Return for each working group the city's role in it, and the expert whom it would send."""
    fields: dict[str, forms.Field] = {}
    for key, label in WORKING_GROUPS.items():
        fields[f"group_{key}"] = forms.ChoiceField(
            label=_("Working group: %(group)s") % {"group": label},
            choices=[("", _("No answer")), *GroupRole.choices],
            required=False,
        )
        fields[f"expert_{key}"] = text(
            _("Expert for this group"),
            needed=False,
            max_length=160,
            help_text=_("Name, post and work e-mail address, if you lead or take part"),
        )
    return fields
