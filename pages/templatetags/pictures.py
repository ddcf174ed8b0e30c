"""Pictures in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Picture as Sources
from wagtail.images.models import SourceImageIOError

from pages.languages.active import active_language
from pages.pictures.models import Described, Picture

register = template.Library()


@register.filter
def described(picture: Picture) -> Described:
    """Return what a picture shows, in the reader's language where it is described in it."""
    return picture.description_in(active_language().code)


@register.simple_tag
def served(picture: Picture, sizes: str) -> SafeString:
    """Return a picture in the sizes that there are, with what it shows; nothing where its file is lost.

    It is what Wagtail's `picture` makes, which would name one size several times for a small picture.
    """
    shown = described(picture)
    attributes = {"sizes": sizes, "alt": shown.text, "lang": shown.lang, "loading": "lazy", "decoding": "async"}
    try:
        sources = Sources(picture.served(), {**attributes, "class": "picture__image"})
    except SourceImageIOError:
        return mark_safe("")
    return mark_safe(sources.__html__())  # noqa: S308 - Wagtail escapes each attribute
