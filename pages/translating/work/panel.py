"""The start page of a translator: what there is to do, and how many words it has."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from pages.languages.kosovo import KOSOVO_FOOTNOTE
from pages.languages.table import BY_CODE
from pages.translating.work.languages import languages_of, translates_only
from pages.translating.work.todo import work_of

SHOWN = 20


class WorkPanel(Component):
    """Shown first on the home page of the admin."""

    name = "translations"
    order = 5
    template_name = "pages/translating/work_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        work = work_of(user)
        return {
            "work": work,
            "tasks": work.tasks[:SHOWN],
            "more": max(0, len(work.tasks) - SHOWN),
            "languages": [BY_CODE[code] for code in languages_of(user)],
            "kosovo_footnote": KOSOVO_FOOTNOTE,
        }


def add_work(request: HttpRequest, panels: list[Component]) -> None:
    """Put it on the home page of those who translate into some of the languages."""
    if translates_only(request.user):
        panels.append(WorkPanel())
