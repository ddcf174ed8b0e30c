"""The list of received applications, with what waits for the reader on top."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator

from membership.desk.base import DeskView
from membership.desk.bulk_forms import AssignForm, RemindForm
from membership.desk.queue_form import QUERY_LIMIT, STATES, QueueForm, query_of
from membership.desk.saved_forms import KeepForm
from membership.desk.waiting import waiting_for
from membership.permissions import Action
from membership.selectors.queue import NEWEST_FIRST, ORDERS, Standing, Wanted, assignees, queue, standings
from membership.selectors.saved import saved_filters

ROWS_PER_PAGE = 50
COLUMNS = {
    "name": _("Local government"),
    "country": _("Country"),
    "state": _("State"),
    "since": _("In this state since"),
    "due": _("Due"),
    "submitted": _("Submitted"),
}


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
        people, counts = assignees(), standings(self.today)
        given = self.request.GET.dict()
        form = QueueForm(given, people=people)
        wanted = form.wanted(self.user, given.get("sort", NEWEST_FIRST))
        return super().get_context_data(
            form=form,
            today=self.today,
            columns=[self._column(key, label, wanted.sort) for key, label in COLUMNS.items()],
            counts=[(state, label, counts[state].count) for state, label in STATES if state in counts],
            waiting=waiting_for(self.user, self.roles, counts, self.today),
            may_enter_letter=self.may(Action.ENTER_LETTER),
            may_export=self.may(Action.EXPORT_QUEUE),
            assign=AssignForm(people=people, initial={"assignee": self.user.pk}) if self.may(Action.ASSIGN) else None,
            remind=RemindForm() if self.may(Action.REMIND_APPLICANT) else None,
            **self._lists(given),
            **self._page(wanted, counts),
            **kwargs,
        )

    def _page(self, wanted: Wanted, counts: dict[str, Standing]) -> dict[str, Any]:
        """Return the page; a list that is narrowed to a state at most was counted already."""
        paginator = WagtailPaginator(queue(wanted, self.today), ROWS_PER_PAGE)
        if wanted.is_by_state_only:
            states = [wanted.state] if wanted.state else list(counts)
            paginator.count = sum(counts[state].count for state in states if state in counts)
        page = paginator.get_page(self.request.GET.get("p"))
        return {"page_obj": page, "elided_page_range": list(paginator.get_elided_page_range(page.number))}

    def _lists(self, given: dict[str, str]) -> dict[str, Any]:
        """Return the lists which the user keeps, and the form that keeps this one."""
        query = query_of(given)
        lists = saved_filters(self.user)
        may_keep = query and len(query) <= QUERY_LIMIT and query not in {kept.query for kept in lists}
        return {"query": query, "saved": lists, "keep": KeepForm(initial={"query": query}) if may_keep else None}

    def _column(self, key: str, label: str | Promise, sort: str) -> dict[str, Any]:
        """Return the heading of a column; its link turns the order round where it is sorted by this column."""
        is_current = sort.removeprefix("-") == key and key in ORDERS
        is_descending = is_current and sort.startswith("-")
        target = key if is_descending or not is_current else f"-{key}"
        return {
            "label": label,
            "url": f"?{query_of(self.request.GET.dict(), sort=target)}",
            "aria": ("descending" if is_descending else "ascending") if is_current else "none",
        }
