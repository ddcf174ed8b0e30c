"""Takes a PO file in the translation editor."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.translating.exchange.reading import Contents, FileRefusedError, read
from pages.translating.originals import in_editor

SHOWN = 5  # wrong texts named in a message
TOOL = "PO File"  # as the editor names it


@require_POST
def take_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take the translations of a file in, all or none of them."""
    translation = in_editor().filter(pk=translation_id).first()
    page = _page_of(translation)
    if translation is None or page is None:
        messages.error(request, _("This page is not being translated any more. Nothing was changed."))
        return redirect("translations")
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    upload = request.FILES.get("file")
    if upload is None:
        messages.error(request, _("Choose a file."))
    else:
        try:
            contents = read(upload, translation)
        except FileRefusedError as refused:
            messages.error(request, _in_words(refused))
        else:
            translation.import_po(contents.po, user=request.user, tool_name=TOOL)
            _tell(request, contents)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[page.pk]))


def _page_of(translation: Translation | None) -> Page | None:
    found = translation and translation.source.object.get_instance_or_none(translation.target_locale)
    return found if isinstance(found, Page) else None


def _tell(request: HttpRequest, contents: Contents) -> None:
    messages.success(request, _("The translations of the file are taken in. Read them before you publish."))
    if contents.left_out:
        words = ngettext(
            "%(number)d text was left out: it is not on the page any more, or marked as doubtful.",
            "%(number)d texts were left out: they are not on the page any more, or marked as doubtful.",
            contents.left_out,
        )
        messages.warning(request, words % {"number": contents.left_out})


def _in_words(refused: FileRefusedError) -> str:
    texts = format_html_join("", "<li>{}</li>", ((text,) for text in refused.texts[:SHOWN]))
    listed = format_html("<ul>{}</ul>", texts) if refused.texts else ""
    return format_html("{} {} {}", refused.words, listed, _("Nothing was changed."))
