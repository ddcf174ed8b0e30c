"""When a text went live and when it was last published; the beginning of 1970 where nothing is on record."""

from datetime import UTC, datetime

from wagtail.models import Page


def published(page: Page) -> datetime:
    """Return when the page first went live, in UTC."""
    return _known(page.first_published_at, page.last_published_at)


def updated(page: Page) -> datetime:
    """Return when the page was last published, in UTC."""
    return _known(page.last_published_at, page.first_published_at)


def _known(*moments: datetime | None) -> datetime:
    known = next((moment for moment in moments if moment), None)
    return known.astimezone(UTC) if known else datetime(1970, 1, 1, tzinfo=UTC)
