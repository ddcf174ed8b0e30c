"""The extract of the minutes of a meeting, as PDF and DOCX, in the reader's language."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from membership.desk.meetings import MeetingView
from membership.forms.minutes import minutes_sheet
from pages.typesetting.docx import sheet_docx
from pages.typesetting.pdf import sheet_pdf

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class MinutesView(MeetingView):
    """Times, chair, roll, proxies, and each item with its result, counts and articles."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.kwargs["form"]
        if form not in TYPES or self.meeting.opened_at is None:
            raise Http404
        make = sheet_pdf if form == "pdf" else sheet_docx
        answer = HttpResponse(make(minutes_sheet(self.meeting)), content_type=TYPES[form])
        name = f"b40-minutes-{self.meeting.held_on:%Y-%m-%d}.{form}"
        answer["Content-Disposition"] = content_disposition_header(True, name)
        return answer
