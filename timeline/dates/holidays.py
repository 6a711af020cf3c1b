"""Feasts that the calendar places, by their names in a lexicon."""

from __future__ import annotations

from collections.abc import Mapping

from timeline import calendar
from timeline.calendar import Day
from timeline.dates import points
from timeline.dates.context import Answer, Context, Place
from timeline.dates.meanings import Holiday
from timeline.dates.wording import counted_from
from timeline.model import Grain

_LAST_YEAR = 9999  # that TIMEX3 can write


def resolve(holiday: Holiday, row: Mapping[str, int], context: Context, place: Place) -> Answer:
    """The day of a feast, or its week; that of the year nearest to the anchor where the text names no year."""
    name = "The feast's day" if holiday.placed is None else "That weekday of the month"
    grain = Grain.WEEK if holiday.week or "week" in row else Grain.DAY
    if holiday.year is not None:
        value = calendar.value_of(day_of(row, holiday.year), grain)
        return Answer(value, None, f"{name} in the year that is written out.")
    anchor = context.anchor("dct")
    days = calendar.period(anchor.value) if anchor else None
    if anchor is None or days is None:
        return Answer("XXXX-XX-XX", None, "There is no date to count it from.")
    year = calendar.civil(days.first)[0]
    if holiday.years is not None:
        value = calendar.value_of(day_of(row, year + holiday.years), grain)
        return Answer(value, anchor, f"{name}, its year counted from {counted_from(anchor)}.")
    choices = [day_of(row, year + shift) for shift in (-1, 0, 1) if year + shift <= _LAST_YEAR]
    tense = place.tense if context.domain == "news" else 0
    day = points.chosen(choices, days, holiday.toward, tense)
    return Answer(calendar.value_of(day, grain), anchor, f"{name} nearest to {counted_from(anchor)}.")


def day_of(row: Mapping[str, int], year: int) -> Day:
    """The day of a feast in a year.

    A row is {month, day}, {month, weekday, nth}, where a negative nth counts from the end and `plus` adds days, or
    {easter}, the days from Easter Sunday. One that has `week` as well stands for its week.
    """
    if "easter" in row:
        return easter(year) + row["easter"]
    if "day" in row:
        return calendar.day_of(year, row["month"], row["day"])
    return calendar.nth_weekday(year, row["month"], row["weekday"], row["nth"]) + row.get("plus", 0)


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar: the anonymous computus, as Meeus gives it."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    sunday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - sunday
    month = 3 + (offset + 40) // 44
    return calendar.day_of(year, month, offset + 28 - 31 * (month // 4))
