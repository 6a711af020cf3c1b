"""Sums on TIMEX3 calendar values: value ⇄ first and last day, grain, containment, shifting.

A day is an `int`: the proleptic Gregorian ordinal that `datetime.date.toordinal` gives, carried on below 1 for the
years before our era (day 0 is 31 December of 1 BC). Years are astronomical inside (0 is 1 BC) and TIMEX3's outside
('BC0044'). The sums are Howard Hinnant's days-from-civil and civil-from-days.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Grain

Day = int

_SHIFT = 306  # days from 1 March of year 0, where Hinnant's era begins, to 1 January of year 1
_ERA = 146097  # days in 400 years
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}

_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\w:.+\-]{1,20}))?)?"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|AU|WI)))?"
    r"|(?P<bcshort>BC)?(?P<short>\d{2,3})",
    re.ASCII,
)


class Period(NamedTuple):
    """A run of days, both ends included."""

    first: Day
    """738179, Monday 24 January 2022"""
    last: Day
    """738185, Sunday 30 January 2022"""

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` is one of these."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def length(self) -> int:
        """The number of days."""
        return self.last - self.first + 1


def day_of(year: int, month: int, day: int) -> Day:
    """The ordinal of a date of the proleptic Gregorian calendar; `year` is astronomical."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * _ERA + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - _SHIFT + 1


def civil(day: Day) -> tuple[int, int, int]:
    """Year (astronomical), month and day of the month of an ordinal."""
    era, rest = divmod(day + _SHIFT - 1, _ERA)
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    day_of_year = rest - (365 * year + year // 4 - year // 100)
    index = (5 * day_of_year + 2) // 153
    month = index + 3 if index < 10 else index - 9
    return year + era * 400 + (month <= 2), month, day_of_year - (153 * index + 2) // 5 + 1


def month_length(year: int, month: int) -> int:
    """28 to 31."""
    return day_of(year + month // 12, month % 12 + 1, 1) - day_of(year, month, 1)


def weekday(day: Day) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day + 6) % 7


def nth_weekday(year: int, month: int, number: int, nth: int) -> Day:
    """The nth Monday (`number` 1) to Sunday (7) of a month, or from its end where `nth` is negative."""
    if nth > 0:
        first = day_of(year, month, 1)
        return first + (number - 1 - weekday(first)) % 7 + 7 * (nth - 1)
    last = day_of(year, month, month_length(year, month))
    return last - (weekday(last) - number + 1) % 7 + 7 * (nth + 1)


def week_start(year: int, week: int) -> Day:
    """The Monday of an ISO week; week 1 is the one with 4 January."""
    fourth = day_of(year, 1, 4)
    return fourth - weekday(fourth) + 7 * (week - 1)


def week_of(day: Day) -> tuple[int, int]:
    """ISO year and ISO week of a day."""
    year = civil(day - weekday(day) + 3)[0]
    return year, (day - week_start(year, 1)) // 7 + 1


def iso(day: Day) -> str:
    """'2022-01-26'; years before our era astronomically and signed, as ISO 8601 has them: '-0043-03-15' for 44 BC."""
    year, month, number = civil(day)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def ordinal(date: datetime.date) -> Day:
    """The ordinal of a date of the standard library."""
    return date.toordinal()


def _months(year: int, first: int, last: int) -> Period:
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Period(day_of(year, first, 1), day_of(end_year, end_month, month_length(end_year, end_month)))


def _years(first: int, last: int) -> Period:
    return Period(day_of(first, 1, 1), day_of(last, 12, 31))


def _short(digits: str, bc: bool) -> Period:
    """The days of a decade ('199') or of a century by its first two digits ('19')."""
    width = 10 if len(digits) == 3 else 100
    first = int(digits) * width
    return _years(1 - first - width + 1, 1 - first) if bc else _years(first, first + width - 1)


@lru_cache(maxsize=65536)
def period(value: str) -> Period | None:
    """First and last day that a TIMEX3 calendar value can mean; None for one that names no point of the calendar.

    >>> period("2022-W04") == Period(day_of(2022, 1, 24), day_of(2022, 1, 30))
    True
    >>> period("P3D") is None
    True
    """
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    if match["short"]:
        return _short(match["short"], match["bcshort"] is not None)
    year = 1 - int(match["year"]) if match["bc"] else int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), match["weekend"] is not None)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"]))
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6 * int(match["half"]))
    if match["season"]:
        return _months(year, *_SEASONS[match["season"]])
    if match["month"]:
        return _month_or_day(year, int(match["month"]), match["day"])
    return _years(year, year)


def _week(year: int, week: int, weekend: bool) -> Period | None:
    monday = week_start(year, week)
    if week < 1 or monday >= week_start(year + 1, 1):
        return None
    return Period(monday + 5 * weekend, monday + 6)


def _month_or_day(year: int, month: int, day: str | None) -> Period | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return _months(year, month, month)
    if not 1 <= int(day) <= month_length(year, month):
        return None
    number = day_of(year, month, int(day))
    return Period(number, number)


def window(value: str, mod: str | None) -> Period | None:
    """The days that a value means under TIMEX3's START, MID or END: its first, middle or last third."""
    whole = period(value)
    if whole is None or mod not in ("START", "MID", "END") or whole.length < 3:
        return whole
    third = -(-whole.length // 3)
    if mod == "START":
        return Period(whole.first, whole.first + third - 1)
    if mod == "END":
        return Period(whole.last - third + 1, whole.last)
    return Period(whole.first + third, whole.last - third)


@lru_cache(maxsize=65536)
def grain(value: str) -> Grain | None:
    """How coarse a calendar value is; None for one that names no point of the calendar.

    A part of the day ('2022-02-01TNI') has the grain of its day, for it does not narrow it to an hour.
    """
    match = _VALUE.fullmatch(value)
    if not match or period(value) is None:
        return None
    if match["short"]:
        return Grain.DECADE if len(match["short"]) == 3 else Grain.CENTURY
    if match["time"]:
        return _time_grain(match["time"])
    for group, coarseness in _GROUPS:
        if match[group]:
            return coarseness
    return Grain.YEAR


_GROUPS = (
    ("day", Grain.DAY),
    ("month", Grain.MONTH),
    ("week", Grain.WEEK),
    ("quarter", Grain.QUARTER),
    ("half", Grain.HALF),
    ("season", Grain.SEASON),
)


def _time_grain(time: str) -> Grain:
    if not time[0].isdigit():
        return Grain.DAY
    return Grain.MINUTE if ":" in time else Grain.HOUR


def value_of(day: Day, coarseness: Grain) -> str:
    """The value of the given grain, DAY or coarser, that a day lies in.

    >>> value_of(day_of(2022, 1, 26), Grain.WEEK)
    '2022-W04'
    """
    year, month, number = civil(day)
    if coarseness is Grain.WEEK:
        week_year, week = week_of(day)
        return f"{year_text(week_year)}-W{week:02d}"
    if coarseness in (Grain.DECADE, Grain.CENTURY):
        return _short_value(year, 3 if coarseness is Grain.DECADE else 2)
    if coarseness is Grain.SEASON:
        return year_text(year - (month < 3)) + f"-{('WI', 'SP', 'SU', 'FA', 'WI')[month // 3]}"
    return year_text(year) + {
        Grain.MONTH: f"-{month:02d}",
        Grain.QUARTER: f"-Q{(month + 2) // 3}",
        Grain.HALF: f"-H{1 if month <= 6 else 2}",
        Grain.YEAR: "",
    }.get(coarseness, f"-{month:02d}-{number:02d}")


def _short_value(year: int, digits: int) -> str:
    text = year_text(year)
    return text[: digits - 4]


def year_text(year: int) -> str:
    """An astronomical year as TIMEX3 writes it: 44 BC, the year -43, is 'BC0044'."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def shift(value: str, amount: int) -> str | None:
    """The value `amount` units of its own grain later (earlier if negative), DAY or coarser; None without a calendar.

    >>> shift("2022-01", -1)
    '2021-12'
    """
    coarseness, days = grain(value), period(value)
    if coarseness is None or days is None:
        return None
    if coarseness <= Grain.DAY:
        return value_of(days.first + amount, Grain.DAY)
    if coarseness is Grain.WEEK:
        return value_of(days.first - weekday(days.first) + 7 * amount, Grain.WEEK)
    months = {Grain.MONTH: 1, Grain.SEASON: 3, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12, Grain.DECADE: 120}
    return value_of(add_months(days.first, amount * months.get(coarseness, 1200)), coarseness)


def add_months(day: Day, amount: int) -> Day:
    """The same day of the month `amount` months later, or that month's last day where it is shorter."""
    year, month, number = civil(day)
    year, month = divmod(year * 12 + month - 1 + amount, 12)
    return day_of(year, month + 1, min(number, month_length(year, month + 1)))


def contains(coarse: str, fine: str) -> bool:
    """Whether every day that `fine` can mean is one that `coarse` can mean."""
    outer, inner = period(coarse), period(fine)
    return outer is not None and inner is not None and outer.contains(inner)
