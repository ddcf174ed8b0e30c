"""The page of a motion to remove a member: convening notice, first roll call, ballot, result (Art. 8, 9 and 10)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from membership.desk.base import DeskForm, DeskView
from membership.desk.members import MEMBERS_CRUMB
from membership.desk.motion_forms import (
    HOLDERS,
    BallotsForm,
    CloseBallotForm,
    ConveneForm,
    LettersForm,
    OpenBallotForm,
    RollForm,
    WithdrawMotionForm,
)
from membership.labels.members import MotionState
from membership.models import RemovalMotion
from membership.models.city import COUNTRY_CHOICES
from membership.permissions import Action
from membership.selectors.assembly import RollRow, Standing, not_convened, standing_of_motion


class MotionView(DeskView):
    """Who was convened, who attends, who votes; narrowed to a country where the address names one."""

    action = Action.SEE_MEMBERS
    header_icon = "group"
    template_name = "membership/desk/motion.html"
    fault: tuple[int, str] | None = None  # the member whose row was refused, and why

    def before(self) -> HttpResponse | None:
        motions = RemovalMotion.objects.select_related("member__city", "result")
        self.motion = get_object_or_404(motions, pk=self.kwargs["pk"])
        self.standing = standing_of_motion(self.motion)
        self.country = self.request.GET.get("country", "")
        return None

    def url(self) -> str:
        query = f"?{urlencode({'country': self.country})}" if self.country else ""
        return f"{reverse('desk:motion', args=[self.motion.pk])}{query}"

    def get_page_title(self) -> str:
        return _("Motion to remove %(city)s") % {"city": self.motion.member.city.name_en}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        member = {"url": reverse("desk:member", args=[self.motion.member_id]), "label": self.motion.member.city.name_en}
        return [MEMBERS_CRUMB, member, {"url": self.url(), "label": self.get_page_title()}]

    @property
    def rows(self) -> list[RollRow]:
        """The roll, or its part that is of the country asked for."""
        rows = self.standing.rows if self.standing else ()
        return [row for row in rows if not self.country or row.member.city.country == self.country]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        present = {row.member.city.country for row in self.standing.rows} if self.standing else set()
        is_prepared = self.motion.state == MotionState.PREPARED
        return super().get_context_data(
            motion=self.motion,
            standing=self.standing,
            rows=self.rows,
            country=self.country,
            countries=[choice for choice in COUNTRY_CHOICES if choice[0] in present],
            query=f"?{urlencode({'country': self.country})}" if self.country else "",
            not_convened=not_convened(self.motion) if is_prepared else (),
            convened=self.motion.notices.sent().count(),
            forms=self._forms(),
            holders=HOLDERS,
            fault=self.fault,
            **kwargs,
        )

    def _forms(self) -> dict[str, DeskForm]:
        """Return the forms of what the Secretariat may do now, by their key."""
        if not self.may(Action.PREPARE_ASSEMBLY) or self.standing is None:
            return {}
        if self.motion.state == MotionState.PREPARED:
            plain: list[type[DeskForm]] = [ConveneForm, LettersForm, OpenBallotForm, WithdrawMotionForm]
            table = {"roll": self.form(RollForm, **self.roll_words(self.standing))}
        elif self.motion.state == MotionState.OPEN:
            plain = [CloseBallotForm, WithdrawMotionForm]
            table = {"ballots": self.form(BallotsForm, rows=self.rows)}
        else:
            return {}
        return table | {form.key.replace("-", "_"): self.form(form) for form in plain}

    def roll_words(self, standing: Standing) -> dict[str, Any]:
        return {"standing": standing, "rows": self.rows}
