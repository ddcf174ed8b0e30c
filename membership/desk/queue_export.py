"""Takes the list of applications out, as CSV or as a workbook: all rows of the list as it is narrowed and sorted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from membership.desk.base import DeskView
from membership.desk.queue_form import QueueForm
from membership.desk.tables import csv_lines, workbook
from membership.labels.flags import FLAG_NAMES
from membership.models import Application
from membership.permissions import Action
from membership.selectors.calendar import day_in_the_network
from membership.selectors.queue import NEWEST_FIRST, assignees, queue
from membership.services.exporting import queue_exported
from pages.languages.kosovo import KOSOVO_FOOTNOTE

CHUNK = 500


class ExportView(DeskView):
    """The list as a file; the record says who took it."""

    action = Action.EXPORT_QUEUE
    kind: ClassVar[str]

    def url(self) -> str:
        return reverse("desk:queue")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        people = assignees()
        given = request.GET.dict()
        wanted = QueueForm(given, people=people).wanted(self.user, given.get("sort", NEWEST_FIRST))
        found = queue(wanted, self.today)
        queue_exported(self.user, kind=self.kind, count=found.count(), now=self.now)
        answer = self.answer(_rows(found.iterator(chunk_size=CHUNK)))
        name = f"applications-{self.today.isoformat()}.{self.kind}"
        answer["Content-Disposition"] = content_disposition_header(True, name)
        answer["X-Content-Type-Options"] = "nosniff"
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url())

    def answer(self, rows: Iterator[list[str]]) -> HttpResponseBase:
        raise NotImplementedError


class CsvView(ExportView):
    kind = "csv"

    def answer(self, rows: Iterator[list[str]]) -> HttpResponseBase:
        return StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")


class XlsxView(ExportView):
    kind = "xlsx"

    def answer(self, rows: Iterator[list[str]]) -> HttpResponseBase:
        media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return FileResponse(workbook(rows, _("Applications")[:31]), content_type=media_type)


def _rows(found: Iterator[Application]) -> Iterator[list[str]]:
    """Yield the heading, a row for each application, and the footnote to which the star of Kosovo* refers."""
    yield [
        _("Reference"),
        _("Name in English"),
        _("Name in its own script"),
        _("Country"),
        _("Applies for"),
        _("State"),
        _("In this state since"),
        _("Submitted"),
        _("Due"),
        _("Assigned to"),
        _("Flags"),
    ]
    for application in found:
        yield _row(application)
    yield []
    yield [str(KOSOVO_FOOTNOTE)]


def _row(application: Application) -> list[str]:
    flags = dict.fromkeys(str(FLAG_NAMES.get(flag.key, flag.key)) for flag in application.flags.all())
    submitted = application.submitted_at
    return [
        application.reference or "",
        application.name_en,
        application.name_local,
        application.get_country_display(),
        application.get_route_display(),
        application.get_state_display(),
        day_in_the_network(application.state_since).isoformat(),
        day_in_the_network(submitted).isoformat() if submitted else "",
        application.check_due_on.isoformat() if application.check_due_on else "",
        application.assignee.get_full_name() or application.assignee.get_username() if application.assignee else "",
        "; ".join(flags),
    ]
