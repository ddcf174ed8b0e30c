"""The text of a news item as HTML that may stand anywhere: with whole addresses, and with what it owes its reader."""

import re
from html import escape, unescape
from urllib.parse import urljoin

from django.utils.html import format_html

from news.models import NewsPage
from pages.languages.kosovo import KOSOVO_FOOTNOTE, names_kosovo
from pages.languages.markup import text_only
from pages.origins import notice_of

_ADDRESS = re.compile(r"""(<[^<>]*?\s(?:href|src)=)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SOURCES = re.compile(r"""(<(?:img|source)[^<>]*?\ssrcset=)"([^"]*)\"""", re.IGNORECASE)


def content_of(item: NewsPage, url: str) -> str:
    """Return the body, the summary where there is none, with what is told of a translation and the footnote of Kosovo*.

    `url` is the item's own address, from which the links in its text are counted.
    """
    text = str(item.body.render_as_block()) if item.body else format_html("<p>{}</p>", item.summary)
    named = names_kosovo(unescape(text_only(f"{item.title} {item.summary} {text}")))
    remarks = [remark for remark in (notice_of(item), KOSOVO_FOOTNOTE if named else "") if remark]
    return "".join([with_whole_addresses(text, url), *(format_html("<p>{}</p>", remark) for remark in remarks)])


def with_whole_addresses(html: str, url: str) -> str:
    """Return HTML in which every link and picture has its whole address."""
    html = _ADDRESS.sub(lambda found: f'{found[1]}"{_whole(url, found[2] or found[3] or "")}"', html)
    return _SOURCES.sub(lambda found: f'{found[1]}"{_whole_sources(url, found[2])}"', html)


def _whole_sources(url: str, value: str) -> str:
    """Return the attribute `srcset` with whole addresses, each with the width that follows it."""
    sources = (source.split(maxsplit=1) for source in value.split(", ") if source)
    return ", ".join(" ".join([_whole(url, address), *width]) for address, *width in sources)


def _whole(url: str, value: str) -> str:
    try:
        return escape(urljoin(url, unescape(value)))
    except ValueError:  # what looks like an address and is none, such as "http://["
        return escape(unescape(value))
