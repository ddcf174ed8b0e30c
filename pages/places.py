"""Places that a page may name: the app that keeps the records offers them, and pages hold only their slugs."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from pages.offered import OfferedField, OfferedFormField

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


class PlaceFormField(OfferedFormField):
    """Accepts the places of the records."""

    offered = staticmethod(choices)


class PlaceField(OfferedField):
    """The slug of a place; not a key, because pages and records do not know each other."""

    form_class = PlaceFormField
    length = 80
