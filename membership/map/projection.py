"""The map's projection: Lambert's conformal conic of a sphere, in the plane of the geometry."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, log, pi, radians, sin, tan


def _stretch(latitude: float) -> float:
    return tan(pi / 4 + radians(latitude) / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformalConic:
    """Two standard parallels and a central meridian in degrees, scale and origin in units of the plane."""

    parallels: tuple[float, float]
    meridian: float
    scale: float
    x: float
    y: float

    def __post_init__(self) -> None:
        south, north = self.parallels
        if not 0 < south < north < 90:
            raise ValueError(f"The parallels must lie between equator and pole, in order: {self.parallels}")

    def project(self, *, longitude: float, latitude: float) -> tuple[float, float]:
        """Return the point of the plane; x grows to the east, y to the south, as in SVG."""
        if not (-180 <= longitude <= 180 and -90 < latitude < 90):
            raise ValueError(f"No such place on the map: longitude {longitude}, latitude {latitude}")
        south, north = self.parallels
        cone = log(cos(radians(south)) / cos(radians(north))) / log(_stretch(north) / _stretch(south))
        reach = cos(radians(south)) * _stretch(south) ** cone / cone
        rho = self.scale * reach / _stretch(latitude) ** cone
        turned = (longitude - self.meridian + 180) % 360 - 180
        angle = cone * radians(turned)
        return self.x + rho * sin(angle), self.y + rho * cos(angle)
