"""The forms with which a user keeps a list of applications, gives it another name or forgets it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from membership.desk.base import DeskForm
from membership.desk.queue_form import QUERY_LIMIT, query_of
from membership.models import SavedFilter


def name() -> forms.CharField:
    return forms.CharField(label=_("Name of the list"), max_length=80)


class KeepForm(DeskForm):
    """Keeps the list as it is narrowed and sorted now."""

    key = "keep"
    query = forms.CharField(widget=forms.HiddenInput, max_length=QUERY_LIMIT)
    name = name()

    def clean_query(self) -> str:
        """Only what narrows and sorts the list is kept."""
        return query_of(QueryDict(self.cleaned_data["query"]).dict())


class RenameForm(DeskForm):
    """Another name; one of several on its page, so it is known by its number."""

    key = "rename"
    name = name()

    def __init__(self, *args: Any, saved: SavedFilter, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.key}_{saved.pk}_%s", "initial": {"name": saved.name}, **kwargs})
        self.saved = saved
