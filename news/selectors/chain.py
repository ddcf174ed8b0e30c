"""Two lists that are paged as one."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page


class Chain:
    """The second queryset follows the first; each is counted once and read only where the page reaches it."""

    def __init__(self, first: QuerySet[Page], second: QuerySet[Page]) -> None:
        self.first = first
        self.second = second

    @cached_property
    def first_length(self) -> int:
        return self.first.count()

    @cached_property
    def _length(self) -> int:
        return self.first_length + self.second.count()

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, window: slice) -> list[Any]:
        """Return what lies from the start of the window until before its stop; both are given and not negative."""
        border = self.first_length
        first = self.first[window.start : min(window.stop, border)] if window.start < border else []
        second = self.second[max(window.start - border, 0) : window.stop - border] if window.stop > border else []
        return [*first, *second]
