"""A draft as a document that the applicant takes along."""

from __future__ import annotations

from typing import Any

from membership.forms.sections import plan_of
from membership.forms.shown import answer_rows
from membership.models import Application
from membership.selectors.calendar import today_in_the_network
from membership.selectors.drafts import sections_of
from pages.languages.active import active_language


def portable(application: Application) -> dict[str, Any]:
    """Return the answers by section, each with its question, the text shown and the stored value; and the files.

    Times are ISO 8601 in UTC, sizes are bytes.
    """
    stored = {key: row.answers for key, row in sections_of(application).items()}
    return {
        "language": active_language().lang,
        "email": application.contact_email,
        "last_change": application.edited_at.isoformat(),
        "sections": [
            {
                "key": section.key,
                "title": str(section.title),
                "answers": [
                    {
                        "name": row.name,
                        "question": str(row.label),
                        "answer": row.value,
                        "value": stored.get(section.key, {}).get(row.name),
                    }
                    for row in section.rows
                ],
            }
            for section in answer_rows(plan_of(application), stored, today_in_the_network())
        ],
        "files": [
            {"name": upload.display_name, "size": upload.size, "sha256": upload.sha256}
            for upload in application.uploads.standing()
        ],
    }
