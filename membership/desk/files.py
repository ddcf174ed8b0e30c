"""Serves an uploaded file of a dossier: as a download only, and never as a page of this site."""

from __future__ import annotations

from typing import IO, Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from membership.desk.with_reason import OpensWithReason
from membership.labels.states import ScanState
from membership.models import Application, Upload
from membership.permissions import Action
from membership.selectors.dossier import Gate, gate_of
from membership.services.reading import file_opened

UNREADABLE = {
    ScanState.PENDING: _("This file waits for the virus scan. Nobody opens it before."),
    ScanState.INFECTED: _("A virus was found in this file, so it was deleted."),
}
SANDBOX = "sandbox; default-src 'none'"


class FileView(OpensWithReason):
    """A file of a received application, closed to whom its dossier is closed."""

    action = Action.SEE_FILE

    def before(self) -> HttpResponse | None:
        received = Application.objects.received()
        self.upload = get_object_or_404(Upload, pk=self.kwargs["pk"], application__in=received)
        unasked = self.ask_reason(self.upload.application)
        if unasked:
            return unasked
        gate, _round = gate_of(self.upload.application, self.user)
        if self.upload.scan in UNREADABLE:
            messages.error(self.request, UNREADABLE[ScanState(self.upload.scan)])
            return redirect("desk:dossier", self.upload.application_id)
        if not self.upload.file:
            raise Http404  # its term is over, and the file was deleted
        return None if gate is Gate.OPEN else redirect("desk:dossier", self.upload.application_id)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        try:
            content = self.upload.file.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        file_opened(self.upload, self.user)
        return as_download(content, self.upload.display_name, self.upload.content_type)


def as_download(content: IO[bytes], name: str, content_type: str) -> FileResponse:
    """Return a file as a download that no browser shows inside the site."""
    answer = FileResponse(content, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = SANDBOX
    return answer
