"""Loads the news and events the site starts with; what is already there, and what an editor deleted, is left alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry

from b40.seed.pages import key_of
from b40.seed.rows import EventRow, NewsRow, read_events, read_news
from b40.seed.texts import read_text
from news.labels import Certainty
from news.models import EventIndexPage, EventPage, NewsCity, NewsIndexPage, NewsPage, NewsTopic
from pages.languages.table import SOURCE
from pages.models import HomePage
from pages.origins import Origin

FACTS = Path(__file__).parent / "facts"
INDEXES = {"news": NewsIndexPage, "events": EventIndexPage}


@transaction.atomic
def load_news(home_pages: Mapping[str, HomePage], facts: Path = FACTS) -> None:
    """Make the missing indexes under each home page, and the missing news and events in the languages that have them.

    Raises `RowError` before anything is written if a row is wrong.
    """
    news, events = read_news(facts), read_events(facts)
    deleted = frozenset(PageLogEntry.objects.filter(action="wagtail.delete").values_list("label", flat=True))
    indexes = {(key, code): _index(key, code, home) for key in INDEXES for code, home in home_pages.items()}
    for code, home in home_pages.items():
        _add_missing(indexes["news", code], _news_pages(news, home.locale), deleted)
        _add_missing(indexes["events", code], _event_pages(events, home.locale), deleted)


def _index(key: str, code: str, home: HomePage) -> Page:
    """Return the index under a home page, made if it is not there."""
    model = INDEXES[key]
    found = model.objects.child_of(home).first()
    if found:
        return found
    text = read_text(key, code)
    page = model(
        **_common(key, home.locale),
        slug=key,
        show_in_menus=True,
        title=text.title,
        menu_title=text.menu,
        summary=text.summary,
        body=text.body_blocks,
    )
    # Read again, because the tree may have grown since the caller read it.
    return HomePage.objects.get(pk=home.pk).add_child(instance=page)


def _add_missing(index: Page, pages: Iterator[Page], deleted: frozenset[str]) -> None:
    """Add to an index what it has neither under its address nor under its key, and what no editor has deleted."""
    children = list(index.get_children().values_list("slug", "translation_key"))
    slugs, keys = {slug for slug, _key in children}, {key for _slug, key in children}
    for page in pages:
        if page.slug not in slugs and page.translation_key not in keys and page.title not in deleted:
            index.add_child(instance=page)


def _news_pages(rows: list[NewsRow], locale: Locale) -> Iterator[NewsPage]:
    code = locale.language_code
    for row in rows:
        if row.titles.get(code):
            yield NewsPage(  # type: ignore[misc] # the rows of a cluster are given to it as it is made
                **_common(f"news/{row.slug}", locale, row.source),
                slug=row.slug,
                title=row.titles[code],
                summary=row.summaries[code],
                date=row.day.first_day,
                precision=row.day.precision,
                cities=[NewsCity(slug=slug, sort_order=place) for place, slug in enumerate(row.cities)],
                topics=[NewsTopic(topic=topic, sort_order=place) for place, topic in enumerate(row.topics)],
            )


def _event_pages(rows: list[EventRow], locale: Locale) -> Iterator[EventPage]:
    code = locale.language_code
    for row in rows:
        if row.titles.get(code):
            yield EventPage(
                **_common(f"events/{row.slug}", locale, row.source),
                slug=row.slug,
                title=row.titles[code],
                kind=row.kind,
                start=row.start.first_day,
                end=row.last_day,
                precision=row.start.precision,
                city_slug=row.city,
                host=row.hosts[code],
                attendees=row.attendees[code],
                outcome=row.outcomes[code],
            )


def _common(name: str, locale: Locale, source: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what all loaded pages have: one key in all languages, origin, source, and publication now.

    What is doubtful waits as a draft.
    """
    now = timezone.now()
    is_live = not source or source["certainty"] != Certainty.LOW
    return {
        **(source or {}),
        "translation_key": key_of(name),
        "locale": locale,
        "origin": Origin.ORIGINAL if locale.language_code == SOURCE else Origin.MACHINE,
        "live": is_live,
        "has_unpublished_changes": not is_live,
        "first_published_at": now if is_live else None,
        "last_published_at": now if is_live else None,
    }
