"""The list of received applications, with what waits for the reader on top."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator

from membership.desk.base import DeskForm, DeskView
from membership.desk.waiting import waiting_for
from membership.labels.states import ApplicationState, Route
from membership.models.city import COUNTRY_CHOICES
from membership.permissions import Action
from membership.selectors.queue import NEWEST_FIRST, ORDERS, Wanted, assignees, counts_by_state, queue, years

ROWS_PER_PAGE = 50
STATES = [choice for choice in ApplicationState.choices if choice[0] != ApplicationState.DRAFT]
COLUMNS = {
    "name": _("Local government"),
    "country": _("Country"),
    "state": _("State"),
    "since": _("In this state since"),
    "submitted": _("Submitted"),
}


class QueueForm(DeskForm):
    """Narrows the list. Sent by GET, so that a list can be kept as a bookmark."""

    key = "queue"
    q = forms.CharField(label=_("Reference or name"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *STATES])
    route = forms.ChoiceField(
        label=_("Applies for"), required=False, choices=[("", _("Membership or observer status")), *Route.choices]
    )
    country = forms.ChoiceField(
        label=_("Country"), required=False, choices=[("", _("All countries")), *COUNTRY_CHOICES]
    )
    assignee = forms.ChoiceField(label=_("Assigned to"), required=False)
    year = forms.ChoiceField(label=_("Year of submission"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), user.get_full_name() or user.get_username()) for user in assignees()]
        self.offer("assignee", [("", _("Anybody")), *people])
        self.offer("year", [("", _("All years")), *((str(year), str(year)) for year in years())])


class QueueView(DeskView):
    """Received applications, fifty a page."""

    action = Action.SEE_QUEUE
    page_title = _("Applications")
    header_icon = "doc-full-inverse"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/queue.html"

    def url(self) -> str:
        return self.request.path

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = QueueForm(self.request.GET)
        form.is_valid()  # a value that no choice has narrows nothing and is marked
        sort = self.request.GET.get("sort", NEWEST_FIRST)
        words = {name: form.cleaned_data.get(name, "") for name in ("state", "route", "country", "assignee", "year")}
        found = queue(Wanted(**words, words=form.cleaned_data.get("q", ""), sort=sort))
        paginator = WagtailPaginator(found, ROWS_PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        counts = counts_by_state()
        return super().get_context_data(
            form=form,
            page_obj=page,
            elided_page_range=list(paginator.get_elided_page_range(page.number)),
            columns=[self._column(key, label, sort) for key, label in COLUMNS.items()],
            counts=[(state, label, counts[state]) for state, label in STATES if state in counts],
            waiting=waiting_for(self.user, self.roles, counts),
            may_enter_letter=self.may(Action.ENTER_LETTER),
            **kwargs,
        )

    def _column(self, key: str, label: str | Promise, sort: str) -> dict[str, Any]:
        """Return the heading of a column; its link turns the order round where it is sorted by this column."""
        is_current = sort.removeprefix("-") == key and key in ORDERS
        is_descending = is_current and sort.startswith("-")
        query = {name: value for name, value in self.request.GET.items() if value and name not in ("p", "sort")}
        target = key if is_descending or not is_current else f"-{key}"
        return {
            "label": label,
            "url": f"?{urlencode({**query, 'sort': target})}",
            "aria": ("descending" if is_descending else "ascending") if is_current else "none",
        }
