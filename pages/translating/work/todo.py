"""What there is to do for a translator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.models import User
from wagtail.models import Page

from pages.translating.matrix import Cell, Matrix
from pages.translating.standing import Standing
from pages.translating.work.languages import languages_of
from pages.translating.work.records import Assignment

TO_CHECK = (Standing.MACHINE, Standing.UNCHECKED)


@dataclass(frozen=True, slots=True)
class Task:
    """A page to translate, or to check, in a language.

    `due` is the day by which it was asked for; `is_own` whether it was asked of this person.
    """

    original: Page
    cell: Cell
    due: date | None
    is_own: bool


@dataclass(frozen=True, slots=True)
class Work:
    """The tasks of a person: what was asked of him by its day, then what is behind or begun, then what is missing."""

    tasks: list[Task]

    @property
    def words(self) -> int:
        return sum(task.cell.words for task in self.tasks)

    @property
    def to_check(self) -> int:
        return sum(task.cell.standing in TO_CHECK for task in self.tasks)


def work_of(user: User, codes: Iterable[str] | None = None) -> Work:
    """Return what a person has to do in these languages, his own by default; what is assigned to others is theirs."""
    wanted = tuple(codes if codes is not None else languages_of(user))
    assigned = {(row.page_key, row.language): row for row in Assignment.objects.filter(language__in=wanted)}
    tasks = []
    for row in Matrix(wanted).rows():
        for cell in row.cells:
            given = assigned.get((row.original.translation_key, cell.code))
            if is_open(cell) and (given is None or given.translator_id == user.pk):
                tasks.append(Task(row.original, cell, given.due if given else None, given is not None))
    return Work(sorted(tasks, key=_urgency))


def open_assignments(assignments: Iterable[Assignment]) -> list[tuple[Assignment, Page]]:
    """Return those of the assignments whose page is still to be translated or checked, with the original."""
    given = list(assignments)
    cells: dict[tuple[UUID, str], tuple[Cell, Page]] = {}
    if given:
        for row in Matrix({row.language for row in given}).rows():
            cells |= {(row.original.translation_key, cell.code): (cell, row.original) for cell in row.cells}
    found = ((row, cells.get((row.page_key, row.language))) for row in given)
    return [(row, pair[1]) for row, pair in found if pair is not None and is_open(pair[0])]


def is_open(cell: Cell) -> bool:
    """Whether there is something left to do on a page in a language."""
    return bool(cell.words) or cell.standing in (*TO_CHECK, Standing.DRAFT, Standing.BEHIND)


def _urgency(task: Task) -> tuple[bool, date, int]:
    order = (Standing.BEHIND, Standing.PARTLY, Standing.DRAFT, Standing.MISSING, *TO_CHECK)
    return not task.is_own, task.due or date.max, order.index(task.cell.standing)
