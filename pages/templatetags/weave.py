"""The woven band, the network's mark and the cities' tiles as inline SVG, which takes its dyes from the style sheet."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pages import weave

register = template.Library()

BAND_CELL_PX = 2


@register.simple_tag
def woven_band(cell: int = BAND_CELL_PX) -> SafeString:
    """Return the band across the whole width, mirrored about the middle; `cell` is the size of one stitch in pixels."""
    drawn = weave.band()
    width, height = drawn.width * cell, drawn.height * cell
    return format_html(
        '<svg class="band" width="100%" height="{height}" aria-hidden="true"><defs>'
        '<pattern id="band-{cell}" width="{width}" height="{height}" patternUnits="userSpaceOnUse">'
        '<g transform="scale({cell})">{shapes}</g></pattern></defs><svg x="50%" overflow="visible">'
        '<rect x="-9600" width="19200" height="{height}" fill="url(#band-{cell})"/></svg></svg>',
        width=width,
        height=height,
        cell=cell,
        shapes=_shapes(drawn),
    )


@register.simple_tag
def city_tile(slug: str, size: str = "") -> SafeString:
    """Return the tile of a city, hidden from screen readers; `size` is empty, "small" or "large"."""
    return _drawing(weave.tile(slug), f"tile tile--{size}" if size else "tile")


@register.simple_tag
def network_mark() -> SafeString:
    """Return the network's own sign."""
    return _drawing(weave.mark(), "wordmark__mark")


def _drawing(drawn: weave.Weave, css_class: str) -> SafeString:
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>',
        css_class,
        drawn.width,
        drawn.height,
        _shapes(drawn),
    )


def _shapes(drawn: weave.Weave) -> SafeString:
    return format_html_join("", '<path class="dye-{}" d="{}"/>', ((shape.dye, shape.path) for shape in drawn.shapes))
