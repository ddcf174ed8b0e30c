"""A date of which only the year, or the year and the month, may be known (ISO 8601)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

Precision = Literal["year", "month", "day"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """2022, 2022-06 or 2022-06-28. Raises `ValueError` for a date that the calendar does not have."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the date that an ISO 8601 text writes; white space around it is no part of it and refused."""
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError(f"not a date as 2022, 2022-06 or 2022-06-28: {text!r}")
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year or 0, month, day)

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return self.first_day.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]
