"""Links to pages in texts."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from pages.families import Families
from pages.languages.active import active_language

NO_LINK = "<a>"  # the text stays, without a link: as in HTML, so in Wagtail's own handler


class ReaderPageLinkHandler(PageLinkHandler):
    """Leads to the page in the language that is read, whichever translation the editor chose; two queries for a text.

    Where there is no translation, the address stays under the reader's prefix and shows the text that there is. A page
    that nobody can read in any language is no link.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: Sequence[dict[str, str]]) -> list[str]:
        pages = cls.get_many(list(attrs_list))
        families = Families(page for page in pages if page)
        code = active_language().code
        return [_opening_tag(families, page, code) for page in pages]

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Any]:
        """Return the chosen page of each link, without its text; nothing for a page that is gone."""
        ids = [attrs.get("id", "") for attrs in attrs_list]
        chosen_pages = Page.objects.filter(pk__in=filter(str.isdecimal, ids)).select_related("locale")
        known = {str(page.pk): page for page in chosen_pages}
        return [known.get(chosen) for chosen in ids]


def _opening_tag(families: Families, page: Page | None, code: str) -> str:
    if page is None or families.readable(page, code) is None:
        return NO_LINK
    return format_html('<a href="{}">', families.address(page, code))
