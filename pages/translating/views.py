"""Shows a reader what changed in the original of a page since it was translated."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from pages.families import families_of
from pages.languages.active import active_language
from pages.languages.table import BY_CODE
from pages.selectors import unrestricted
from pages.translating.differences import changes_between
from pages.translating.truth import kept_pair


def show_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the paragraphs of the original that differ from those which a live translation took over."""
    page = unrestricted(Page.objects.live()).select_related("locale").filter(pk=pk).first()
    pair = kept_pair(page) if page else None
    if page is None or pair is None:
        raise Http404("This is no translation that is public.")
    own, original, source = pair
    is_behind = own.is_behind(original)
    context = {
        "text": page,
        "address": families_of(page).address(page, active_language().code),
        "original": BY_CODE[source.locale.language_code],
        "changed_at": original.changed_at if is_behind else None,
        "changes": changes_between(own.taken or [], original.texts) if is_behind else [],
    }
    return render(request, "pages/translating/changes.html", context)
