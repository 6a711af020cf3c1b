"""Values and anchors in a lay reader's words."""

from __future__ import annotations

from functools import lru_cache

from timeline import calendar
from timeline.model import Anchor, Grain

_GREGORIAN = 1583  # the first full year of our calendar; before it, the weekdays that it gives were not lived
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ORDINALS = ("", "first", "second", "third", "fourth")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}


@lru_cache(maxsize=65536)
def spoken(value: str) -> str:
    """A calendar value for a reader: 'Fri 28 Jan 2022', 'the week of Mon 24 Jan 2022'; any other as it is."""
    grain, days = calendar.grain(value), calendar.period(value)
    if grain is None or days is None:
        return value
    year, month, _ = calendar.civil(days.first)
    said = _year(year)
    match grain:
        case Grain.MONTH:
            return f"{_MONTHS[month - 1]} {said}"
        case Grain.QUARTER:
            return f"the {_ORDINALS[(month + 2) // 3]} quarter of {said}"
        case Grain.HALF:
            return f"the {_ORDINALS[1 if month == 1 else 2]} half of {said}"
        case Grain.SEASON:
            return f"{_SEASONS[value[-2:]]} {said}"
        case Grain.YEAR:
            return said
        case Grain.DECADE:
            return f"the decade from {said}" if year <= 0 else f"the {year}s"
        case Grain.CENTURY:
            return f"the century from {said}"
        case Grain.WEEK:
            return f"the week of {_day(days.first)}"
    return _day(days.first)


@lru_cache(maxsize=4096)
def counted_from(anchor: Anchor) -> str:
    """An anchor for a reader: 'publication, Fri 28 Jan 2022' or 'Fri 28 Jan 2022, the date named before'."""
    if anchor.kind == "dct":
        return f"publication, {spoken(anchor.value)}"
    return f"{spoken(anchor.value)}, the date named before"


def _day(day: calendar.Day) -> str:
    year, month, number = calendar.civil(day)
    name = f"{_DAYS[calendar.weekday(day)]} " if year >= _GREGORIAN else ""
    return f"{name}{number} {_MONTHS[month - 1][:3]} {_year(year)}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
