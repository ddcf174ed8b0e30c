"""The news app."""

from collections.abc import Iterable

from django.apps import AppConfig
from django.db.models.signals import pre_delete
from wagtail.signals import page_published, page_unpublished

from pages import summits


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = "News and events"

    def ready(self) -> None:
        from news.keeping import keep_deleted, keep_gone, keep_published  # noqa: PLC0415 - models are there only when the apps are loaded
        from news.models import EventPage  # noqa: PLC0415 - as above
        from news.opendata import offer  # noqa: PLC0415 - as above

        page_published.connect(keep_published, sender=EventPage, dispatch_uid="news.keeping")
        page_unpublished.connect(keep_gone, sender=EventPage, dispatch_uid="news.keeping")
        pre_delete.connect(keep_deleted, sender=EventPage, dispatch_uid="news.keeping")

        offer()
        summits.register(offered_summits)


def offered_summits(language: str) -> Iterable[summits.Summit]:
    """Return the annual summits for the other apps, from the first to the last."""
    from news.selectors import events  # noqa: PLC0415 - models are there only when the apps are loaded

    for event in events.summits(language):
        yield summits.Summit(event.title, event.known_start, event.known_end, event.city_slug)
