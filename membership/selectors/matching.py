"""Finds the city of an application among the members, across spellings; the rest is a person's judgement."""

from unicodedata import normalize

from membership.models import City, Member

DOTTED, DOTLESS = "i\u0307", "ı"  # what İ becomes in small letters, and the small letter of I, in Turkish


def match_member(country: str, *names: str) -> Member | None:
    """Return the standing membership of a city of that country and one of those names, in any language's spelling."""
    city = match_city(country, *names)
    return Member.objects.holding().filter(city=city).first() if city else None


def match_city(country: str, *names: str) -> City | None:
    """Return the city of a country that bears one of the names, letter for letter but for case."""
    wanted = {_folded(name) for name in names if name.strip()}
    for city in City.objects.filter(country=country).prefetch_related("names"):
        known = {city.name_en, city.name_local, *(name.name for name in city.names.all())}
        if wanted & {_folded(name) for name in known}:
            return city
    return None


def _folded(name: str) -> str:
    """Return a name in small letters, each in one form; the i with a dot and the one without are the same here."""
    return normalize("NFC", name.strip().casefold()).replace(DOTTED, "i").replace(DOTLESS, "i")
