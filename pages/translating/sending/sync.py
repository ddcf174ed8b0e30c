"""Sends what changed to the translations, and publishes those with which the gate finds nothing wrong."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views.edit_translation import apply_machine_translation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from pages.languages.table import BY_CODE
from pages.translating.gate import findings
from pages.translating.machine.desk import tell_of_failure
from pages.translating.machine.service import MachineError
from pages.translating.sending.sources import stored


class SyncView(UpdateTranslationsView):
    """wagtail-localize's own page, which would publish every translation as it is."""

    object: TranslationSource

    def form_valid(self, form: Any) -> HttpResponse:
        self.object = stored(self.object.get_source_instance().specific)
        for translation in self._made():
            self.object.update_target_view_restrictions(translation.target_locale)
        messages.success(self.request, self.get_success_message())
        if form.cleaned_data.get("use_machine_translation"):
            self._ask_machine()
        if form.cleaned_data["publish_translations"]:
            self._publish_whole_ones()
        return redirect(self.get_success_url() or self.get_default_success_url())

    def _ask_machine(self) -> None:
        """Let the service fill what is left to do, language by language, as long as it answers."""
        machine = get_machine_translator()
        able = [one for one in self._made() if machine and machine.can_translate(one.source.locale, one.target_locale)]
        try:
            for translation in able:
                apply_machine_translation(translation.pk, self.request.user, machine)
        except MachineError as error:
            tell_of_failure(self.request, error)

    def _publish_whole_ones(self) -> None:
        held = [translation for translation in self._made() if not self._is_published(translation)]
        if held:
            names = ", ".join(BY_CODE[translation.target_locale.language_code].own_name for translation in held)
            words = _("Not published, because something is to be looked at first: %(languages)s.")
            messages.warning(self.request, words % {"languages": names})

    def _made(self) -> list[Translation]:
        made = self.object.translations.filter(enabled=True).select_related("source__locale", "target_locale")
        return list(made.order_by("pk"))

    def _is_published(self, translation: Translation) -> bool:
        if findings(translation):
            return False
        with suppress(ValidationError):  # the editor of the translation shows it
            translation.save_target(user=self.request.user, publish=True)
            return True
        return False
