"""What an editor is told of a page before it is published."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wagtail.models import Page

from pages.checks.content import Content, read
from pages.checks.headings import headings, titles
from pages.checks.language import language
from pages.checks.links import link_texts
from pages.checks.others import kosovo, pictures, summary
from pages.checks.targets import targets
from pages.checks.values import Finding, Level

CHECKS: tuple[Callable[[Content], Iterator[Finding]], ...] = (
    titles,
    summary,
    headings,
    link_texts,
    targets,
    pictures,
    language,
    kosovo,
)


def findings(page: Page) -> list[Finding]:
    """Return what is to be mended or looked at in a page as it is in the editor, what is wrong first."""
    content = read(page)
    found = [finding for check in CHECKS for finding in check(content)]
    return sorted(found, key=lambda finding: finding.level != Level.ERROR)
