"""Members, presidency and Committee for templates of any app: this is where news and membership meet."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext

from membership import structured
from membership.map.values import MemberMap
from membership.models import City, Contradiction, GroupCity, Member, SecretaryTerm, Twinning, WorkingGroup
from membership.models.organisation import Lasting
from membership.selectors import cities, filters, maps, network, organisation
from membership.selectors.calendar import today_in_the_network
from pages.languages.active import active_language
from pages.languages.collation import sort_key
from pages.languages.formats import format_date_range, format_partial_date
from pages.languages.partial_dates import PartialDate
from pages.structured import script

register = template.Library()


@register.simple_tag(takes_context=True)
def member_directory(context: Context) -> dict[str, Any]:
    """The rows, the map and the filters of the member index, by what the page has checked."""
    language = active_language().code
    found: list[Any] = [context.get(name, "") for name in ("country", "countries", "status", "year")]
    country, countries, status, year = found
    rows = cities.directory(language, today=today_in_the_network(), countries=countries, status=status, year=year)
    return {
        "rows": rows,
        "map": maps.map_of(rows, language, country=country, query=filters.query_of((), status, year)),
        "files": _files(language, countries, status, year),
        "country_filters": filters.country_filters(language, countries, status, year),
        "status_filters": filters.status_filters(language, countries, status, year),
        "year_filters": filters.year_filters(language, countries, status, year),
        "unlisted": cities.unlisted_count(),
    }


def _files(language: str, countries: Sequence[str], status: str, year: str) -> list[tuple[str, str]]:
    """Return name and address of the list as files; these know one country at a time."""
    chosen = {"country": countries[0].lower() if countries else "", "status": status, "year": year}
    query = urlencode({name: value for name, value in chosen.items() if value} | {"language": language})
    names = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON"} if len(countries) < 2 else {}
    return [(name, f"{reverse('opendata:list', args=['members', form])}?{query}") for form, name in names.items()]


@register.simple_tag
def city_profile(member: Member) -> cities.Profile:
    return cities.profile(member, active_language().code, today=today_in_the_network())


@register.simple_tag
def city_data(profile: cities.Profile, url: str) -> str:
    """Return the local government of a city for search engines."""
    return script(structured.government(profile, url))


@register.simple_tag
def country_map(profile: cities.Profile) -> MemberMap:
    """The map of the city's country, with all its members."""
    rows = [profile.row, *profile.neighbours]
    return maps.map_of(rows, active_language().code, country=profile.row.country)


@register.simple_tag
def home_map() -> MemberMap:
    """The small map of the home page."""
    language = active_language().code
    rows = cities.directory(language, today=today_in_the_network())
    return maps.map_of(rows, language, is_compact=True)


@register.simple_tag
def load_cities(slugs: Iterable[str]) -> dict[str, cities.CityLink]:
    """Slug → link of the cities named on a page; one tag for the whole list."""
    return cities.links(slugs, active_language().code)


@register.simple_tag
def cities_in_order(known: dict[str, cities.CityLink]) -> list[cities.CityLink]:
    """Return the cities that `load_cities` gave in the order of the language's alphabet."""
    key = sort_key(active_language().code)
    return sorted(known.values(), key=lambda link: key(link.name))


@register.simple_tag
def place_map(slug: str) -> MemberMap | None:
    """The map of a member city's country, with that city alone; nothing for a city that is not on the map."""
    language = active_language().code
    rows = cities.directory(language, today=today_in_the_network())
    host = next((row for row in rows if row.city.slug == slug and row.city.latitude is not None), None)
    return maps.map_of([host], language, country=host.country) if host else None


@register.filter
def city(known: dict[str, cities.CityLink], slug: str) -> cities.CityLink | None:
    return known.get(slug)


@register.simple_tag
def presidency_now() -> network.PresidencyRow | None:
    return network.presidency_on(today_in_the_network(), active_language().code)


@register.simple_tag
def presidencies() -> list[network.PresidencyRow]:
    return network.presidencies(active_language().code)


@register.simple_tag
def committee_by_year() -> list[network.CommitteeYear]:
    return network.committee_by_year(active_language().code, today_in_the_network())


@register.simple_tag
def working_groups() -> list[organisation.GroupLink]:
    return organisation.groups(active_language().code)


@register.simple_tag
def group_name(key: str) -> organisation.GroupLink | None:
    """Return the working group of a key, as an event names it; nothing for one that is not on record."""
    return next((group for group in organisation.groups(active_language().code) if group.key == key), None)


@register.simple_tag
def group_profile(group: WorkingGroup) -> organisation.GroupProfile:
    return organisation.group_profile(group, active_language().code)


@register.simple_tag
def groups_of(city: City) -> list[tuple[organisation.GroupLink, GroupCity]]:
    return organisation.groups_of(city, active_language().code)


@register.simple_tag
def twins_of(city: City) -> list[tuple[cities.CityLink, Twinning]]:
    return organisation.twins_of(city, active_language().code)


@register.simple_tag
def assembly_decisions() -> list[organisation.DecisionRow]:
    return organisation.decisions(active_language().code)


@register.simple_tag
def secretaries() -> list[SecretaryTerm]:
    return organisation.secretaries()


@register.filter
def time_held(record: Lasting | Twinning) -> str:
    """Return from when to when something holds, as far as known; empty where nothing is."""
    language = active_language().code
    since, until = record.since, getattr(record, "until", "")
    if since and until:
        return format_date_range(language, PartialDate.parse(since), PartialDate.parse(until))
    known = since or until
    if not known:
        return ""
    sentence = gettext("since %(day)s") if since else gettext("until %(day)s")
    return sentence % {"day": format_partial_date(language, PartialDate.parse(known))}


@register.simple_tag
def contradictions() -> list[Contradiction]:
    return network.contradictions(active_language().code)


@register.simple_tag
def figures() -> network.Figures:
    return network.figures(active_language().code)


@register.simple_tag
def growth() -> network.Growth:
    return network.growth(active_language().code)


@register.simple_tag
def signatories() -> list[cities.MemberRow]:
    """The cities that are members and so have signed the declaration, in the order of the language."""
    return cities.directory(active_language().code, today=today_in_the_network())
