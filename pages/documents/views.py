"""The forms of a document beside its page: versions compared, languages side by side, the paper."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from pages.documents.columns import MOST, aligned, columns_of, texts_of_family
from pages.documents.models import DocumentPage
from pages.documents.paper import paper_of
from pages.documents.versions import Fate, comparable, compared, versions_of
from pages.machines import read_by_machines


def compare(request: HttpRequest, page: DocumentPage) -> HttpResponse:
    """Show what changed between two versions, the two newest unless others are chosen.

    Raises `Http404` for a version that there is not, and where there are no two.
    """
    versions = {version.version: version for version in reversed(comparable(versions_of(page)))}
    if len(versions) < 2:
        raise Http404("There are no two versions to compare.")
    *_, second, newest = versions
    older, newer = (
        versions.get(request.GET.get(name, usual)) for name, usual in (("older", second), ("newer", newest))
    )
    if older is None or newer is None:
        raise Http404("There is no such version.")
    rows = compared(older, newer)
    return page.render_to(
        request,
        "pages/documents/compare.html",
        versions=list(versions.values()),
        older=older,
        newer=newer,
        rows=rows,
        same=[row for row in rows if row.fate == Fate.SAME],
    )


def languages(request: HttpRequest, page: DocumentPage) -> HttpResponse:
    """Show the document in the language of the page and one or two others; without a choice ask for it.

    Raises `Http404` for a language in which there is no text, and for more of them than fit beside each other.
    """
    texts = texts_of_family(page)
    own = page.locale.language_code
    chosen = list(dict.fromkeys(code for code in request.GET.getlist("with") if code))
    if len(texts) < 2 or len(chosen) >= MOST or not set(chosen) <= texts.keys() - {own}:
        raise Http404("The document cannot be shown in these languages.")
    columns = columns_of([texts[own], *(texts[code] for code in chosen)]) if chosen else []
    return page.render_to(
        request,
        "pages/documents/languages.html",
        columns=columns,
        rows=aligned(columns),
        others=columns_of(text for code, text in texts.items() if code != own),
        chosen=chosen,
    )


@read_by_machines
def paper(request: HttpRequest, page: DocumentPage) -> HttpResponse:  # noqa: ARG001 - the decorator reads it
    """Answer with the document as PDF, to be read in the browser."""
    answer = HttpResponse(paper_of(page), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{page.slug}-{page.locale.language_code}.pdf"'
    return answer
