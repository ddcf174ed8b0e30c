"""The news app."""

from collections.abc import Iterable

from django.apps import AppConfig

from pages import summits


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = "News and events"

    def ready(self) -> None:
        from news.opendata import offer  # noqa: PLC0415 - models are there only when the apps are loaded

        offer()
        summits.register(offered_summits)


def offered_summits(language: str) -> Iterable[summits.Summit]:
    """Return the annual summits for the other apps, from the first to the last."""
    from news.selectors import events  # noqa: PLC0415 - models are there only when the apps are loaded

    for event in events.summits(language):
        yield summits.Summit(event.title, event.known_start, event.known_end, event.city_slug)
