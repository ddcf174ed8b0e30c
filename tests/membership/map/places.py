"""Pins, names and shapes for the tests of the map."""

import csv
import re
import unicodedata
from itertools import pairwise
from math import hypot
from pathlib import Path

from membership.map.values import Pin

NAMES = {
    "AL": "Albania",
    "BA": "Bosnia and Herzegovina",
    "BG": "Bulgaria",
    "HR": "Croatia",
    "GR": "Greece",
    "XK": "Kosovo*",
    "ME": "Montenegro",
    "MK": "North Macedonia",
    "RO": "Romania",
    "RS": "Serbia",
    "SI": "Slovenia",
    "TR": "Türkiye",
}
TEXTS = {"country_names": NAMES, "footnote": "* A footnote.", "members_url": "/en/members/"}
SOFIA, ISTANBUL, ANKARA, VAN = (42.69751, 23.32415), (41.01384, 28.94966), (39.93, 32.86), (38.5, 43.38)
FACTS = Path(__file__).parents[3] / "site" / "b40" / "seed" / "facts" / "members.csv"


def pin(name, country, place, *, kind="member"):
    slug = re.sub(r"[^a-z]+", "-", unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode())
    return Pin(
        slug=slug,
        name=name,
        country=country,
        latitude=place[0],
        longitude=place[1],
        url=f"/en/members/{slug}/",
        kind=kind,
        status=kind,
        title=f"{name}, {NAMES[country]}: {kind}",
    )


def facts():
    """Every city of the seed, in the order of its English name."""
    with FACTS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["latitude"]]
    return [
        pin(row["name_en"], row["country"], (float(row["latitude"]), float(row["longitude"])), kind=row["status"])
        for row in sorted(rows, key=lambda row: row["name_en"])
    ]


def rings(path):
    """The closed lines of compact path data: `M` absolute, `l` relative, whole numbers."""
    found = []
    for start, steps in re.findall(r"M([-\d ]+)l([-\d ]+)z", path):
        x, y = numbers(start)
        points = [(x, y)]
        deltas = numbers(steps)
        for dx, dy in zip(deltas[::2], deltas[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append([*points, points[0]])
    return found


def numbers(text):
    return [int(number) for number in re.findall(r"-?\d+", text)]


def distance(path, point):
    """0 inside the shape, else the distance to its nearest edge, in the units of the path."""
    edges = [edge for ring in rings(path) for edge in pairwise(ring)]
    if sum(crosses(edge, point) for edge in edges) % 2:
        return 0.0
    return min(from_edge(edge, point) for edge in edges)


def crosses(edge, point):
    (ax, ay), (bx, by) = edge
    x, y = point
    return (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)


def from_edge(edge, point):
    (ax, ay), (bx, by) = edge
    x, y = point
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0 if length == 0 else max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
