"""Dates, numbers, lists and country names in the active language, and the attributes `lang` and `hreflang`."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils import timezone

from pages.languages import formats
from pages.languages.active import active_language
from pages.languages.countries import country_name
from pages.languages.partial_dates import PartialDate
from pages.languages.table import BY_CODE, TRANSLITERATED

register = template.Library()


@register.filter
def localdate(day: date | None, style: formats.Style = "long") -> str:
    """Return a date as "28 June 2022"; styles: full, long, medium. Nothing for no date."""
    return formats.format_date(active_language().code, _day_of(day), style) if day else ""


@register.filter
def localmoment(moment: datetime | None) -> str:
    """Return date and time of day, in the current time zone."""
    return formats.format_moment(active_language().code, _local(moment)) if moment else ""


@register.filter
def partialdate(known: PartialDate | str | None) -> str:
    """Return what is known of a date given as a value or in ISO 8601: a year, a month or a day."""
    if not known:
        return ""
    value = known if isinstance(known, PartialDate) else PartialDate.parse(known)
    return formats.format_partial_date(active_language().code, value)


@register.simple_tag
def daterange(first: date | PartialDate, last: date | PartialDate | None = None) -> str:
    """Return "28–30 June 2022"; one date if there is no second or both are equal."""
    begin, end = (day if isinstance(day, PartialDate) else _day_of(day) for day in (first, last or first))
    return formats.format_date_range(active_language().code, begin, end)


@register.filter
def localnumber(number: int | float | Decimal | None) -> str:
    return "" if number is None else formats.format_number(active_language().code, number)


@register.filter
def localsize(size: int) -> str:
    """Return the size of a file, given in bytes."""
    return formats.format_size(active_language().code, size)


@register.filter
def localpercent(share: Fraction | Decimal | float | None, digits: int = 0) -> str:
    """Return a share of one as a percentage."""
    return "" if share is None else formats.format_percent(active_language().code, share, digits)


@register.filter
def locallist(names: Iterable[object], style: formats.ListStyle = "standard") -> str:
    """Return "a, b and c", or with the style "or": "a, b or c"."""
    return formats.format_list(active_language().code, [str(name) for name in names], style)


@register.filter
def country(code: str) -> str:
    return str(country_name(code))


@register.filter
def lang_attr(code: str) -> str:
    """Return the value of the attribute `lang` for a language code."""
    return BY_CODE[code].lang


@register.filter
def own_name(code: str) -> str:
    """Return what a language calls itself."""
    return BY_CODE[code].own_name


@register.filter
def is_transliterated(code: str) -> bool:
    """Return whether the texts of a language are made from those in another script."""
    return code in TRANSLITERATED


@register.filter
def hreflang(code: str) -> str:
    """Return the value of the attribute `hreflang` for a language code."""
    return BY_CODE[code].hreflang


def _day_of(day: date) -> date:
    """Return the day of a moment in the current time zone."""
    return _local(day).date() if isinstance(day, datetime) else day


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment
