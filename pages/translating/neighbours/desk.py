"""The page of the admin on which a translator reads what the neighbouring languages say, and takes what is right."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from pages.languages.table import BY_CODE
from pages.translating.editor_desk import EditorDesk
from pages.translating.exchange.reading import is_sound
from pages.translating.neighbours.memory import Proposal, proposals_for
from pages.translating.neighbours.words import NEIGHBOURS
from pages.translating.originals import made_with_editor


class ProposalsView(EditorDesk):
    """Each missing text with a proposal, to be read, changed and ticked: what is not ticked is not taken."""

    page_title = _("Proposals of the neighbouring languages")
    header_icon = "openquote"
    template_name = "pages/translating/proposals.html"
    address = "translation_proposals"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(proposals_for(self.translation))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        proposals = proposals_for(self.translation)
        taken = {
            one: request.POST.get(f"text-{one.segment.pk}", "").strip() for one in proposals if self._is_ticked(one)
        }
        broken = [one for one, text in taken.items() if not text or not is_sound(one.segment.string.data, text)]
        if broken:
            messages.error(request, _("A text has broken or missing links or tags. Nothing was taken."))
            return self._page(proposals, status=422)
        self._take(taken)
        words = ngettext("%(number)d text is taken.", "%(number)d texts are taken.", len(taken))
        messages.success(request, words % {"number": len(taken)})
        return redirect("wagtailadmin_pages:edit", self.target.pk)

    def _is_ticked(self, proposal: Proposal) -> bool:
        return f"take-{proposal.segment.pk}" in self.request.POST

    @transaction.atomic
    def _take(self, taken: dict[Proposal, str]) -> None:
        for proposal, text in taken.items():
            StringTranslation.objects.get_or_create(
                translation_of_id=proposal.segment.string_id,
                context_id=proposal.segment.context_id,
                locale=self.translation.target_locale,
                defaults={
                    "data": text,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "tool_name": BY_CODE[proposal.language].own_name,
                    "last_translated_by": self.user,
                },
            )

    def _page(self, proposals: list[Proposal], status: int = 200) -> HttpResponse:
        rows = [
            (one, self.request.POST.get(f"text-{one.segment.pk}", one.html), self._is_ticked(one)) for one in proposals
        ]
        context = self.get_context_data(
            rows=rows,
            target=self.target,
            original=BY_CODE[self.translation.source.locale.language_code],
            language=BY_CODE[self.translation.target_locale.language_code],
        )
        return self.render_to_response(context, status=status)


def tell_of_proposals(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens the translation editor that there are proposals."""
    if request.method != "GET" or page.locale.language_code not in NEIGHBOURS:
        return
    translation = made_with_editor(page)
    number = len(proposals_for(translation)) if translation else 0
    if translation and number:
        words = ngettext(
            "A neighbouring language has %(number)d of the missing texts.",
            "Neighbouring languages have %(number)d of the missing texts.",
            number,
        )
        ways = [messages.button(reverse("translation_proposals", args=[translation.pk]), _("Read them"))]
        messages.info(request, words % {"number": number}, buttons=ways)
