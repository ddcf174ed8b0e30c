"""Takes a list out of the office, as CSV or as a workbook: all of its rows, as it is narrowed and sorted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, ClassVar

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.http import content_disposition_header

from membership.desk.base import DeskView
from membership.services.exporting import list_exported
from pages.languages.kosovo import KOSOVO_FOOTNOTE
from pages.tables import csv_lines, workbook

SHEET_TITLE_LIMIT = 31  # characters, by Excel


class ListExport(DeskView):
    """A list as a file; the record says under `verb` who took it. `name` begins the name of the file."""

    kind: ClassVar[str]
    verb: ClassVar[str]
    name: ClassVar[str]
    title: ClassVar[str | Promise]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        count, rows = self.listing()
        list_exported(self.user, self.action, self.verb, kind=self.kind, count=count, now=self.now)
        footnote: list[list[str]] = [[], [str(KOSOVO_FOOTNOTE)]]  # to which the star of Kosovo* refers
        answer = self.answer(chain(rows, footnote))
        file = f"{self.name}-{self.today.isoformat()}.{self.kind}"
        answer["Content-Disposition"] = content_disposition_header(True, file)
        answer["X-Content-Type-Options"] = "nosniff"
        return answer

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(self.url())

    def listing(self) -> tuple[int, Iterator[list[str]]]:
        """Return how many rows there are, and the heading with the rows."""
        raise NotImplementedError

    def answer(self, rows: Iterator[list[str]]) -> HttpResponseBase:
        raise NotImplementedError


class AsCsv(ListExport):
    kind = "csv"

    def answer(self, rows: Iterator[list[str]]) -> HttpResponseBase:
        return StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")


class AsXlsx(ListExport):
    kind = "xlsx"

    def answer(self, rows: Iterator[list[str]]) -> HttpResponseBase:
        media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return FileResponse(workbook(rows, str(self.title)[:SHEET_TITLE_LIMIT]), content_type=media_type)
