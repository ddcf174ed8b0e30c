"""The frame of a page in templates: navigation, languages, the truth line of a text, and where an error leads."""

from urllib.parse import urlsplit

from django import template
from django.forms import BoundField
from django.template import Context
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

from pages import structured
from pages.blocks.text import HeadingValue
from pages.frame import Frame
from pages.languages.active import active_language
from pages.languages.kosovo import KOSOVO_FOOTNOTE
from pages.languages.table import Language
from pages.navigation import Link, first_level_link
from pages.origins import notice_of
from pages.translating.truth import Truth, truth_of

register = template.Library()


@register.simple_tag(takes_context=True)
def page_frame(context: Context) -> Frame:
    """Return what the frame needs to know of the page, or of the view, in the context."""
    page = context.get("page")
    return Frame(
        context.get("request"),
        page if isinstance(page, Page) else None,
        is_error=bool(context.get("is_error", False)),
    )


@register.simple_tag
def first_level_page(slug: str) -> Link | None:
    """Return the page of the active language whose English page has this slug just below the start page."""
    return first_level_link(active_language(), slug)


@register.simple_tag
def kosovo_footnote() -> Promise:
    return KOSOVO_FOOTNOTE


@register.simple_tag
def offer(language: Language) -> str:
    """Return the line that offers a page to somebody who reads this language better, in that language."""
    with translation.override(language.code):
        # Translators: name your own language in place of English.
        return gettext("This page is also available in English.")


@register.simple_tag
def way_data(frame: Frame) -> str:
    """Return the way to the page for search engines; nothing on the start page, where it says who the network is."""
    if frame.is_error or not frame.page:
        return ""
    return structured.script(structured.breadcrumbs(frame) or structured.network())


@register.filter
def origin_notice(page: Page) -> Promise | str:
    """Return what the reader is told about how the text was made; nothing for a person's own work."""
    return notice_of(page)


@register.simple_tag
def truth(page: Page) -> Truth | None:
    """Return what the reader is told of a translation: when it was checked, what it does not have."""
    return truth_of(page)


@register.filter
def sections(body: StreamValue) -> list[HeadingValue]:
    """Return the headings of the second level in the body of a page, for its contents list."""
    return [block.value for block in body if block.block_type == "heading" and block.value["level"] == "2"]


@register.filter
def source_name(address: str) -> str:
    """Return what a link to a source says: the host of its address; a source that is on no page as it is written."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else address


@register.filter
def first_control(field: BoundField) -> str:
    """Return the id of the field's first control, to which an error leads; groups number theirs from nought."""
    return field.id_for_label or f"{field.auto_id}_0"
