"""The time zones in which the network meets, by the country of the host; an event elsewhere names its own."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NETWORK = "Europe/Istanbul"  # where the Permanent Secretariat has its seat
BY_COUNTRY = {  # IANA names
    "AL": "Europe/Tirane",
    "BA": "Europe/Sarajevo",
    "BG": "Europe/Sofia",
    "HR": "Europe/Zagreb",
    "GR": "Europe/Athens",
    "XK": "Europe/Belgrade",  # IANA has no zone of its own for it; the clock is the same
    "ME": "Europe/Podgorica",
    "MK": "Europe/Skopje",
    "RO": "Europe/Bucharest",
    "RS": "Europe/Belgrade",
    "SI": "Europe/Ljubljana",
    "TR": "Europe/Istanbul",
}


def zone_of(country: str) -> ZoneInfo:
    """Return the zone of a host's country, by its ISO 3166 code; that of the network where there is none."""
    return ZoneInfo(BY_COUNTRY.get(country, NETWORK))


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return when a clock in a zone shows a time on a day; of a time shown twice the first, of one left out the next."""
    return datetime.combine(day, clock, tzinfo=zone)


def offset_of(instant: datetime) -> str:
    """Return the difference from UTC as "UTC+3" or "UTC+5:30"; "UTC" for none."""
    minutes = (instant.utcoffset() or timedelta()) // timedelta(minutes=1)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02d}' if rest else ''}"
