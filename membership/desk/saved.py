"""The lists that a user keeps: made from the queue, renamed and forgotten on a page of their own."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from membership.desk.base import QUEUE_CRUMB, Act, DeskForm, DeskView
from membership.desk.queue import QueueView
from membership.desk.saved_forms import KeepForm, RenameForm
from membership.labels.office import UNPROCESSABLE, sentence, status_of
from membership.models import SavedFilter
from membership.permissions import Action
from membership.rules.errors import RuleError
from membership.selectors.saved import saved_filters
from membership.services import saved


class SavedView(DeskView):
    """The user's own lists."""

    action = Action.SEE_QUEUE
    page_title = _("Saved lists")
    header_icon = "list-ul"
    template_name = "membership/desk/saved.html"

    def url(self) -> str:
        return reverse("desk:saved")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [QUEUE_CRUMB, {"url": self.url(), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(forms=[self._form(kept) for kept in saved_filters(self.user)], **kwargs)

    def _form(self, kept: SavedFilter) -> DeskForm:
        refused = cast("RenameForm | None", self.refused.get(RenameForm.key))
        return refused if refused and refused.saved == kept else RenameForm(saved=kept)


class Keep(QueueView):
    """Keep the list that was seen; refused, the queue says why."""

    def url(self) -> str:
        return reverse("desk:queue")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = KeepForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Nothing was stored. Please correct what is marked."))
            return self._refuse(form, UNPROCESSABLE)
        try:
            kept = saved.keep(self.user, now=self.now, **form.cleaned_data)
        except RuleError as error:
            messages.error(request, sentence(error))
            return self._refuse(form, status_of(error))
        messages.success(request, _("The list is kept as “%(name)s”.") % {"name": kept.name})
        return redirect(f"{self.url()}?{kept.query}")

    def _refuse(self, form: KeepForm, status: int) -> HttpResponse:
        context = self.get_context_data()
        return self.render_to_response({**context, "keep": form}, status=status)


class Rename(Act, SavedView):
    """Give one's own list another name."""

    act = Action.SEE_QUEUE
    form_class = RenameForm
    done = _("The list has another name.")

    def before(self) -> HttpResponse | None:
        self.saved = get_object_or_404(SavedFilter, owner=self.user, pk=self.kwargs["pk"])
        return None

    def form_words(self) -> dict[str, Any]:
        return {"saved": self.saved}

    def perform(self, **words: Any) -> None:
        saved.rename(self.user, self.saved.pk, now=self.now, **words)

    def refuse(self, form: DeskForm, status: int) -> HttpResponse:
        self.refused[form.key] = form
        return self.page(status)


class DropForm(DeskForm):
    key = "drop"


class Drop(Act, SavedView):
    """Forget one's own list."""

    act = Action.SEE_QUEUE
    form_class = DropForm
    done = _("The list is no longer kept. No application changed.")

    def perform(self, **words: Any) -> None:
        saved.drop(self.user, self.kwargs["pk"], now=self.now)
