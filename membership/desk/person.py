"""The report on a person: what the office holds on an e-mail address, as a page and to be sent to that person."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm, DeskView
from membership.labels.office import UNPROCESSABLE
from membership.labels.person import HOLDINGS
from membership.permissions import Action
from membership.selectors.person import Holding
from membership.services.person import report_on_person


class PersonForm(DeskForm):
    """An address. It is sent by POST, so that it stands in no address of a page and in no log."""

    key = "person"
    email = forms.EmailField(label=_("E-mail address of the person"), max_length=200)


class PersonView(DeskView):
    """Asks for an address; tells what is held, or sends it as JSON where `download` is asked for."""

    action = Action.REPORT_ON_PERSON
    page_title = _("Report on a person")
    header_icon = "user"
    breadcrumbs_items: ClassVar[list[Any]] = []
    template_name = "membership/desk/person.html"
    found: list[Holding] | None = None

    def url(self) -> str:
        return reverse("desk:person")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = PersonForm(request.POST)
        if not form.is_valid():
            self.refused[form.key] = form
            return self.page(UNPROCESSABLE)
        self.email = form.cleaned_data["email"]
        self.found = report_on_person(self.email, self.user, now=self.now)
        return self._download() if "download" in request.POST else self.page()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {} if self.found is None else {"email": self.email}
        form = self.form(PersonForm, initial=shown)
        return super().get_context_data(form=form, is_asked=self.found is not None, groups=self._groups(), **kwargs)

    def _groups(self) -> list[tuple[str, list[Holding]]]:
        """Return what was found, kind by kind."""
        found = self.found or []
        kinds = [kind for kind in HOLDINGS if any(row.kind == kind for row in found)]
        return [(str(HOLDINGS[kind]), [row for row in found if row.kind == kind]) for kind in kinds]

    def _download(self) -> HttpResponse:
        words = {
            "email": self.email,
            "made_at": self.now.isoformat(),
            "held": [asdict(row) for row in self.found or []],
        }
        written = json.dumps(words, indent=2, ensure_ascii=False)
        answer = HttpResponse(written, content_type="application/json")
        answer["Content-Disposition"] = content_disposition_header(True, "b40-person.json")
        return answer
