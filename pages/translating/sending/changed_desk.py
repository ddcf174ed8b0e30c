"""Opens a live translation in the translation editor with what changed in its original left to do."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from pages.translating.gate import missing_texts
from pages.translating.sending.changed import OtherParagraphsError, take_up


@require_POST
def translate_what_changed(request: HttpRequest, pk: int) -> HttpResponse:
    """Send on what changed, and lead to the editor."""
    page = get_object_or_404(Page.objects.live().select_related("locale"), pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    try:
        made = take_up(page, cast(User, request.user))
    except OtherParagraphsError:
        messages.error(
            request, _("This translation has other paragraphs than its original. Change it in the editor of the page.")
        )
        return redirect("check_translation", pk)
    if made is None:
        return redirect("translations")
    left = missing_texts(made)
    words = ngettext("%(number)d text is left to translate.", "%(number)d texts are left to translate.", left)
    messages.info(request, words % {"number": left})
    return redirect("wagtailadmin_pages:edit", pk)
