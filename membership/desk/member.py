"""The page of one member: its dossier (Statutes, Art. 12), with the acts that are due on it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from membership.desk.base import DeskForm, DeskView
from membership.desk.member_forms import (
    ContactForm,
    LiftForm,
    MotionForm,
    NoteForm,
    NoticeForm,
    RecordLiftingForm,
    RecordSuspensionForm,
    RevokeForm,
    SuspendForm,
)
from membership.desk.members import MEMBERS_CRUMB
from membership.models import Member
from membership.permissions import Action, Role, may
from membership.rules.lifecycle import MEMBERSHIP, MemberAction, MemberState
from membership.rules.roles import Role as RuleRole
from membership.selectors.member_dossier import MemberDossier, member_dossier
from membership.services.reading import member_opened

# Form, what the table of permissions must allow, and who may do what in the life cycle.
BY_STATE: tuple[tuple[type[DeskForm], Action, RuleRole, MemberAction], ...] = (
    (SuspendForm, Action.SUSPEND, RuleRole.PRESIDENT, MemberAction.SUSPEND),
    (LiftForm, Action.SUSPEND, RuleRole.PRESIDENT, MemberAction.LIFT),
    (RecordSuspensionForm, Action.RECORD_MEMBER_ACT, RuleRole.SECRETARY, MemberAction.SUSPEND),
    (RecordLiftingForm, Action.RECORD_MEMBER_ACT, RuleRole.SECRETARY, MemberAction.LIFT),
    (NoticeForm, Action.RECORD_MEMBER_ACT, RuleRole.MEMBER, MemberAction.GIVE_NOTICE),
    (RevokeForm, Action.RECORD_MEMBER_ACT, RuleRole.MEMBER, MemberAction.REVOKE),
    (MotionForm, Action.PREPARE_ASSEMBLY, RuleRole.SECRETARY, MemberAction.REMOVE),
)


def due_member_forms(dossier: MemberDossier, roles: Collection[Role]) -> list[type[DeskForm]]:
    """Return the forms of what may be done now about a membership."""
    state = MemberState(dossier.member.state)
    due = [
        form
        for form, action, actor, step in BY_STATE
        if may(roles, action) and step in MEMBERSHIP.actions(state, actor)
    ]
    return [form for form in due if form is not MotionForm or dossier.motion_under_way is None]


class MemberView(DeskView):
    """Applications, declaration, ceremony, participation, suspensions, notices, seats, files and what happened."""

    action = Action.SEE_MEMBERS
    header_icon = "group"
    template_name = "membership/desk/member.html"

    def before(self) -> HttpResponse | None:
        self.member = get_object_or_404(Member.objects.select_related("city"), pk=self.kwargs["pk"])
        return None

    def page(self, status: int = 200) -> HttpResponse:
        member_opened(self.member, self.user, now=self.now)
        return super().page(status)

    def url(self) -> str:
        return reverse("desk:member", args=[self.member.pk])

    def get_page_title(self) -> str:
        return self.member.city.name_en

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [MEMBERS_CRUMB, {"url": self.url(), "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        dossier = member_dossier(self.member, self.user, self.now)
        forms = {form.key.replace("-", "_"): self.form(form) for form in due_member_forms(dossier, self.roles)}
        if self.may(Action.RECORD_MEMBER_ACT):
            forms["contact"] = self.form(ContactForm, member=self.member)
        notes = self._notes(dossier) if self.may(Action.RECORD_MEMBER_ACT) else []
        sees_record = self.may(Action.SEE_RECORD)
        return super().get_context_data(
            member=self.member, dossier=dossier, forms=forms, notes=notes, sees_record=sees_record, **kwargs
        )

    def _notes(self, dossier: MemberDossier) -> list[tuple[Any, DeskForm]]:
        """Return each act that the Committee has not taken note of, with its form, as it was refused or fresh."""
        refused = self.refused.get(NoteForm.key)
        return [
            (act, refused if refused and act.pk == self.kwargs.get("act") else NoteForm(auto_id=f"note-{act.pk}_%s"))
            for act in dossier.to_be_noted
        ]
