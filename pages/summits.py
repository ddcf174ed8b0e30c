"""The network's summits, for apps that do not know where they are kept: who keeps them offers them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pages.languages.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Summit:
    """An annual summit; its days as far as they are known, and the slug of the city that is its host, if one is named."""

    title: str
    start: PartialDate
    end: PartialDate
    city_slug: str = ""

    @property
    def first_day(self) -> date:
        return self.start.first_day

    @property
    def last_day(self) -> date:
        return self.end.last_day


Provider = Callable[[str], Iterable[Summit]]

_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Let the summits be read from `provider`, which is given a language; once is enough."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def summits(language: str) -> list[Summit]:
    """Return the annual summits from the first to the last, as they stand now: a day that moves has moved here too."""
    found = [summit for provider in _providers for summit in provider(language)]
    return sorted(found, key=lambda summit: (summit.first_day, summit.last_day, summit.title))
