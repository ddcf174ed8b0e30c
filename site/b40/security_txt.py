"""Tells who finds a weakness where to write (RFC 9116)."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from pages.frame import absolute
from pages.languages.table import BY_CODE, SOURCE
from pages.machines import read_by_machines
from pages.navigation import first_level_link, home_address

VALID_MONTHS = 6  # at most a year is advised (section 2.5.5)
LANGUAGES = "en, tr"  # in which the Secretariat answers


@read_by_machines
def security_txt(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls a view with it
    """Answer with the address of the contact page; the text is the same for a whole month."""
    english = BY_CODE[SOURCE]
    with translation.override(SOURCE):
        contact = first_level_link(english, "contact")
        page = contact.url if contact else home_address(english)
    lines = [
        f"Contact: {absolute(page)}",
        f"Expires: {_expires(timezone.now()).isoformat().replace('+00:00', 'Z')}",
        f"Preferred-Languages: {LANGUAGES}",
        f"Canonical: {absolute(reverse('security'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def _expires(now: datetime) -> datetime:
    """Return the first day of the month that is `VALID_MONTHS` after this one, in UTC."""
    months = now.astimezone(UTC).year * 12 + now.astimezone(UTC).month - 1 + VALID_MONTHS
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)
