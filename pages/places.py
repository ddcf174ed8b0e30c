"""Places that a page may name: the app that keeps the records offers them, and pages hold only their slugs."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.db import models

Choice = tuple[str, str]
Provider = Callable[[], Iterable[Choice]]

_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Let editors choose the places that `provider` returns as (slug, name in the active language); once is enough."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def choices() -> Iterator[Choice]:
    """Return all places as (slug, name), in the order in which the providers were registered and give them."""
    for provider in _providers:
        yield from provider()


class PlaceSelect(forms.Select):
    """A list of the places; a slug that no provider knows any more stays visible, so that nobody loses it unseen."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)
        known = {option["value"] for _label, options, _index in groups for option in options}
        lost = [slug for slug in value if slug and slug not in known]
        options = [self.create_option(name, slug, slug, True, len(groups) + place) for place, slug in enumerate(lost)]
        return [*groups, *((None, [option], option["index"]) for option in options)]


class PlaceFormField(forms.ChoiceField):
    """Accepts the places of the records, asked anew each time the form is shown."""

    widget = PlaceSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: [("", "---------"), *choices()], **kwargs)


class PlaceField(models.CharField):
    """The slug of a place; not a key, because pages and records do not know each other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 80, **kwargs})

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": PlaceFormField, **kwargs})
