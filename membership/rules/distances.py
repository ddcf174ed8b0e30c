"""Distances between places on the earth, taken as a sphere."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088


def kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return the length of the great circle between two places, each given as latitude and longitude in degrees."""
    (latitude, longitude), (other_latitude, other_longitude) = first, second
    north, east = radians(other_latitude - latitude) / 2, radians(other_longitude - longitude) / 2
    chord = sin(north) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
