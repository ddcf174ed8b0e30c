"""Stores the texts of a page for the translation editor, in a number of queries that does not grow with them.

wagtail-localize stores the same records one by one: 12 queries for each paragraph, as measured in version 1.14.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID, uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

KINDS = (StringSegment, TemplateSegment, OverridableSegment)  # stored at once; related objects are few


@transaction.atomic
def stored(page: Page) -> TranslationSource:
    """Store the texts of a specific page as they are now, so that they can be translated; the same page twice is one."""
    owner, _ = TranslatableObject.objects.get_or_create_from_instance(page)
    source = TranslationSource.objects.filter(object=owner, locale=page.locale).first()
    content = page.to_json()
    if source and json.loads(source.content_json) == json.loads(content):
        return source
    source = source or TranslationSource(object=owner, locale=page.locale)
    source.specific_content_type = ContentType.objects.get_for_model(type(page))
    source.object_repr, source.content_json = str(page)[:200], content
    source.schema_version = get_schema_version(page._meta.app_label)
    source.last_updated_at = timezone.now()
    source.save()
    _store_segments(source, page)
    return source


def _store_segments(source: TranslationSource, page: Page) -> None:
    found = extract_segments(page)
    contexts = _contexts(source, page, {segment.path for segment in found})
    strings = _strings(source, [segment for segment in found if isinstance(segment, StringSegmentValue)])
    templates = _templates([segment for segment in found if isinstance(segment, TemplateSegmentValue)])
    wanted: dict[Any, list[Model]] = {kind: [] for kind in KINDS}
    related = []
    for segment in found:
        place = {"source": source, "context": contexts[segment.path], "order": segment.order}
        if isinstance(segment, StringSegmentValue):
            text = strings[_text_key(segment.string.data)]
            wanted[StringSegment].append(StringSegment(string=text, attrs=_json(segment.attrs), **place))
        elif isinstance(segment, TemplateSegmentValue):
            wanted[TemplateSegment].append(TemplateSegment(template=templates[_template_key(segment)], **place))
        elif isinstance(segment, OverridableSegmentValue):
            wanted[OverridableSegment].append(OverridableSegment(data_json=_json(segment.data), **place))
        elif isinstance(segment, RelatedObjectSegmentValue):
            related.append(RelatedObjectSegment.from_value(source, segment).pk)
    source.relatedobjectsegment_set.exclude(pk__in=related).delete()
    for kind, rows in wanted.items():
        _replace(kind.objects.filter(source=source), rows)


def _contexts(source: TranslationSource, page: Page, paths: set[str]) -> dict[str, TranslationContext]:
    """Return the place of each text on the page, made where it is new."""
    key = TranslationContext._get_path_id
    rows = TranslationContext.objects.filter(object_id=source.object_id, path_id__in=[key(path) for path in paths])
    known = {row.path: row for row in rows}
    missing = [
        TranslationContext(object_id=source.object_id, path=path, path_id=key(path))
        for path in sorted(paths - set(known))
    ]
    for context in missing:
        context.save = _not_yet  # it would store each field path with a query of its own
        context.get_field_path(page)
        del context.save
    return known | {row.path: row for row in TranslationContext.objects.bulk_create(missing)}


def _not_yet(**_kwargs: Any) -> None:
    """Stand for `save` until all are stored at once."""


def _strings(source: TranslationSource, segments: Sequence[StringSegmentValue]) -> dict[UUID, String]:
    texts = {_text_key(segment.string.data): segment.string.data for segment in segments}
    rows = String.objects.filter(locale=source.locale, data_hash__in=texts)
    known = {row.data_hash: row for row in rows}
    missing = [String(locale=source.locale, data_hash=key, data=texts[key]) for key in texts if key not in known]
    return known | {row.data_hash: row for row in String.objects.bulk_create(missing)}


def _templates(segments: Iterable[TemplateSegmentValue]) -> dict[UUID, Template]:
    values = {_template_key(segment): segment for segment in segments}
    known = {row.uuid: row for row in Template.objects.filter(uuid__in=values)}
    missing = [
        Template(uuid=key, template=value.template, template_format=value.format, string_count=value.string_count)
        for key, value in values.items()
        if key not in known
    ]
    return known | {row.uuid: row for row in Template.objects.bulk_create(missing)}


def _replace(rows: QuerySet[Any], wanted: Sequence[Any]) -> None:
    """Let the stored rows be those that are wanted; a row that stays keeps its number, for an editor may be at it."""
    left = {_values(row): row for row in rows}
    rows.model.objects.bulk_create([row for row in wanted if left.pop(_values(row), None) is None])
    if left:
        rows.filter(pk__in=[row.pk for row in left.values()]).delete()


def _values(row: Model) -> tuple[Any, ...]:
    return tuple(getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key)


def _text_key(text: str) -> UUID:
    return UUID(str(String._get_data_hash(text)))


def _template_key(segment: TemplateSegmentValue) -> UUID:
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, segment.format), segment.template)


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
