"""Reads which signed cities wait for which ceremony (Statutes, Art. 5 and 10); the days are those of the summits now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from membership.labels.states import ApplicationState, CeremonyAnswer
from membership.models import Application, CeremonyMove, Member
from membership.models.city import IN_THE_NETWORK
from membership.rules.dates import ceremony_year
from pages.languages.table import SOURCE
from pages.summits import Summit, summits


@dataclass(frozen=True, slots=True)
class CeremonyRow:
    """A city that has signed and waits, with the year of its ceremony; `moved` says why it is another than the usual."""

    application: Application
    year: int
    moved: CeremonyMove | None

    @property
    def is_postponed(self) -> bool:
        return self.application.ceremony_answer == CeremonyAnswer.POSTPONED and self.moved is None


@dataclass(frozen=True, slots=True)
class CeremonyList:
    """The cities of one year's ceremony; no summit means that the calendar has none of that year yet."""

    year: int
    summit: Summit | None
    rows: tuple[CeremonyRow, ...]


def ceremony_lists(today: date) -> list[CeremonyList]:
    """Return the lists of the ceremonies to come, the nearest first."""
    known = summits_by_year()
    next_year = next_ceremony_year(today, known)
    moves = {move.application_id: move for move in CeremonyMove.objects.order_by("pk")}
    joined = Member.objects.filter(state__in=IN_THE_NETWORK).values("city")
    waiting = Application.objects.filter(state=ApplicationState.DECLARATION_SIGNED, city__in=joined)
    rows = [
        _row(application, moves.get(application.pk), next_year)
        for application in waiting.order_by("country", "name_en", "pk")
    ]
    return [
        CeremonyList(year, known.get(year), tuple(row for row in rows if row.year == year))
        for year in sorted({row.year for row in rows})
    ]


def next_ceremony_year(today: date, known: dict[int, Summit]) -> int:
    """Return the year of the next ceremony: this one until its summit is over, then the next."""
    summit = known.get(today.year)
    return today.year + 1 if summit and summit.last_day < today else today.year


def summits_by_year() -> dict[int, Summit]:
    """Return year → its annual summit; of two in a year the last."""
    return {summit.first_day.year: summit for summit in summits(SOURCE)}


def host_of(summit: Summit | None) -> Member | None:
    """Return the member that is host of a summit, if it is known and its membership stands."""
    if summit is None or not summit.city_slug:
        return None
    return Member.objects.holding().select_related("city").filter(city__slug=summit.city_slug).first()


def rows_of(lists: Sequence[CeremonyList]) -> list[tuple[CeremonyList, CeremonyRow]]:
    """Return each row with its list, in their order."""
    return [(found, row) for found in lists for row in found.rows]


def _row(application: Application, moved: CeremonyMove | None, next_year: int) -> CeremonyRow:
    """By default the summit of the year after the signature, or one later; one that is over leaves a city to the next."""
    if moved is not None:
        return CeremonyRow(application, max(moved.year, next_year), moved)
    usual = ceremony_year(application.signed_on) if application.signed_on else next_year
    is_later = application.ceremony_answer == CeremonyAnswer.POSTPONED
    return CeremonyRow(application, max(usual + is_later, next_year), None)
