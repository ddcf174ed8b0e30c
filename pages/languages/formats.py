"""Dates, numbers, percentages and lists as each language writes them (CLDR by Babel).

Django's own formats are wrong in Greek, Bosnian, Bulgarian, Macedonian and Romanian and missing for Montenegrin
(5.2). Dates are calendar days; a moment must already be in the time zone it is read in.
"""

import copy
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from babel import Locale, dates, lists, numbers, units

from pages.languages.partial_dates import PartialDate
from pages.languages.table import BY_CODE

Style = Literal["full", "long", "medium"]
KILOBYTE, MEGABYTE = 1024, 1024 * 1024
ListStyle = Literal["standard", "or"]


def format_date(code: str, day: date, style: Style = "long") -> str:
    """Return "Tuesday, 28 June 2022" (full), "28 June 2022" (long) or "28 Jun 2022" (medium)."""
    return dates.format_date(day, style, locale=locale_of(code))


def format_month(code: str, day: date) -> str:
    """Return "June 2022"."""
    return dates.format_skeleton("yMMMM", day, locale=locale_of(code))


def format_year(code: str, day: date) -> str:
    """Return "2022", in some languages with a full stop or the word for year."""
    return dates.format_skeleton("y", day, locale=locale_of(code))


def format_time(code: str, clock: time) -> str:
    """Return "09:05"."""
    return dates.format_time(clock, "short", locale=locale_of(code))


def format_moment(code: str, moment: datetime) -> str:
    """Return "28 June 2022, 09:05"."""
    locale = locale_of(code)
    return str(locale.datetime_formats["medium"]).format(
        format_time(code, moment.time()), format_date(code, moment.date())
    )


def format_partial_date(code: str, known: PartialDate) -> str:
    """Return the day, the month or the year, whichever is known."""
    match known.precision:
        case "year":
            return format_year(code, known.first_day)
        case "month":
            return format_month(code, known.first_day)
        case "day":
            return format_date(code, known.first_day)


def format_date_range(code: str, first: date | PartialDate, last: date | PartialDate) -> str:
    """Return "28–30 June 2022"; a range of partial dates names each as far as it is known."""
    begin, end = _partial(first), _partial(last)
    if begin == end:
        return format_partial_date(code, begin)
    if begin.precision == end.precision == "day" and begin.year == end.year:
        return _range_within_year(code, begin, end)
    between = str(locale_of(code).interval_formats[None]).replace(" - ", " – ")  # the hyphen of Greek (CLDR 48)
    return between.format(format_partial_date(code, begin), format_partial_date(code, end))


def format_number(code: str, number: int | float | Decimal) -> str:
    """Return "1,273,651"."""
    return numbers.format_decimal(number, locale=locale_of(code))


def format_size(code: str, size: int) -> str:
    """Return a number of bytes as "2.5 kB" or "10 MB" (of 1,024), never in words, which CLDR lacks in Greek."""
    unit, factor = ("digital-megabyte", MEGABYTE) if size >= MEGABYTE else ("digital-kilobyte", KILOBYTE)
    value = max(round(Decimal(size) / factor, 1), Decimal("0.1"))
    return units.format_unit(value, unit, length="short", format="#,##0.#", locale=locale_of(code))


def format_percent(code: str, share: Fraction | Decimal | float, digits: int = 0) -> str:
    """Return "26%" for 0.255; at most `digits` decimals, halves rounded to even."""
    pattern = copy.copy(locale_of(code).percent_formats[None])
    pattern.frac_prec = (0, digits)
    return str(pattern.apply(_decimal(share), locale_of(code)))


def format_list(code: str, names: Sequence[str], style: ListStyle = "standard") -> str:
    """Return "a, b and c", or with the style "or": "a, b or c"; nothing for no names."""
    return lists.format_list(names, style, locale=locale_of(code))


@cache
def locale_of(code: str) -> Locale:
    """Return the CLDR data of a language; Montenegrin has those of Serbian in Latin script in Montenegro."""
    return Locale.parse(BY_CODE[code].babel)


def _range_within_year(code: str, begin: PartialDate, end: PartialDate) -> str:
    """Return a range with the year, and within one month the month, written once and the months in full.

    CLDR has patterns with short months only, and some of them have days with two digits; ICU widens the month alike.
    """
    locale = locale_of(code)
    known = locale.interval_formats
    unit = "d" if begin.month == end.month else "M"
    parts = known["yMMMMd"][unit] if "yMMMMd" in known else [_widen(part) for part in known["yMMMd"][unit]]
    return "".join(
        dates.parse_pattern(part).apply(day, locale)
        for part, day in zip(parts, (begin.first_day, end.first_day), strict=True)
    )


def _widen(pattern: str) -> str:
    return pattern.replace("MMM", "MMMM").replace("LLL", "LLLL").replace("dd", "d")


def _partial(day: date | PartialDate) -> PartialDate:
    return day if isinstance(day, PartialDate) else PartialDate.of(day)


def _decimal(share: Fraction | Decimal | float) -> Decimal:
    if isinstance(share, Fraction):
        return Decimal(share.numerator) / Decimal(share.denominator)
    return Decimal(str(share))
