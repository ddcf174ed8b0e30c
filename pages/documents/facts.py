"""What a reader is told of a document besides its text, and how it is cited."""

from __future__ import annotations

from django.utils.translation import gettext as _

from pages.documents.models import DocumentPage
from pages.languages.active import active_language
from pages.languages.formats import format_partial_date
from pages.languages.partial_dates import PartialDate
from pages.languages.table import BY_CODE


def version_of(page: DocumentPage) -> str:
    """Return the date of the version in words; nothing if it bears none."""
    return format_partial_date(active_language().code, PartialDate.parse(page.version)) if page.version else ""


def facts_of(page: DocumentPage) -> list[tuple[str, str]]:
    """Return name and value of what stands above the text, in the active language."""
    facts = [
        (_("Version"), version_of(page)),
        (_("Validity"), str(page.get_status_display())),
        (_("Language that binds"), page.binds_in.own_name),
    ]
    return [(name, value) for name, value in facts if value]


def citation_of(page: DocumentPage, url: str, article: str = "") -> str:
    """Return how the document, or an article of it, is cited: title, article, version, language, address."""
    own = BY_CODE[page.locale.language_code].own_name
    version = _("version %(date)s") % {"date": version_of(page)} if page.version else ""
    return ", ".join(part for part in (page.title, article, version, own, url) if part)
