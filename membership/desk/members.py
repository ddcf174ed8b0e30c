"""The list of the members, with what waits for the Committee and for the Assembly."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm, DeskView
from membership.labels.states import MemberState
from membership.models.city import COUNTRY_CHOICES
from membership.permissions import Action
from membership.selectors.members import (
    WantedMembers,
    acts_for_the_next_agenda,
    member_counts,
    members,
    motions_under_way,
)

MEMBERS_CRUMB = {"url": reverse_lazy("desk:members"), "label": _("Members")}


class MembersForm(DeskForm):
    """Narrows the list. Sent by GET, so that a list can be kept as a bookmark."""

    key = "members"
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *MemberState.choices])
    country = forms.ChoiceField(
        label=_("Country"), required=False, choices=[("", _("All countries")), *COUNTRY_CHOICES]
    )


class MembersView(DeskView):
    """All memberships, those that ended too: about eighty, on one page."""

    action = Action.SEE_MEMBERS
    page_title = _("Members")
    header_icon = "group"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/members.html"

    def url(self) -> str:
        return reverse("desk:members")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = MembersForm(self.request.GET)
        form.is_valid()  # a value that no choice has narrows nothing and is marked
        wanted = WantedMembers(**{name: form.cleaned_data.get(name, "") for name in ("state", "country")})
        counts = member_counts()
        return super().get_context_data(
            form=form,
            members=members(wanted),
            counts=[(state, label, counts[state]) for state, label in MemberState.choices if state in counts],
            agenda=acts_for_the_next_agenda(),
            motions=motions_under_way(),
            **kwargs,
        )
