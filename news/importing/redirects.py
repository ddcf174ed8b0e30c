"""Lets the former addresses of a post lead to its page; what a person has set is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from wagtail.contrib.redirects.models import Redirect

from news.importing.values import OldPost
from news.models import NewsPage


def former_addresses(post: OldPost) -> Iterator[str]:
    """Yield the paths under which a post was known: its own, and the short form with its number."""
    path = urlsplit(post.address).path
    if path.strip("/"):
        yield Redirect.normalise_path(path)
    if post.number:
        yield Redirect.normalise_path(f"/?p={post.number}")


def lead_on(post: OldPost, page: NewsPage) -> tuple[int, list[str]]:
    """Set the redirects of a post; return how many are new, and the addresses that lead elsewhere by a person's will."""
    made, elsewhere = 0, []
    for address in dict.fromkeys(former_addresses(post)):
        found, is_new = Redirect.objects.get_or_create(
            old_path=address, site=None, defaults={"redirect_page": page, "automatically_created": True}
        )
        made += is_new
        if found.redirect_page_id != page.pk:
            elsewhere.append(address)
    return made, elsewhere
