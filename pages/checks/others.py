"""The summary, the pictures, and the star of Kosovo*."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from pages.checks.content import Content
from pages.checks.values import Finding, Level
from pages.languages.kosovo import unstarred

LONGEST_SUMMARY = 155  # characters; search engines cut what is longer


def summary(content: Content) -> Iterator[Finding]:
    """Find a summary that is missing or too long to be shown whole."""
    if content.summary is None:
        return
    place, length = _("Summary"), len(content.summary.strip())
    if not length:
        message = _("There is no summary; lists and search engines show it under the title.")
        yield Finding("no_summary", Level.WARNING, message, place)
    if length > LONGEST_SUMMARY:
        message = _("The summary has %(length)d characters; of more than %(most)d the end is cut off.")
        words = message % {"length": length, "most": LONGEST_SUMMARY}
        yield Finding("long_summary", Level.WARNING, words, place)


def pictures(content: Content) -> Iterator[Finding]:
    """Find pictures that are gone, that say nothing in the language of the page, or that nobody is named for."""
    code = content.language.code
    for shown in content.pictures:
        picture = shown.picture
        if picture is None:
            yield Finding("no_picture", Level.WARNING, _("The picture was deleted."), shown.place)
            continue
        words = {"title": picture.title, "language": content.language.own_name}
        if not picture.is_decorative and picture.description_in(code).code != code:
            message = _("The picture “%(title)s” does not say in words what it shows (%(language)s).")
            yield Finding("no_description", Level.ERROR, message % words, shown.place)
        if not picture.credit:
            message = _("The picture “%(title)s” does not say who made it.")
            yield Finding("no_credit", Level.WARNING, message % words, shown.place)


def kosovo(content: Content) -> Iterator[Finding]:
    """Find the name of Kosovo* where no star follows it (Rules 2024, Art. 1)."""
    texts = [(content.title, _("Title")), (content.summary or "", _("Summary"))]
    texts += [(heading.words, heading.place) for heading in content.headings]
    texts += [(text.words, text.place) for text in content.texts]
    for words, place in texts:
        for name in dict.fromkeys(unstarred(words)):
            message = _("“%(name)s” needs a star: %(name)s*.")
            yield Finding("no_star", Level.ERROR, message % {"name": name}, place)
