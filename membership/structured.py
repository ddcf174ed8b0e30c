"""Member cities for search engines (schema.org)."""

from __future__ import annotations

from typing import Any

from membership.selectors.cities import Profile
from pages.structured import network


def government(profile: Profile, url: str) -> dict[str, Any]:
    """Return the local government of a city, with its names in other languages and its place."""
    city = profile.row.city
    has_place = city.latitude is not None and city.longitude is not None
    place = {"@type": "GeoCoordinates", "latitude": float(city.latitude or 0), "longitude": float(city.longitude or 0)}
    return {
        "@type": "GovernmentOrganization",
        "name": profile.row.name,
        "alternateName": sorted(
            {city.name_local, *(foreign.name for foreign in profile.foreign_names)} - {profile.row.name}
        ),
        "location": {"@type": "Place", "name": profile.row.name, "geo": place} if has_place else {},
        "memberOf": network(),
        "url": url,
        "sameAs": city.website,
    }
