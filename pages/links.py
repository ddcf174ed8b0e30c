"""Links to pages in texts."""

from collections.abc import Sequence

from django.utils.html import format_html
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from pages.families import Families
from pages.languages.active import active_language
from pages.once import once

NO_LINK = "<a>"  # the text stays, without a link: as in HTML, so in Wagtail's own handler


class ReaderPageLinkHandler(PageLinkHandler):
    """Leads to the page in the language that is read, whichever translation the editor chose.

    Where there is no translation, the address stays under the reader's prefix and shows the text that there is. A page
    that nobody can read in any language is no link. Two queries for a text, or for all announced texts of a request.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: Sequence[dict[str, str]]) -> list[str]:
        ids = [attrs.get("id", "") for attrs in attrs_list]
        chosen, families = _read(frozenset(_announced().union(filter(str.isdecimal, ids))))
        code = active_language().code
        return [_opening_tag(families, chosen.get(page_id), code) for page_id in ids]


def announce_links(body: StreamValue) -> None:
    """Let the pages that all texts of a body link to be read at once, in a request that only reads."""
    references = body.stream_block.extract_references(body)
    _announced().update(str(page_id) for model, page_id, *_ in references if model is Page)


@once
def _announced() -> set[str]:
    return set()


@once
def _read(ids: frozenset[str]) -> tuple[dict[str, Page], Families]:
    """Return id → page, without its text, and the families of these pages."""
    chosen = {str(page.pk): page for page in Page.objects.filter(pk__in=ids).select_related("locale")}
    return chosen, Families(chosen.values())


def _opening_tag(families: Families, page: Page | None, code: str) -> str:
    if page is None or families.readable(page, code) is None:
        return NO_LINK
    return format_html('<a href="{}">', families.address(page, code))
