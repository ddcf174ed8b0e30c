"""Records for many members at once in which summit or meeting they took part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from membership.desk.base import Act, DeskForm, DeskView
from membership.desk.dossier_forms import DayInput
from membership.labels.members import ParticipationKind
from membership.models import Member, Participation
from membership.permissions import Action
from membership.selectors.assembly import labels_of
from membership.selectors.participation import may_participate, participants_of, recorded_events, summit_names
from membership.services.participation import correct_participation, record_participation

PARTICIPATION_CRUMB = {"url": reverse_lazy("desk:participation"), "label": _("Participation")}
NAMES = "event-names"


class ParticipantsForm(DeskForm):
    """Which members took part."""

    key = "participants"
    member_ids = forms.TypedMultipleChoiceField(
        label=_("Members that took part"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, members: Iterable[Member], ticked: Iterable[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(members)
        labels = labels_of(rows)
        self.offer("member_ids", [(row.pk, labels[row.pk]) for row in rows])
        self.initial["member_ids"] = list(ticked)


class EventForm(ParticipantsForm):
    """An event, and which members took part."""

    key = "event"
    kind = forms.ChoiceField(label=_("Kind"), choices=ParticipationKind.choices, widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Name"), max_length=160, widget=forms.TextInput(attrs={"list": NAMES, "autocomplete": "off"})
    )
    held_on = forms.DateField(label=_("First day"), widget=DayInput)
    field_order = ["kind", "name", "held_on", "member_ids"]


class ParticipationView(DeskView):
    """The events that are recorded; the Secretariat records another."""

    action = Action.SEE_MEMBERS
    page_title = _("Participation")
    header_icon = "date"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/participation.html"

    def url(self) -> str:
        return reverse("desk:participation")

    def words(self) -> dict[str, Any]:
        return {"members": may_participate(also=set())}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.form(EventForm, **self.words()) if self.may(Action.RECORD_PARTICIPATION) else None
        return super().get_context_data(
            form=form, events=recorded_events(), names=summit_names(), names_id=NAMES, **kwargs
        )


class RecordParticipation(Act, ParticipationView):
    act = Action.RECORD_PARTICIPATION
    form_class = EventForm
    done = _("The participation is recorded.")

    def form_words(self) -> dict[str, Any]:
        return self.words()

    def perform(self, **words: Any) -> None:
        record_participation(self.user, now=self.now, **words)


class EventView(DeskView):
    """One event with the members that took part."""

    action = Action.SEE_MEMBERS
    header_icon = "date"
    template_name = "membership/desk/participants.html"

    def before(self) -> HttpResponse | None:
        self.one = get_object_or_404(Participation, pk=self.kwargs["pk"])
        self.ticked = participants_of(self.one)
        self.members = may_participate(also=self.ticked)
        return None

    def url(self) -> str:
        return reverse("desk:participants", args=[self.one.pk])

    def get_page_title(self) -> str:
        return self.one.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [PARTICIPATION_CRUMB, {"url": self.url(), "label": self.get_page_title()}]

    def words(self) -> dict[str, Any]:
        return {"members": self.members, "ticked": self.ticked}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.form(ParticipantsForm, **self.words()) if self.may(Action.RECORD_PARTICIPATION) else None
        shown = [member for member in self.members if member.pk in self.ticked]
        return super().get_context_data(form=form, event=self.one, participants=shown, **kwargs)


class CorrectParticipation(Act, EventView):
    act = Action.RECORD_PARTICIPATION
    form_class = ParticipantsForm
    done = _("The participation is corrected.")

    def form_words(self) -> dict[str, Any]:
        return self.words()

    def perform(self, **words: Any) -> None:
        correct_participation(self.one.pk, self.user, now=self.now, **words)

    def url_after(self) -> str:
        return reverse("desk:participation")
