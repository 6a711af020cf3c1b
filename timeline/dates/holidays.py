"""Feasts that the calendar places, by their names in a lexicon."""

from __future__ import annotations

from timeline import calendar
from timeline.calendar import Day


def day_of(row: dict[str, int], year: int) -> Day:
    """The day of a feast in a year.

    A row is {month, day}, {month, weekday, nth} (nth from the end where negative), or {easter}: days from Easter Sunday.
    """
    if "easter" in row:
        return easter(year) + row["easter"]
    if "day" in row:
        return calendar.day_of(year, row["month"], row["day"])
    if row["nth"] > 0:
        first = calendar.day_of(year, row["month"], 1)
        return first + (row["weekday"] - 1 - calendar.weekday(first)) % 7 + 7 * (row["nth"] - 1) + row.get("plus", 0)
    last = calendar.day_of(year, row["month"], calendar.month_length(year, row["month"]))
    return last - (calendar.weekday(last) - row["weekday"] + 1) % 7 + 7 * (row["nth"] + 1)


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar: the anonymous computus, as Meeus gives it."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    sunday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - sunday
    month = 3 + (offset + 40) // 44
    return calendar.day_of(year, month, offset + 28 - 31 * (month // 4))
