"""Which two revisions of an application are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.models import Revision


class CompareForm(DeskForm):
    """Sent by GET; without a choice the newest revision is compared with the one before it."""

    key = "compare"
    before = forms.TypedChoiceField(label=_("Earlier revision"), coerce=int)
    after = forms.TypedChoiceField(label=_("Later revision"), coerce=int)

    def __init__(self, *args: Any, revisions: Sequence[Revision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_number = {revision.number: revision for revision in revisions}
        numbers = list(self.by_number)
        for name, number in (("before", numbers[-2]), ("after", numbers[-1])):
            self.offer(name, [(number, str(number)) for number in numbers])
            self.initial[name] = number

    def chosen(self) -> tuple[Revision, Revision]:
        """Return the two revisions, the newest two where none or something else was chosen."""
        words = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        return self.by_number[words["before"]], self.by_number[words["after"]]
