"""What the applicant's templates ask for: the texts to which the declarations refer, and a map to point at."""

import json
from dataclasses import asdict, dataclass

from django import template
from wagtail.models import Page

from membership.map.geometry import WIDE, geometry
from pages.families import families_of
from pages.languages.active import active_language
from pages.languages.table import SOURCE
from pages.navigation import Link
from pages.selectors import unrestricted

register = template.Library()

DECLARED = ("declaration", "principles", "privacy")  # slugs of the English pages, in the order of the declarations


@register.simple_tag
def texts_to_read() -> list[Link]:
    """Return the pages which an applicant declares to have read, in the reader's language where there is a text."""
    pages = unrestricted(Page.objects.live()).filter(slug__in=DECLARED, locale__language_code=SOURCE)
    found = {page.slug: page for page in pages.select_related("locale")}
    return [_link(found[slug]) for slug in DECLARED if slug in found]


@dataclass(frozen=True, slots=True)
class PointMap:
    """A bare map; `projection` is JSON for the script that turns a point of it into degrees."""

    view_box: str
    shapes: tuple[str, ...]
    other: str
    projection: str


@register.simple_tag
def point_map() -> PointMap:
    """Return the map on which an applicant may point at the city."""
    sheet = geometry().sheets[WIDE]
    projection = {**asdict(geometry().projection), "frame": asdict(sheet.frame)}
    return PointMap(
        f"0 0 {sheet.width} {sheet.height}", tuple(sheet.shapes.values()), sheet.other, json.dumps(projection)
    )


def _link(page: Page) -> Link:
    families, language = families_of(page), active_language()
    text = families.readable(page, language.code) or page
    is_translated = text.locale.language_code == language.code
    return Link(text.title, families.address(page, language.code), lang="" if is_translated else SOURCE)
