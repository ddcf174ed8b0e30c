"""Two lists that are paged as one, and shown apart."""

from collections.abc import Sequence
from functools import cached_property

from django.db.models import QuerySet


class Chain:
    """The second queryset follows the first; each is counted once and read only where the page reaches it."""

    def __init__(self, first: QuerySet, second: QuerySet) -> None:
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

    def __getitem__(self, window: slice) -> list:
        first, second = self.parts(window.start, window.stop)
        return [*first, *second]

    def parts(self, start: int, stop: int) -> tuple[Sequence, Sequence]:
        """Return what lies from `start` until before `stop`, by queryset."""
        border = self.first_length
        first = self.first[min(start, border) : min(stop, border)] if start < border else []
        second = self.second[max(start - border, 0) : stop - border] if stop > border else []
        return list(first), list(second)
