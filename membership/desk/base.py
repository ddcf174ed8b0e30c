"""What every page of the office shares: the check of permission, the day, and how a refused act is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, cast

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from membership.desk.kept import take_kept
from membership.desk.policy import remember_roles
from membership.labels.office import CONFLICT, UNPROCESSABLE, sentence, status_of
from membership.permissions import Action, Role, may, require
from membership.rules.errors import RuleError
from membership.selectors.calendar import day_in_the_network
from pages.languages.kosovo import KOSOVO_FOOTNOTE

FORBIDDEN = 403
QUEUE_CRUMB = {"url": reverse_lazy("desk:queue"), "label": _("Applications")}


class DeskForm(forms.Form):
    """A form of the office. `key` names it on its page, so that several stand side by side without equal ids."""

    key: ClassVar[str]
    is_kept = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "auto_id": f"{self.key}_%s", **kwargs})

    @property
    def panel_class(self) -> str:
        """What is done seldom is folded away, unless something in it is wrong."""
        return "" if self.is_kept or self.errors else "collapsed"

    def offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        """Let a field of choices offer these."""
        cast(forms.ChoiceField, self.fields[name]).choices = list(choices)

    def words(self) -> list[tuple[str, str]]:
        """Return label and words of each text that was typed."""
        typed = [(field.label, field.value()) for field in self.visible_fields()]
        return [(str(label), value) for label, value in typed if isinstance(value, str) and value.strip()]


class DeskView(WagtailAdminTemplateMixin, View):
    """A page of the office, shown to those whom the table of permissions allows `action`, on GET and on POST."""

    action: ClassVar[Action]
    user: User
    now: datetime
    today: date
    roles: frozenset[Role]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.user = cast(User, request.user)  # Wagtail lets nobody pass who is not logged in
        self.now = timezone.now()
        self.today = day_in_the_network(self.now)
        self.refused: dict[str, DeskForm] = {}
        self.unsaved: list[tuple[str, str]] = []
        self.kept = take_kept(request)
        if self.kept:
            messages.warning(request, _("Nothing was stored yet. Look at it once more, and send it again."))
        try:
            self.roles = self.admit()
            remember_roles(self.user, self.roles)
            return self.before() or super().dispatch(request, *args, **kwargs)
        except PermissionDenied:
            return TemplateResponse(request, "membership/desk/forbidden.html", status=FORBIDDEN)

    def admit(self) -> frozenset[Role]:
        """Return the user's roles. Raises `PermissionDenied` when none of them allows to look at the page."""
        return require(self.user, self.action, self.today)

    def before(self) -> HttpResponse | None:
        """Load what the page shows; an answer returned here is sent instead of the page."""
        return None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page()

    def page(self, status: int = 200) -> HttpResponse:
        return self.render_to_response(self.get_context_data(), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kosovo_footnote=KOSOVO_FOOTNOTE, unsaved=self.unsaved, **kwargs)

    def url(self) -> str:
        """The address of the page, to which an act returns."""
        raise NotImplementedError

    def may(self, action: Action) -> bool:
        return may(self.roles, action)

    def form(self, form_class: type[DeskForm], **kwargs: Any) -> DeskForm:
        """Return the form as it was refused, with its words and errors, or as it was kept, or a fresh one."""
        if self.kept and self.kept[0] == form_class.key:
            form = form_class(self.kept[1], **kwargs)
            form.is_kept = True
            return form
        return self.refused.get(form_class.key) or form_class(**kwargs)


class Act(DeskView):
    """A form of a page, posted to an address of its own and mixed into the page's view: refused, it shows that page.

    `act` is what the table of permissions must allow for the POST.
    """

    act: ClassVar[Action]
    form_class: ClassVar[type[DeskForm]]
    done: ClassVar[str | Promise]

    def admit(self) -> frozenset[Role]:
        """Whoever only reads with a reason does nothing."""
        return require(self.user, self.action, self.today)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect(self.url())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(self.user, self.act, self.today)
        form = self.form_class(request.POST, request.FILES, **self.form_words())
        if not form.is_valid():
            messages.error(request, _("Nothing was stored. Please correct what is marked."))
            return self.refuse(form, UNPROCESSABLE)
        try:
            self.perform(**form.cleaned_data)
        except RuleError as error:
            messages.error(request, sentence(error))
            return self.refuse(form, status_of(error))
        messages.success(request, self.done)
        return redirect(self.url_after())

    def refuse(self, form: DeskForm, status: int) -> HttpResponse:
        """Show the page as it stands now. What was sent fills its form again, or after a conflict stands beside it."""
        if status == CONFLICT:
            self.unsaved = form.words()
        else:
            self.refused[form.key] = form
        return self.before() or self.page(status)

    def perform(self, **words: Any) -> None:
        """Call the service with the cleaned words of the form."""
        raise NotImplementedError

    def form_words(self) -> dict[str, Any]:
        """Return what the form needs beside the request."""
        return {}

    def url_after(self) -> str:
        return self.url()
