"""Places that a page may name: the app that keeps the records offers them, and pages hold only their slugs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.db import models

Choice = tuple[str, str]
Provider = Callable[[], Iterable[Choice]]
Namer = Callable[[Iterable[str], str], Mapping[str, str]]

CountryProvider = Callable[[], Mapping[str, str]]

_country_providers: list[CountryProvider] = []
_providers: list[Provider] = []
_namers: list[Namer] = []


def register(provider: Provider) -> Provider:
    """Let editors choose the places that `provider` returns as (slug, name in the active language); once is enough."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def choices() -> Iterator[Choice]:
    """Return all places as (slug, name), in the order in which the providers were registered and give them."""
    for provider in _providers:
        yield from provider()


def register_names(namer: Namer) -> Namer:
    """Let pages name places: `namer` returns slug → name in a language for those slugs that it knows."""
    if namer not in _namers:
        _namers.append(namer)
    return namer


def names(slugs: Iterable[str], language: str) -> dict[str, str]:
    """Return slug → name in a language; what nobody knows is left out. The queries do not grow with the places."""
    wanted = frozenset(slugs)
    return {slug: name for namer in _namers if wanted for slug, name in namer(wanted, language).items()}


def register_countries(provider: CountryProvider) -> CountryProvider:
    """Let pages be found by country: `provider` returns slug → ISO 3166 code of all places."""
    if provider not in _country_providers:
        _country_providers.append(provider)
    return provider


def countries() -> dict[str, str]:
    """Return slug → code of the country for all places; one query for each provider."""
    return {slug: code for provider in _country_providers for slug, code in provider().items()}


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
