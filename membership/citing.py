"""Where the software itself cites the statutes, for the page that shows them article by article."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from membership.rules.statutes import ADMISSION, OBSERVERS, REGION
from pages.languages.table import Language
from pages.navigation import Link

FIRST_QUESTIONS = (REGION, ADMISSION, OBSERVERS)  # as their answers name them


def citations(language: Language) -> Iterator[tuple[str, Link]]:  # noqa: ARG001 - reverse() knows the active one
    """Return number of an article and link, for each article that the first questions to an applicant name."""
    check = Link(_("See whether your city may apply"), reverse("apply:eligibility"))
    return ((article, check) for article in FIRST_QUESTIONS)
