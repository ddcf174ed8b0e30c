"""The rows of the what-if page: between fields of an address and a case as the `decide` command reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from membership.models import Seat
from membership.rules.committee import SEATS_BY_ROLE, SeatRole
from membership.rules.statutes import COMMITTEE_SEATS
from membership.rules.voting import Attendance, Case
from membership.rules.voting.notation import read_case

MOST_ROWS = 20
VACANT = "vacant"
ROLES = [role for role, count in SEATS_BY_ROLE.items() for _ in range(count)]


@dataclass(frozen=True, slots=True)
class Row:
    """One seat as the page asks for it, all in the words of the fields; `proxy` is the number of the holder's row."""

    name: str = ""
    role: str = SeatRole.ELECTED.value
    attendance: str = Attendance.ABSENT.value
    proxy: str = ""
    recused: str = ""
    ballot: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the role is said: then it is no seat of the case."""
        return self == Row(role=self.role)


def rows_of_committee(seats: Iterable[Seat]) -> list[Row]:
    """Return the seats in office by role, or seven blank ones where nobody is in office; all still absent."""
    order = list(SeatRole)
    held = sorted(seats, key=lambda seat: (order.index(SeatRole(seat.role)), seat.city.name_en))
    rows = [Row(seat.city.name_en, seat.role) for seat in held] or [Row(role=role.value) for role in ROLES]
    return _filled(_apart(rows))


def rows_of_address(fields: Mapping[str, str]) -> list[Row]:
    """Return the rows that an address holds, as `name-1`, `role-1` and so on."""
    return [
        Row(**{name: fields.get(f"{name}-{number}", default).strip() for name, default in asdict(Row()).items()})
        for number in range(1, _count(fields) + 1)
    ]


def rows_of_case(written: str) -> list[Row]:
    """Return the rows of a case in JSON. Raises `RuleError` where it contradicts itself."""
    case = read_case(written)
    numbers = {seat.id: str(number) for number, seat in enumerate(case.seats, 1)}
    return _filled(
        [
            Row(
                name=seat.id,
                role=seat.role.value,
                attendance=VACANT if seat.is_vacant else case.attendance_of(seat).value,
                proxy=numbers.get(case.proxies.get(seat.id, ""), ""),
                recused="on" if seat.id in case.recused else "",
                ballot=str(case.ballots.get(seat.id, "")),
            )
            for seat in case.seats
        ]
    )


def case_words(rows: list[Row]) -> dict[str, Any]:
    """Return the case in JSON's own kinds, contradictions and all; rows in which nothing stands are left out."""
    used = [row for row in rows if not row.is_empty]
    names = {str(number): row.name for number, row in enumerate(rows, 1)}
    return {
        "seats": [
            {"id": row.name, "role": row.role, **({"vacant": True} if row.attendance == VACANT else {})} for row in used
        ],
        "attendance": {
            row.name: row.attendance for row in used if row.attendance not in (VACANT, Attendance.ABSENT.value)
        },
        "proxies": {row.name: names.get(row.proxy, row.proxy) for row in used if row.proxy},
        "recused": [row.name for row in used if row.recused],
        "ballots": {row.name: row.ballot for row in used if row.ballot},
    }


def case_of_rows(rows: list[Row]) -> Case:
    """Return the case of the rows. Raises `RuleError` where it contradicts itself."""
    return read_case(json.dumps(case_words(rows)))


def address_of_rows(rows: list[Row]) -> dict[str, str]:
    """Return the fields of an address, without what is as it is anyhow."""
    usual = asdict(Row(role=""))
    return {
        f"{name}-{number}": word
        for number, row in enumerate(rows, 1)
        if not row.is_empty
        for name, word in asdict(row).items()
        if word != usual[name]
    }


def _count(fields: Mapping[str, str]) -> int:
    endings = [name.rpartition("-")[2] for name in fields if "-" in name]
    numbers = [int(ending) for ending in endings if ending.isascii() and ending.isdigit() and len(ending) < 4]
    return min(max([COMMITTEE_SEATS, *numbers]), MOST_ROWS)


def _filled(rows: list[Row]) -> list[Row]:
    """Return at least as many rows as the Committee has seats."""
    return rows + [Row()] * (COMMITTEE_SEATS - len(rows))


def _apart(rows: list[Row]) -> list[Row]:
    """Two seats of one city bear its name and a number."""
    names = [row.name for row in rows]
    return [
        Row(f"{row.name} {index}" if row.name and names.count(row.name) > 1 else row.name, row.role)
        for index, row in enumerate(rows, 1)
    ]
