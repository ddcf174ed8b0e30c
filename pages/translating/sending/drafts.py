"""Makes the drafts that translators work on: a copy of the page in each language, at the same place of the tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.origins import Origin

FRESH: dict[str, Any] = {  # what a draft does not have from the page it is copied from
    "pk": None,
    "path": "",
    "depth": None,
    "numchild": 0,
    "url_path": "",
    "live": False,
    "has_unpublished_changes": True,
    "first_published_at": None,
    "last_published_at": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
    "latest_revision": None,
    "latest_revision_created_at": None,
    "live_revision": None,
    "alias_of": None,
    "wagtail_admin_comments": [],
    "origin": Origin.HUMAN,
}


def make_drafts(page: Page, locales: Iterable[Locale], user: User | None) -> list[Page]:
    """Make a draft of a specific page in each language whose page above is there; return them.

    Each has the words of the original until they are translated, and is seen by nobody but editors.
    """
    above = page.get_parent()
    parents = {parent.locale_id: parent for parent in Page.objects.filter(translation_key=above.translation_key)}
    if above.is_root():
        parents = dict.fromkeys([locale.pk for locale in locales], above)
    data = page.serializable_data()
    with disable_reference_index_auto_update():
        made = [_draft(page, data, parents[locale.pk], locale) for locale in locales]
    _keep_revisions(made, user)
    for draft in made:
        ReferenceIndex.create_or_update_for_object(draft)
    return made


def _draft(page: Page, data: dict[str, Any], parent: Page, locale: Locale) -> Page:
    draft = type(page).from_serializable_data({**data, **FRESH, "locale": locale.pk})
    for relation in get_all_child_relations(type(page)):
        for row in getattr(draft, relation.get_accessor_name()).all():
            row.pk = None
    draft.locale, draft.owner_id = locale, page.owner_id
    draft.slug = find_available_slug(parent, f"{page.slug}-{locale.language_code}" if parent.is_root() else page.slug)
    return cast(Page, parent.add_child(instance=draft))


def _keep_revisions(drafts: list[Page], user: User | None) -> None:
    """Keep the first revision of each draft, and say in its log where it comes from."""
    revisions = Revision.objects.bulk_create(_revision(draft, user) for draft in drafts)
    for draft, revision in zip(drafts, revisions, strict=True):
        draft.latest_revision, draft.latest_revision_created_at = revision, revision.created_at
    fields = ("latest_revision", "latest_revision_created_at")
    plain = [Page(pk=draft.pk, **{field: getattr(draft, field) for field in fields}) for draft in drafts]
    Page.objects.bulk_update(plain, fields)
    PageLogEntry.objects.bulk_create(_log_entry(draft, user) for draft in drafts)


def _revision(draft: Page, user: User | None) -> Revision:
    return Revision(
        content_object=draft,
        base_content_type=draft.get_base_content_type(),
        user=user,
        created_at=timezone.now(),
        content=draft.serializable_data(),
        object_str=str(draft),
    )


def _log_entry(draft: Page, user: User | None) -> PageLogEntry:
    return PageLogEntry(
        content_type=ContentType.objects.get_for_model(type(draft)),
        page_id=draft.pk,
        label=draft.get_admin_display_title(),
        action="wagtail.copy_for_translation",
        user=user,
        timestamp=timezone.now(),
        revision_id=draft.latest_revision_id,
    )
