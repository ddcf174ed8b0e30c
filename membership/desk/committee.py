"""The Executive Committee in the desk: who sits in it on a day, what the statutes warn of, what is prepared."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.desk.committee_forms import (
    EndForm,
    FillForm,
    HandoverForm,
    HolderForm,
    ResignForm,
    WithdrawHandoverForm,
)
from membership.labels.composition import finding_sentence
from membership.models import CompositionOverride, Seat
from membership.permissions import Action
from membership.selectors.composition import changes, findings_on, in_office
from membership.services import committee

OF_SEATS: tuple[type[DeskForm], ...] = (EndForm, HolderForm, HandoverForm)


class CommitteeView(DeskView):
    """The composition on a day, which the address may name; today without one."""

    action = Action.SEE_COMMITTEE
    page_title = _("Executive Committee")
    header_icon = "group"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/committee.html"

    def url(self) -> str:
        return reverse("desk:committee")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = self._day()
        return super().get_context_data(
            day=day,
            today=self.today,
            seats=in_office(day),
            findings=[(finding_sentence(found), found.article) for found in findings_on(day)],
            overrides=CompositionOverride.objects.order_by("-day", "-pk")[:20],
            changes=changes(),
            forms=self._forms(),
            **kwargs,
        )

    def _day(self) -> date:
        try:
            return date.fromisoformat(self.request.GET.get("day", ""))
        except ValueError:
            return self.today

    def _forms(self) -> dict[str, DeskForm]:
        if not self.may(Action.EDIT_SEATS):
            return {}
        found = (FillForm, EndForm, HolderForm, HandoverForm, ResignForm)
        return {form.key: self.form(form, **self.words_of(form)) for form in found}

    def words_of(self, form_class: type[DeskForm]) -> dict[str, Any]:
        if form_class not in OF_SEATS:
            return {}
        coming = Seat.objects.exclude(end__lt=self.today).select_related("city").order_by("start", "pk")
        return {"seats": list(coming)}


class CommitteeAct(Act, CommitteeView):
    """An act on the Committee; each carries its own form."""

    act = Action.EDIT_SEATS

    def form_words(self) -> dict[str, Any]:
        return self.words_of(self.form_class)


class Fill(CommitteeAct):
    form_class = FillForm
    done = _("The seat is filled.")

    def perform(self, **words: Any) -> None:
        about = ("start", "end", "override")
        seat = committee.NewSeat(**{name: value for name, value in words.items() if name not in about})
        committee.fill_seat(self.user, seat, **{name: words[name] for name in about}, now=self.now)


class End(CommitteeAct):
    form_class = EndForm
    done = _("The end of the seat is recorded.")

    def perform(self, **words: Any) -> None:
        committee.end_seat(self.user, now=self.now, **words)


class Holder(CommitteeAct):
    form_class = HolderForm
    done = _("The holder of the seat is changed.")

    def perform(self, **words: Any) -> None:
        committee.change_holder(self.user, now=self.now, **words)


class Handover(CommitteeAct):
    form_class = HandoverForm
    done = _("The change is prepared. It takes effect on its day.")

    def perform(self, **words: Any) -> None:
        committee.prepare_handover(self.user, now=self.now, **words)


class WithdrawHandover(CommitteeAct):
    form_class = WithdrawHandoverForm
    done = _("The prepared change is taken back.")

    def perform(self, **words: Any) -> None:
        committee.withdraw_handover(self.user, now=self.now, **words)


class Resign(CommitteeAct):
    form_class = ResignForm
    done = _("The resignation is recorded. Inform all members (Article 13).")

    def perform(self, **words: Any) -> None:
        committee.resign(self.user, now=self.now, **words)
