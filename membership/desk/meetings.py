"""Meetings of the Committee in the desk: the list, the agenda, and the one screen of a session."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from membership.desk.base import Act, DeskForm, DeskView
from membership.desk.fresh import FreshAct, way_to_confirm
from membership.desk.keeping import begin, may_go_on
from membership.desk.kept import keep
from membership.desk.meeting_forms import ApplicationItemForm, MatterForm, OpenSessionForm, PlanForm
from membership.desk.proxy_forms import MeetingProxyForm, proxy_lines
from membership.labels.office import sentence
from membership.labels.states import MeetingState
from membership.models import Meeting
from membership.permissions import Action, require
from membership.selectors.session import session_of
from membership.services import entries, meetings

NOT_PAYLOAD = ("csrfmiddlewaretoken", "kind")
ENTRY = "entry"
MEETINGS_CRUMB = {"url": reverse_lazy("desk:meetings"), "label": _("Meetings")}


class MeetingsView(DeskView):
    """All meetings, the newest first."""

    action = Action.SEE_MEETING
    page_title = _("Meetings")
    header_icon = "calendar-alt"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/meetings.html"

    def url(self) -> str:
        return reverse("desk:meetings")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.form(PlanForm) if self.may(Action.PLAN_MEETING) else None
        return super().get_context_data(meetings=Meeting.objects.all(), form=form, **kwargs)


class Plan(Act, MeetingsView):
    act = Action.PLAN_MEETING
    form_class = PlanForm
    done = _("The meeting is planned. Put on its agenda what is to be decided.")

    def perform(self, **words: Any) -> None:
        self.meeting = meetings.plan(self.user, now=self.now, **words)

    def url_after(self) -> str:
        return reverse("desk:meeting", args=[self.meeting.pk])


class MeetingView(DeskView):
    """A meeting: its agenda while it is planned, its session, and what was decided."""

    action = Action.SEE_MEETING
    header_icon = "calendar-alt"
    template_name = "membership/desk/meeting.html"

    def before(self) -> HttpResponse | None:
        self.meeting = get_object_or_404(Meeting.objects.select_related("chair__city"), pk=self.kwargs["pk"])
        return None

    def url(self) -> str:
        return reverse("desk:meeting", args=[self.meeting.pk])

    def get_page_title(self) -> str:
        return self.meeting.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [MEETINGS_CRUMB, {"url": self.url(), "label": self.meeting.title}]

    def may_go_on(self) -> bool:
        """Whether the user has shown who he is, so that what he records is taken."""
        return may_go_on(self.request, self.user, self.meeting, self.now)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_keeper = self.may(Action.KEEP_MEETING) and self.meeting.state == MeetingState.OPEN
        if self.kept and self.kept[0] == ENTRY:
            self.unsaved = [(str(_("Reason")), word) for word in self.kept[1].getlist("reason") if word.strip()]
        return super().get_context_data(
            meeting=self.meeting,
            session=session_of(self.meeting, self.user, keeps_record=self.may(Action.KEEP_MEETING)),
            proxies=proxy_lines(self.meeting, self.user, self.roles),
            is_keeper=is_keeper,
            may_keep=is_keeper and self.may_go_on(),
            confirm_url=way_to_confirm(self.url()),
            may_plan=self.may(Action.PLAN_MEETING) and self.meeting.state != MeetingState.CLOSED,
            forms=self._forms(),
            **kwargs,
        )

    def _forms(self) -> dict[str, DeskForm]:
        found: list[type[DeskForm]] = []
        if self.may(Action.PLAN_MEETING) and self.meeting.state != MeetingState.CLOSED:
            found += [ApplicationItemForm, MatterForm, MeetingProxyForm]
        if self.may(Action.KEEP_MEETING) and self.meeting.state == MeetingState.PLANNED:
            found.append(OpenSessionForm)
        return {form.key.replace("-", "_"): self.form(form, **self.words_of(form)) for form in found}

    def words_of(self, form_class: type[DeskForm]) -> dict[str, Any]:
        if form_class is ApplicationItemForm:
            return {"meeting": self.meeting}
        return {"today": self.today} if form_class in (OpenSessionForm, MeetingProxyForm) else {}


class MeetingAct(Act, MeetingView):
    """An act on a meeting."""

    def form_words(self) -> dict[str, Any]:
        return self.words_of(self.form_class)

    @property
    def by(self) -> tuple[Any, ...]:
        return self.meeting.pk, self.user


class AddApplication(MeetingAct):
    act = Action.PLAN_MEETING
    form_class = ApplicationItemForm
    done = _("The application is on the agenda.")

    def perform(self, **words: Any) -> None:
        meetings.put_on_agenda(*self.by, now=self.now, **words)


class AddMatter(MeetingAct):
    act = Action.PLAN_MEETING
    form_class = MatterForm
    done = _("The matter is on the agenda.")

    def perform(self, **words: Any) -> None:
        meetings.put_on_agenda(*self.by, now=self.now, **words)


class OpenSession(FreshAct, MeetingAct):
    """Whoever opens the session records it from then on."""

    act = Action.KEEP_MEETING
    form_class = OpenSessionForm
    done = _("The session is open. Call the roll.")

    def perform(self, **words: Any) -> None:
        meetings.open_session(*self.by, now=self.now, **words)
        begin(self.request, self.user, self.meeting, self.now)


class NoForm(DeskForm):
    key = "none"


class CloseSession(FreshAct, MeetingAct):
    act = Action.KEEP_MEETING
    form_class = NoForm
    done = _("The session is closed. The minutes can be downloaded.")

    def is_confirmed(self) -> bool:
        return self.may_go_on()

    def perform(self, **words: Any) -> None:
        meetings.close_session(*self.by, now=self.now)


class ChangeAgenda(MeetingAct):
    """An item moves up or down, or is taken off; which, the button says."""

    act = Action.PLAN_MEETING
    form_class = NoForm
    done = _("The agenda is changed.")

    def perform(self, **words: Any) -> None:
        item, change = self.kwargs["item"], self.request.POST.get("change")
        if change == "off":
            meetings.take_off_agenda(*self.by, item_id=item, now=self.now)
        else:
            meetings.move_item(*self.by, item_id=item, up=change == "up", now=self.now)


class Enter(MeetingView):
    """One entry sent by a form, where there is no script; the screen is shown again, at the item."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(self.user, Action.KEEP_MEETING, self.today)
        if not self.may_go_on():
            keep(request, page=self.url(), key=ENTRY)
            return redirect(way_to_confirm(self.url()))
        begin(request, self.user, self.meeting, self.now)
        payload: dict[str, Any] = {name: value for name, value in request.POST.items() if name not in NOT_PAYLOAD}
        if "seats" in payload:
            payload["seats"] = request.POST.getlist("seats")
        entry = entries.Entry(uuid4(), request.POST.get("kind", ""), payload)
        taken = entries.enter(self.meeting.pk, self.user, [entry], now=self.now)[0]
        if taken.refusal:
            messages.error(request, sentence(taken.refusal))
        anchor = f"#item-{payload['item']}" if "item" in payload else "#roll"
        return redirect(f"{self.url()}{anchor}")
