"""The button of the translation editor that asks the service for what is still missing."""

from __future__ import annotations

import logging
from typing import cast

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.views.edit_translation import apply_machine_translation

from pages.translating.gate import missing_texts
from pages.translating.machine.service import MachineError
from pages.translating.originals import in_editor

logger = logging.getLogger(__name__)


@require_POST
def ask_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Fill what is missing with the service's words; nothing is changed where it does not answer as agreed."""
    translation = get_object_or_404(in_editor(), pk=translation_id)
    translator = get_machine_translator()
    if translator is None:
        raise Http404("There is no translation service.")
    try:
        apply_machine_translation(translation.pk, cast(User, request.user), translator)
    except MachineError as error:
        tell_of_failure(request, error)
    else:
        left = missing_texts(translation)
        if left:
            messages.warning(request, _("Some texts did not come back whole and are left to you."))
        else:
            messages.success(request, _("All texts are filled in. Read them before you publish."))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def tell_of_failure(request: HttpRequest, error: MachineError) -> None:
    """Tell the editor in words, and the log what the service did."""
    logger.warning("The translation service failed: %s", error)
    messages.error(request, _("The translation service does not answer as it should. The texts are left as they were."))
