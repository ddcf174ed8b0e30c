"""Documents in templates."""

from django import template

from pages.documents.facts import version_of
from pages.documents.models import DocumentPage
from pages.documents.shown import Shown, shown
from pages.documents.text import Article, named
from pages.languages.table import BY_CODE

register = template.Library()


@register.simple_tag
def document(page: DocumentPage) -> Shown:
    """Return what the page of a document shows around its text."""
    return shown(page)


@register.filter
def version(page: DocumentPage) -> str:
    """Return the date of a version in words."""
    return version_of(page)


@register.filter
def name_in(article: Article, page: DocumentPage) -> str:
    """Return what an article is called in the language of the page that has it."""
    return named(article.number, article.title, BY_CODE[page.locale.language_code])
