"""Working groups that an event may name: the app that keeps the records offers them, and pages hold only their keys."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.db import models

from pages.places import PlaceSelect

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


class GroupFormField(forms.ChoiceField):
    """Accepts the groups of the records, asked anew each time the form is shown."""

    widget = PlaceSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: [("", "---------"), *choices()], **kwargs)


class GroupField(models.CharField):
    """The key of a working group; not a foreign key, because pages and records do not know each other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 50, "blank": True, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": GroupFormField, **kwargs})
