"""The step that looks at links: those to this site each time, those to others a few at a time, where that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from time import monotonic
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F

from pages.checks.content import Link
from pages.checks.targets import dead_links
from pages.reports.collecting import links_of_pages
from pages.reports.reaching import Reach, status_of
from pages.reports.records import ADDRESS_LENGTH, LinkCheck, LinkStatus

MOST_IN_A_RUN = 20
MOST_SECONDS = 60  # after which no further server is asked in this run
AGAIN_AFTER = timedelta(days=7)
BROKEN_AGAIN_AFTER = timedelta(days=1)  # servers rest now and then

Key = tuple[int, str]


def check_links(now: datetime, reach: Reach | None = None) -> int:
    """Keep the links of all published pages, and look up what is due; return how many rows are new or were looked up."""
    kept = keep_links(now)
    return kept + (_look_up(now, reach) if settings.CHECK_LINKS else 0)


@transaction.atomic
def keep_links(now: datetime) -> int:
    """Add links that are new, forget those that are gone or lead somewhere again; return how many are new."""
    wanted = dict(_wanted())
    known = {(row.page_id, row.url): row for row in LinkCheck.objects.all()}
    LinkCheck.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in wanted]).delete()
    new = [
        LinkCheck(
            page_id=page,
            url=url,
            words=words,
            status=LinkStatus.WAITING if _is_foreign(url) else LinkStatus.DEAD,
            checked_at=None if _is_foreign(url) else now,
        )
        for (page, url), words in wanted.items()
        if (page, url) not in known
    ]
    LinkCheck.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _wanted() -> Iterator[tuple[Key, str]]:
    """Yield each link to keep with its words: dead ones to this site, and foreign ones where they are looked up."""
    found = links_of_pages()
    dead = dead_links(link for links in found.values() for link in links)
    for page, links in found.items():
        for link in links:
            if link in dead:
                yield (page, _place(link)), link.words[:255]
            elif settings.CHECK_LINKS and _is_foreign(link.href) and len(link.href) <= ADDRESS_LENGTH:
                yield (page, link.href), link.words[:255]


def _look_up(now: datetime, reach: Reach | None) -> int:
    """Ask for the links whose turn it is, the oldest first and each host once in a run; return how many links."""
    hosts: dict[str, str] = {}
    for url in _due(now):
        hosts.setdefault(urlsplit(url).netloc.lower(), url)
    looked_up, begun = 0, monotonic()
    for url in list(hosts.values())[:MOST_IN_A_RUN]:
        if monotonic() - begun > MOST_SECONDS:
            break
        looked_up += LinkCheck.objects.filter(url=url).update(status=status_of(url, reach), checked_at=now)
    return looked_up


def _due(now: datetime) -> Iterator[str]:
    rows = LinkCheck.objects.exclude(status=LinkStatus.DEAD).order_by(F("checked_at").asc(nulls_first=True), "pk")
    for url, status, checked_at in rows.values_list("url", "status", "checked_at"):
        rest = AGAIN_AFTER if status == LinkStatus.WORKING else BROKEN_AGAIN_AFTER
        if checked_at is None or checked_at + rest <= now:
            yield url


def _is_foreign(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _place(link: Link) -> str:
    return f"page {link.page}" if link.page is not None else f"document {link.document}"
