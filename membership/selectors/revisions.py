"""Compares what stands now with the revision that was frozen last, and revisions with each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from membership.models import Application, Upload


def content_of(application: Application) -> dict[str, Any]:
    """The answers by section, and the files by their hashes, as they stand now."""
    return {
        "answers": {row.section: row.answers for row in application.sections.order_by("section")},
        "files": [_file(upload) for upload in application.uploads.standing()],
    }


def has_changed(application: Application) -> bool:
    """Whether answers or files differ from the newest revision."""
    return content_of(application) != application.newest_revision.content


def changed_answers(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return section → names of the answers that differ; both are contents of revisions. An empty answer is none."""
    sections = {**before.get("answers", {}), **after.get("answers", {})}
    found = {key: _differing(before["answers"].get(key, {}), after["answers"].get(key, {})) for key in sections}
    return {key: names for key, names in found.items() if names}


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[str]:
    return {name for name in {**before, **after} if (before.get(name) or None) != (after.get(name) or None)}


def _file(upload: Upload) -> dict[str, Any]:
    return {
        "id": upload.pk,
        "kind": upload.kind,
        "name": upload.display_name,
        "size": upload.size,
        "sha256": upload.sha256,
    }
