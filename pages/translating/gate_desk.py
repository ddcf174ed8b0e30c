"""The gate in the admin: a translation that is not whole goes live only when its editor says so."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from pages.translating.editor_desk import EditorDesk
from pages.translating.gate import Found, Kind, findings
from pages.translating.originals import made_with_editor

PUBLISHED_ANYWAY = "b40.translation_published_with_findings"  # an action of Wagtail's log


class GateForm(forms.Form):
    """What the editor answers for: parts in the language of the original, and other words than the glossary's."""

    is_partial = forms.BooleanField(
        label=_("Publish although texts are missing"),
        help_text=_("They appear in the language of the original, and the page says so to its readers."),
    )
    reason = forms.CharField(
        label=_("Why the glossary is not followed here"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500
    )

    def __init__(self, *args: Any, kinds: frozenset[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, kind in (("is_partial", Kind.MISSING), ("reason", Kind.TERM)):
            if kind not in kinds:
                del self.fields[name]


class GateView(EditorDesk):
    """What is found in a translation before it is published, and what its editor may answer for."""

    page_title = _("Before the translation is published")
    header_icon = "warning"
    template_name = "pages/translating/gate.html"
    address = "translation_gate"
    permission = "can_publish"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(GateForm(kinds=self._kinds()))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = GateForm(request.POST, kinds=self._kinds())
        if Kind.FAULT in self._kinds() or not form.is_valid():
            return self._page(form, status=422)
        try:
            self.translation.save_target(user=self.user, publish=True)
        except ValidationError:
            messages.error(request, _("The page was refused. Open the editor, which shows what is wrong."))
            return self._page(form, status=422)
        words = {"missing": self._count(Kind.MISSING), "reason": form.cleaned_data.get("reason", "")}
        log(instance=self.target, action=PUBLISHED_ANYWAY, user=self.user, data=words)
        messages.success(request, _("The translation is published."))
        return redirect("wagtailadmin_pages:edit", self.target.pk)

    def _page(self, form: GateForm, status: int = 200) -> HttpResponse:
        by_kind = {kind.value: [found for found in self.found if found.kind == kind] for kind in Kind}
        return self.render_to_response(
            self.get_context_data(form=form, target=self.target, can_publish=not by_kind[Kind.FAULT], **by_kind),
            status=status,
        )

    @cached_property
    def found(self) -> list[Found]:
        return findings(self.translation)

    def _kinds(self) -> frozenset[Kind]:
        return frozenset(found.kind for found in self.found)

    def _count(self, kind: Kind) -> int:
        return sum(found.kind == kind for found in self.found)


def gate(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead whoever presses *Publish* in the translation editor to the gate, unless there is nothing to say."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = made_with_editor(page)
    if translation is None and "title" not in request.POST:  # sent by an editor of a translation that ended meanwhile
        messages.error(request, _("This page is not being translated any more. Nothing was changed."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    if translation is None or not findings(translation):
        return None
    return redirect("translation_gate", translation.pk)
