"""The record across the office, and whether its chain of seals holds."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator

from membership.desk.base import DeskForm, DeskView
from membership.permissions import Action
from membership.selectors.audit import check_chain, head, unsealed_count
from membership.selectors.record import actors, entries, events_found, verbs

ROWS_PER_PAGE = 100


class RecordForm(DeskForm):
    """Narrows the record. Sent by GET, so that it can be kept as a bookmark."""

    key = "record"
    actor = forms.ChoiceField(label=_("Who acted"), required=False)
    verb = forms.ChoiceField(label=_("What was done"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("actor", [("", _("Anybody")), *actors()])
        self.offer("verb", [("", _("Anything")), *verbs()])


class RecordView(DeskView):
    """All events, a hundred a page. The chain is checked when it is asked for: it is walked from its first seal."""

    action = Action.SEE_RECORD
    page_title = _("Record")
    header_icon = "history"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/record.html"

    def url(self) -> str:
        return reverse("desk:record")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = RecordForm(self.request.GET)
        form.is_valid()  # a value that no choice has narrows nothing and is marked
        words = {name: form.cleaned_data.get(name, "") for name in ("actor", "verb")}
        paginator = WagtailPaginator(events_found(**words), ROWS_PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return super().get_context_data(
            form=form,
            page_obj=page,
            entries=entries(page.object_list),
            elided_page_range=list(paginator.get_elided_page_range(page.number)),
            head=head(),
            unsealed=unsealed_count(),
            checked=check_chain(self.now) if "check" in self.request.GET else None,
            **kwargs,
        )
