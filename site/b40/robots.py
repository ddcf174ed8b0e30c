"""What crawlers are asked (RFC 9309): to read the sitemaps, and to leave the office and the applicants alone."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from pages.frame import absolute
from pages.languages.table import SOURCE
from pages.machines import read_by_machines

TOKEN = "-"  # noqa: S105 - stands for the last part of an address, which is cut off
PRIVATE = [
    ("apply:form", []),
    ("apply:status", []),
    ("apply:key", [TOKEN]),
    ("apply:receipt", [TOKEN]),
    ("apply:notice", [TOKEN]),
]


@read_by_machines
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django calls a view with it
    """Name what is kept from crawlers; the blank form and the questions before an application are for everybody."""
    kept = [reverse("wagtailadmin_home"), *_private()]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in kept), "", f"Sitemap: {absolute(reverse('sitemaps'))}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def _private() -> list[str]:
    """Return the beginnings of the addresses that belong to one applicant, under any language."""
    with translation.override(SOURCE):
        paths = [reverse(name, args=args) for name, args in PRIVATE]
    return [path.replace(f"/{SOURCE}/", "/*/", 1).removesuffix(f"{TOKEN}/") for path in paths]
