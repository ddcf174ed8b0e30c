"""Members, presidency and Committee for templates of any app: this is where news and membership meet."""
from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context

from membership.map.values import MemberMap
from membership.models import Contradiction, Member
from membership.selectors import cities, maps, network
from membership.selectors.calendar import today_in_the_network
from pages.languages.active import active_language

register = template.Library()


@register.simple_tag(takes_context=True)
def member_directory(context: Context) -> dict[str, Any]:
    """The rows and the map of the member index, by the filters which the page has checked."""
    language, country, status = active_language().code, context.get("country", ""), context.get("status", "")
    countries = context.get("countries", ())
    rows = cities.directory(language, today=today_in_the_network(), countries=countries, status=status)
    return {"rows": rows, "map": maps.map_of(rows, language, country=country), "unlisted": cities.unlisted_count()}


@register.simple_tag
def city_profile(member: Member) -> dict[str, Any]:
    """What the page of a city shows beside the record itself."""
    language = active_language().code
    rows = cities.directory(language, today=today_in_the_network(), countries=[member.city.country])
    row = next(row for row in rows if row.member.pk == member.pk)
    return {
        "row": row,
        "map": maps.map_of(rows, language, country=member.city.country),
        "neighbours": [other for other in rows if other is not row],
        "foreign_names": cities.foreign_names(member.city, language),
        "presidencies": list(member.city.presidencies.all()),
        "seats": cities.seats_of(member.city),
    }


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
def committee_by_term() -> list[network.CommitteeTerm]:
    return network.committee_by_term(active_language().code)


@register.simple_tag
def working_groups() -> list[str]:
    return network.working_groups()


@register.simple_tag
def contradictions() -> list[Contradiction]:
    return network.contradictions(active_language().code)


@register.simple_tag
def figures() -> network.Figures:
    return network.figures()
