"""Working groups that an event may name: the app that keeps the records offers them, and pages hold only their keys."""

from collections.abc import Callable, Iterable, Iterator

from pages.offered import OfferedField, OfferedFormField

Group = tuple[str, str]
Provider = Callable[[], Iterable[Group]]

_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Let pages name the groups that `provider` returns as (key, name in the active language); once is enough."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def choices() -> Iterator[Group]:
    """Return all groups as (key, name in the active language), in the order in which the providers give them."""
    for provider in _providers:
        yield from provider()


class GroupFormField(OfferedFormField):
    """Accepts the groups of the records."""

    offered = staticmethod(choices)


class GroupField(OfferedField):
    """The key of a working group."""

    form_class = GroupFormField
    length = 50
