"""The page of the admin on which a page is submitted for translation."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView

from pages.translating.sending.submission import submit, submit_subtree
from pages.translating.work.languages import languages_of


class SubmitView(SubmitPageTranslationView):
    """wagtail-localize's own page, which asks the database 2,600 times for a page of 14 articles in 12 languages."""

    def get_form(self) -> Any:
        """Offer the languages in which the reader may change pages."""
        form = super().get_form()
        offered = form.fields["locales"].queryset
        form.fields["locales"].queryset = offered.filter(language_code__in=languages_of(self.request.user))
        return form

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        locales = list(form.cleaned_data["locales"])
        drafts = submit(self.object, locales, self.request.user)
        if form.cleaned_data["include_subtree"]:
            drafts += submit_subtree(self.object, locales, self.request.user)
        own = [draft for draft in drafts if draft.translation_key == self.object.translation_key]
        names = ", ".join(locale.get_display_name() for locale in locales)
        messages.success(self.request, self.get_success_message(names))
        self._tell_of_pages_above(drafts)
        return redirect(self.get_success_url() or self.get_default_success_url(own[0] if len(own) == 1 else None))

    def _tell_of_pages_above(self, drafts: list[Page]) -> None:
        above = {draft.draft_title for draft in drafts if draft.depth < self.object.depth}
        if above:
            words = _("The pages above were missing and are submitted too: %(pages)s.")
            messages.info(self.request, words % {"pages": ", ".join(sorted(above))})
