"""The two lists of Article 6: requests to observe, and observers."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from membership.desk.applicant_forms import reason
from membership.desk.base import DeskForm, DeskView
from membership.desk.fresh import FreshAct
from membership.models import Observer
from membership.permissions import Action
from membership.selectors.observers import observer_grants, observer_requests
from membership.services import observing


class RevokeObserverForm(DeskForm):
    """Which invitation the President withdraws, and why."""

    key = "revoke-observer"
    observer_id = forms.TypedChoiceField(label=_("Observer"), coerce=int)
    reason = reason()

    def __init__(self, *args: Any, observers: list[Observer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("observer_id", [(observer.pk, observer.name_en) for observer in observers])


class ObserversView(DeskView):
    """Who asked, and who was invited, with its last day."""

    action = Action.SEE_MEMBERS
    page_title = _("Observers")
    header_icon = "view"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/observers.html"

    def before(self) -> HttpResponse | None:
        self.observers = list(observer_grants())
        return None

    def url(self) -> str:
        return reverse("desk:observers")

    def words(self) -> dict[str, Any]:
        return {"observers": [observer for observer in self.observers if observer.ended_on is None]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.words()
        may_revoke = self.may(Action.REVOKE_OBSERVER) and words["observers"]
        form = self.form(RevokeObserverForm, **words) if may_revoke else None
        return super().get_context_data(requests=observer_requests(), observers=self.observers, form=form, **kwargs)


class RevokeObserver(FreshAct, ObserversView):
    act = Action.REVOKE_OBSERVER
    form_class = RevokeObserverForm
    done = _("The invitation is withdrawn. The Committee was informed.")

    def form_words(self) -> dict[str, Any]:
        return self.words()

    def perform(self, **words: Any) -> None:
        observing.revoke(words.pop("observer_id"), self.user, now=self.now, **words)
