"""The dossier to take along, as a download."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest
from django.utils.http import content_disposition_header

from membership.desk.dossier import DossierView
from membership.forms.dossier_paper import dossier_sheet
from membership.models import Application
from membership.permissions import Action
from membership.services.export import export_dossier
from pages.typesetting.pdf import sheet_pdf


class ExportView(DossierView):
    """The ZIP file of a dossier; closed to whom the dossier is closed."""

    action = Action.EXPORT_DOSSIER

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        exported = export_dossier(self.application, self.user, compose=self._paper, now=self.now)
        answer = FileResponse(exported.file, content_type="application/zip")
        answer["Content-Disposition"] = content_disposition_header(True, exported.name)
        answer["X-Content-Type-Options"] = "nosniff"
        return answer

    def _paper(self, application: Application) -> bytes:
        return sheet_pdf(dossier_sheet(application, self.today))
