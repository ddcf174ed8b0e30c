"""What is done on the page of a member (Statutes, Art. 9)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from membership.desk.base import Act
from membership.desk.fresh import FreshAct
from membership.desk.member import MemberView
from membership.desk.member_forms import (
    ConfirmNoticeForm,
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
from membership.labels.office import UNPROCESSABLE
from membership.permissions import Action, require
from membership.rules.lifecycle import exit_day
from membership.selectors.calendar import ZONE, day_in_the_network
from membership.services import assembly, leaving, members, suspending


class MemberActView(Act, MemberView):
    """An act about the member of the page."""

    @property
    def by(self) -> tuple[Any, ...]:
        return self.member.pk, self.user


class Suspend(FreshAct, MemberActView):
    act = Action.SUSPEND
    form_class = SuspendForm
    done = _("The membership is suspended. It stands on the next agenda of the Committee.")

    def perform(self, **words: Any) -> None:
        suspending.suspend(*self.by, now=self.now, **words)


class Lift(FreshAct, MemberActView):
    act = Action.SUSPEND
    form_class = LiftForm
    done = _("The suspension is lifted. It stands on the next agenda of the Committee.")

    def perform(self, **words: Any) -> None:
        suspending.lift(*self.by, now=self.now, **words)


class RecordSuspension(MemberActView):
    act = Action.RECORD_MEMBER_ACT
    form_class = RecordSuspensionForm
    done = _("The suspension is recorded.")

    def perform(self, **words: Any) -> None:
        suspending.record_suspension(*self.by, now=self.now, **words)


class RecordLifting(MemberActView):
    act = Action.RECORD_MEMBER_ACT
    form_class = RecordLiftingForm
    done = _("The suspension is lifted.")

    def perform(self, **words: Any) -> None:
        suspending.record_lifting(*self.by, now=self.now, **words)


class Note(MemberActView):
    """Which act the Committee took note of, the address says."""

    act = Action.RECORD_MEMBER_ACT
    form_class = NoteForm
    done = _("The Committee took note.")

    def before(self) -> HttpResponse | None:
        answer = super().before()
        get_object_or_404(self.member.acts.all(), pk=self.kwargs["act"])
        return answer

    def form_words(self) -> dict[str, Any]:
        return {"auto_id": f"note-{self.kwargs['act']}_%s"}

    def perform(self, **words: Any) -> None:
        suspending.take_note(self.kwargs["act"], self.user, now=self.now, **words)


class GiveNotice(MemberActView):
    """Shows on which day a notice takes effect, and stores nothing yet."""

    act = Action.RECORD_MEMBER_ACT
    form_class = NoticeForm
    done = ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(self.user, self.act, self.today)
        form = NoticeForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Nothing was stored. Please correct what is marked."))
            return self.refuse(form, UNPROCESSABLE)
        received_at = form.cleaned_data["received_at"]
        last_day = exit_day(day_in_the_network(received_at))
        confirmed = {name: form.data.get(name, "") for name in ("received_at", "letter")}
        confirm = ConfirmNoticeForm(initial={**confirmed, "takes_effect_on": last_day.isoformat()})
        self.template_name = "membership/desk/member_notice.html"
        return self.render_to_response(
            super(MemberView, self).get_context_data(
                member=self.member, form=confirm, last_day=last_day, received_at=received_at.astimezone(ZONE)
            )
        )


class RecordNotice(MemberActView):
    act = Action.RECORD_MEMBER_ACT
    form_class = ConfirmNoticeForm
    done = _("The notice of leaving is recorded.")

    def perform(self, **words: Any) -> None:
        leaving.give_notice(*self.by, now=self.now, **words)


class Revoke(MemberActView):
    act = Action.RECORD_MEMBER_ACT
    form_class = RevokeForm
    done = _("The notice of leaving is withdrawn.")

    def perform(self, **words: Any) -> None:
        leaving.revoke_notice(*self.by, now=self.now, **words)


class PrepareMotion(MemberActView):
    act = Action.PREPARE_ASSEMBLY
    form_class = MotionForm
    done = _("The motion is prepared. Send the convening notice next.")

    def perform(self, **words: Any) -> None:
        self.motion = assembly.prepare_motion(*self.by, now=self.now, **words)

    def url_after(self) -> str:
        return reverse("desk:motion", args=[self.motion.pk])


class Contact(MemberActView):
    act = Action.RECORD_MEMBER_ACT
    form_class = ContactForm
    done = _("The contact is saved.")

    def form_words(self) -> dict[str, Any]:
        return {"member": self.member}

    def perform(self, **words: Any) -> None:
        members.change_contact(*self.by, now=self.now, **words)
