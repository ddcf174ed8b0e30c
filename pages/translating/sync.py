"""Sends what changed to the translations, and publishes those with which the gate finds nothing wrong."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from pages.languages.table import BY_CODE
from pages.translating.gate import findings


class SyncView(UpdateTranslationsView):
    """wagtail-localize's own page, which would publish every translation as it is."""

    def form_valid(self, form: Any) -> HttpResponse:
        wants_publishing = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        answer = super().form_valid(form)
        if wants_publishing:
            self._publish_whole_ones()
        return answer

    def _publish_whole_ones(self) -> None:
        made = self.object.translations.filter(enabled=True).select_related("source__locale", "target_locale")
        held = [translation for translation in made.order_by("pk") if not self._is_published(translation)]
        if held:
            names = ", ".join(BY_CODE[translation.target_locale.language_code].own_name for translation in held)
            words = _("Not published, because something is to be looked at first: %(languages)s.")
            messages.warning(self.request, words % {"languages": names})

    def _is_published(self, translation: Translation) -> bool:
        if findings(translation):
            return False
        with suppress(ValidationError):  # the editor of the translation shows it
            translation.save_target(user=self.request.user, publish=True)
            return True
        return False
