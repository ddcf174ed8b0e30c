"""Comments of office and Committee on an application."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from membership.desk.comment_forms import CommentForm
from membership.desk.dossier_acts import DossierAct
from membership.permissions import Action
from membership.services.comments import write_comment


class WriteComment(DossierAct):
    """Add a comment, which stands as it was written."""

    act = Action.COMMENT
    form_class = CommentForm
    done = _("The comment is kept.")

    def form_words(self) -> dict[str, Any]:
        return {}

    def perform(self, **words: Any) -> None:
        write_comment(*self.by, now=self.now, **words)
