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
from pages.translating.records import PageText


def show_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the paragraphs of the original that differ from those which a live translation took over."""
    page = unrestricted(Page.objects.live()).select_related("locale").filter(pk=pk).first()
    source = families_of(page).source(page) if page else None
    if page is None or source is None or source.pk == page.pk:
        raise Http404("This is no translation that is public.")
    kept = {row.page_id: row for row in PageText.objects.filter(page_id__in=[page.pk, source.pk])}
    own, original = kept.get(page.pk), kept.get(source.pk)
    is_behind = own is not None and original is not None and own.is_behind(original)
    context = {
        "text": page,
        "address": families_of(page).address(page, active_language().code),
        "original": BY_CODE[source.locale.language_code],
        "changed_at": original.changed_at if original and is_behind else None,
        "changes": changes_between(own.taken or [], original.texts) if own and original and is_behind else [],
    }
    return render(request, "pages/translating/changes.html", context)
