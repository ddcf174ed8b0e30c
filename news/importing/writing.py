"""Writes the posts of an export as drafts; what a person has published or changed is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Revision

from news.importing.markup import body_of, text_of
from news.importing.pictures import PictureRefusedError, keep_picture
from news.importing.redirects import lead_on
from news.importing.topics import topics_of
from news.importing.values import Block, Export, FileRefusedError, OldPicture, OldPost, Report
from news.models import NewsIndexPage, NewsPage, NewsTopic

SOURCE_NAME = "b40network.org"
SUMMARY_LENGTH, TITLE_LENGTH = 255, 255


@dataclass(frozen=True, slots=True)
class Wanted:
    """In which language the posts are, and where the copy of the upload folder is, if there is one."""

    language: str
    pictures: Path | None = None


def write(export: Export, wanted: Wanted) -> Report:
    """Make or renew a draft for each post. Raises `FileRefusedError` where the language has no list of news."""
    index = NewsIndexPage.objects.filter(locale__language_code=wanted.language).first()
    if index is None:
        raise FileRefusedError(f"There is no list of news in {wanted.language}.")
    report = Report(passed_over=dict(export.passed_over))
    for post in export.posts:
        _Post(post, wanted, report).write(index)
    return report


class _Post:
    """One post on its way to a draft."""

    def __init__(self, post: OldPost, wanted: Wanted, report: Report) -> None:
        self.post, self.wanted, self.report = post, wanted, report

    @transaction.atomic
    def write(self, index: NewsIndexPage) -> None:
        known = NewsPage.objects.filter(locale=index.locale, source_url=self.source).first() if self.source else None
        if known and _is_a_persons(known):
            self.report.left.append(self.source)
            return
        page = known or NewsPage(locale=index.locale, live=False, has_unpublished_changes=True)
        before = _told(page) if known else None
        self._fill(page, index)
        if before is not None and before == _told(page):
            self.report.same.append(self.source)
        else:
            self._save(page, index)
        self._lead_on(page)

    @property
    def source(self) -> str:
        return self.post.address[:1000]

    def _fill(self, page: NewsPage, index: NewsIndexPage) -> None:
        body = body_of(self.post.html, self.post.address)
        if body.words != body.source_words:
            self._remark(f"has {body.source_words} words, of which {body.words} were taken over")
        topics, unknown = topics_of(self.post.terms)
        if unknown:
            self._remark(f"has categories that are no topics here: {', '.join(unknown)}")
        page.title = self.post.title[:TITLE_LENGTH]
        page.date, page.precision = self.post.day, "day"
        page.summary = shortened(text_of(self.post.excerpt), SUMMARY_LENGTH)
        page.source_url, page.source_name = self.source, SOURCE_NAME
        page.topics.set([NewsTopic(topic=topic, sort_order=place) for place, topic in enumerate(topics)])  # type: ignore[attr-defined]  # what modelcluster gives
        page.body = self._with_pictures(body.blocks)
        page.slug = page.slug or self._slug(page, index)

    def _with_pictures(self, blocks: Sequence[Block]) -> list[Block]:
        """Put a picture where one stood, the featured one first; one that cannot be taken is told in the report."""
        first = [("old_picture", self.post.featured)] if self.post.featured else []
        placed: list[Block] = []
        seen: set[int] = set()
        for kind, value in (*first, *blocks):
            if kind != "old_picture":
                placed.append((kind, value))
            elif (pk := self._picture(value)) and pk not in seen:
                seen.add(pk)
                placed.append(("picture", {"picture": pk, "caption": value.caption}))
        return _stored(placed)

    def _picture(self, old: OldPicture) -> int | None:
        try:
            picture = keep_picture(old, self.wanted.pictures, self.wanted.language)
        except PictureRefusedError as error:
            self._remark(f"picture {old.address}: {error}")
            return None
        self.report.pictures += 1
        return picture.pk

    def _slug(self, page: NewsPage, index: NewsIndexPage) -> str:
        """Return an address that no other item has and that the list of news does not need."""
        base = slugify(self.post.slug or self.post.title)[:200] or f"post-{self.post.number}"
        taken = set(NewsIndexPage.objects.get(pk=index.pk).get_children().values_list("slug", flat=True))
        names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 4))
        return next(name for name in names if name not in taken and _is_free(page, name))

    def _save(self, page: NewsPage, index: NewsIndexPage) -> None:
        if page.pk:
            page.save()
            self.report.renewed.append(self.source)
        else:
            NewsIndexPage.objects.get(pk=index.pk).add_child(instance=page)
            self.report.made.append(self.source)
        page.save_revision(changed=True)

    def _lead_on(self, page: NewsPage) -> None:
        made, elsewhere = lead_on(self.post, page)
        self.report.redirects += made
        for address in elsewhere:
            self._remark(f"{address} leads elsewhere already")

    def _remark(self, text: str) -> None:
        self.report.remarks.append(f"{self.source or self.post.title}: {text}")


def shortened(text: str, most: int) -> str:
    """Return a text cut at a word, with an ellipsis if something is missing; what WordPress put in its place goes."""
    text = text.removesuffix("[…]").removesuffix("[...]").rstrip()
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def _is_free(page: NewsPage, slug: str) -> bool:
    page.slug = slug
    try:
        page.clean()
    except ValidationError:
        return False
    finally:
        page.slug = ""
    return True


def _is_a_persons(page: NewsPage) -> bool:
    """Tell whether a page was ever published, or changed by somebody in the office."""
    by_person = Revision.objects.for_instance(page).filter(user__isnull=False).exists()
    return bool(page.live or page.first_published_at or by_person)


def _stored(blocks: Sequence[Block]) -> Any:
    """Return blocks as the database holds them."""
    stored = [{"type": kind, "value": value} for kind, value in blocks]
    return NewsPage.body.field.stream_block.to_python(stored)


def _told(page: NewsPage) -> tuple[Any, ...]:
    """Return all that an import writes, to see whether it changed."""
    body = [(part["type"], str(part["value"])) for part in page.body.stream_block.get_prep_value(page.body)]
    topics = tuple(topic.topic for topic in page.topics.all())
    return page.title, page.date, page.summary, topics, body
