"""What the applicant's templates ask for: the texts to which the declarations refer."""

from django import template
from wagtail.models import Page

from pages.families import families_of
from pages.languages.active import active_language
from pages.languages.table import SOURCE
from pages.navigation import FIRST_LEVEL_DEPTH, Link, crumb
from pages.selectors import unrestricted

register = template.Library()

DECLARED = ("declaration", "principles", "privacy")  # slugs of the English pages, in the order of the declarations


@register.simple_tag
def texts_to_read() -> list[Link]:
    """Return the pages which an applicant declares to have read, in the reader's language where there is a text."""
    pages = unrestricted(Page.objects.live()).filter(depth=FIRST_LEVEL_DEPTH, slug__in=DECLARED)
    found = {page.slug: page for page in pages.filter(locale__language_code=SOURCE).select_related("locale")}
    language = active_language()
    return [crumb(families_of(found[slug]), found[slug], language) for slug in DECLARED if slug in found]
