"""Points of the calendar with open parts → values: which Friday, the May of which year."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from timeline import calendar
from timeline.calendar import Day
from timeline.dates.context import Answer, Context, Place
from timeline.dates.meanings import Decades, Point
from timeline.dates.wording import counted_from, spoken
from timeline.model import Anchor, Grain

# A date on the side to which the clause does not look must be so many times nearer.
_AGAINST_TENSE = {-2: 30, -1: 5, 0: 1, 1: 4, 2: 12}
_LEAP = 8  # years in which there is always a leap year
_FARTHEST = 730  # days beyond which one date tells nothing of another in a narrative
_STORY, _YEAR, _AHEAD = 1.0, 0.6, 0.8  # what counts how much in a narrative: see `_in_story`
_TENSES = {
    -2: "in the past tense",
    -1: "in the past tense",
    0: "in a clause that looks neither back nor forward",
    1: "in a clause that looks forward",
    2: "in a clause that looks forward",
}
_PARTS = {
    (True, False, False): "The season",
    (False, True, False): "The quarter",
    (False, False, True): "The half of the year",
    (False, False, False): "The year",
}
_LAST = {-1: "last", 1: "first"}
_BEFORE_LAST = {-1: "last but one", 1: "second"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve(point: Point, context: Context, place: Place) -> Answer:
    """The value of a point; its open parts come from the anchor, or stay open where there is none."""
    if point.quarter == -1 and point.year is not None:
        return _compared(point, context)
    if point.year is not None:
        return _written_out(point)
    if point.years is not None:
        return _of_year(point, context)
    if point.weekday and not point.day:
        return _weekday(point, context, place)
    return _yearless(point, context, place)


@lru_cache(maxsize=16384)
def _written_out(point: Point) -> Answer:
    """The value of a point that names its year."""
    value = written(point, point.year)
    return Answer(value, None, f"{_name(point)} is written out: {spoken(value)}.")


def written(point: Point, year: int | None) -> str:
    """The TIMEX3 value of a point in a year; 'XXXX' stands for an open one."""
    head = "XXXX" if year is None else calendar.year_text(year)
    if point.week:
        day = calendar.day_of(2000 if year is None else year, point.month, point.day)
        return "XXXX-WXX" if year is None else calendar.value_of(day, Grain.WEEK)
    if point.month:
        return f"{head}-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    if point.day:
        return f"{head}-XX-{point.day:02d}"
    if point.season:
        return f"{head}-{point.season}"
    if point.quarter > 0:
        return f"{head}-Q{point.quarter}"
    return f"{head}-H{point.half}" if point.half else head


def _compared(point: Point, context: Context) -> Answer:
    """'the 1988 period': the quarter reported on, in that year; the year itself where no quarter is."""
    if context.quarter is None:
        return Answer(written(Point(), point.year), None, "The year is written out.")
    value = f"{point.year:04d}{context.quarter[-3:]}"
    anchor = Anchor(context.quarter, "mention")
    return Answer(value, anchor, f"The same quarter as {counted_from(anchor)}, in the year that is written out.")


def _of_year(point: Point, context: Context) -> Answer:
    """'July last year', 'August of that year', 'the year-ago third quarter'."""
    anchor = context.anchor(point.base)
    if anchor is None or (year := _year_of(anchor)) is None:
        return _open(point)
    value = written(point, year + (point.years or 0))
    return Answer(value, anchor, f"The year is counted from {counted_from(anchor)}.")


def _year_of(anchor: Anchor) -> int | None:
    days = calendar.period(anchor.value)
    return None if days is None else calendar.civil(days.first)[0]


def _open(point: Point) -> Answer:
    value = f"XXXX-WXX-{point.weekday}" if point.weekday and not point.day else written(point, None)
    return Answer(
        value, None, "There is no date to count it from: the text names none, and it has no publication date."
    )


def _weekday(point: Point, context: Context, place: Place) -> Answer:
    """The Friday that is meant: the most recent one up to publication, unless the clause or a word says otherwise."""
    anchor = context.anchor(point.base)
    days = calendar.period(anchor.value) if anchor else None
    if anchor is None or days is None or (context.domain == "narrative" and days.length > 7):
        return _open(point)
    if point.weeks is not None:
        monday = days.first - calendar.weekday(days.first) + 7 * point.weeks
        value = calendar.value_of(monday + point.weekday - 1, Grain.DAY)
        return Answer(value, anchor, f"The day of the week that is named, counted from {counted_from(anchor)}.")
    back = (point.toward or 0) < 0 or (point.toward is None and place.tense <= 0 and context.domain == "news")
    return _nearest_weekday(point, anchor, -1 if back else 1, place.tense)


@lru_cache(maxsize=4096)
def _nearest_weekday(point: Point, anchor: Anchor, way: int, tense: int) -> Answer:
    """The weekday before the anchor (`way` -1) or after it (1), the anchor's own day included unless a word bars it."""
    days = calendar.period(anchor.value)
    assert days is not None
    name, strict = _WEEKDAYS[point.weekday - 1], bool(point.toward)
    away = way * (point.weekday - 1 - calendar.weekday(days.first)) % 7
    weeks = max(abs(point.toward or 0) - 1, 0)
    value = calendar.value_of(days.first + way * ((away or 7 * strict) + 7 * weeks), Grain.DAY)
    told = "The word before it says which" if point.toward is not None else f"A weekday {_TENSES[tense]}"
    which = f"{_BEFORE_LAST[way] if weeks else _LAST[way]} {name}"
    if way < 0:
        since = f"{'before' if strict else 'up to'} {counted_from(anchor)}"
    else:
        since = f"after {counted_from(anchor)}" if strict else f"from {counted_from(anchor)}, on"
    return Answer(value, anchor, f"{told}: the {which} {since}.")


def _yearless(point: Point, context: Context, place: Place) -> Answer:
    """'May 3', 'October', 'the third quarter': the nearest to the anchor, by tense."""
    if place.ended is not None and point.quarter:
        end = Anchor(place.ended, "mention")
        return Answer(written(point, _year_of(end)), end, f"It ended on {spoken(place.ended)}.")
    anchor = context.anchor(point.base)
    if anchor is None:
        return _open(point)
    if anchor.kind == "mention" and point.toward is None and (told := _in_story(point, context, place)):
        return Answer(
            told, anchor, f"{_name(point)} is written out; the year is the one nearest to the dates named around it."
        )
    return _nearest_year(point, anchor, place.tense)


@lru_cache(maxsize=4096)
def _nearest_year(point: Point, anchor: Anchor, tense: int) -> Answer:
    """The point in the year that lies nearest to the anchor, by tense, or on the side that a word names."""
    days, year = calendar.period(anchor.value), _year_of(anchor)
    if days is None or year is None:
        return _open(point)
    values = _choices(point, year, 1 + bool(point.toward)) or _choices(point, year, _LEAP)
    if point.weekday:
        values = _on_weekday(values, point.weekday) or values
    if not values:
        return _open(point)
    if point.toward is not None:
        why = f"The word before it gives the year, counted from {counted_from(anchor)}."
        return Answer(_toward(values, days, point.toward), anchor, why)
    tense = tense or -bool(point.quarter or point.half)  # they are mostly reported on
    value = min(values, key=lambda value: _distance(value, days, tense, _AGAINST_TENSE[tense]))
    return Answer(
        value, anchor, f"{_name(point)} is written out; {_whence(value, year, tense)} {counted_from(anchor)}."
    )


def _name(point: Point) -> str:
    """'The date', 'The month', 'The quarter': what of a point is written out."""
    if point.day or point.week:
        return "The date"
    return "The month" if point.month else _PARTS[(bool(point.season), bool(point.quarter), bool(point.half))]


def _whence(value: str, year: int, tense: int) -> str:
    """Where the year of a value comes from: from the anchor's own, or from the nearest by tense."""
    if value.startswith(calendar.year_text(year)):
        return "the year comes from"
    looks = "" if tense == 0 else f"{_TENSES[tense]} "
    return f"{looks}the year is the nearest to"


def decades(named: Decades, context: Context) -> Answer:
    """A decade or century; a decade named by its tens alone is the last of that name up to publication."""
    if named.unit == "C" or len(named.digits) > 1:
        value = ("BC" if named.bc else "") + named.digits
        return Answer(value, None, f"Written out: {spoken(value)}.")
    anchor = context.published or context.anchor("dct")
    year = _year_of(anchor) if anchor else None
    if anchor is None or year is None:
        return Answer("19" + named.digits, None, "A decade of the 20th century, since nothing says which.")
    tens = year // 100 * 10 + int(named.digits)
    value = f"{tens if tens * 10 <= year else tens - 10:03d}"
    return Answer(value, anchor, f"The last decade of that name up to {counted_from(anchor)}.")


def _in_story(point: Point, context: Context, place: Place) -> str | None:
    """The value that lies nearest to where a narrative stands, to the last bare year, and to the next full date.

    Each alone goes astray: a narrative looks back and forth, and a bare year may be that of a plan or a comparison.
    """
    told = ((context.story, _STORY), (context.year, _YEAR), (place.ahead, _AHEAD))
    signs = [(days, weight) for value, weight in told if value and (days := calendar.period(value))]
    years = sorted({calendar.civil(days.first)[0] + shift for days, _ in signs for shift in (-1, 0, 1)})
    values = [value for value in (written(point, year) for year in years) if calendar.period(value)]
    if not values or (point.day and not point.month):
        return None
    return min(
        values, key=lambda value: sum(weight * min(_distance(value, days, 0, 1), _FARTHEST) for days, weight in signs)
    )


def _choices(point: Point, year: int, reach: int) -> list[str]:
    """The values that the point can have in the years around one; '29 February' has none in most."""
    months = [point] if point.month or not point.day else [point._replace(month=month) for month in range(1, 13)]
    values = (written(one, year + shift) for shift in range(-reach, reach + 1) for one in months)
    return [value for value in values if calendar.period(value)]


def _on_weekday(values: Iterable[str], weekday: int) -> list[str]:
    found = ((value, calendar.period(value)) for value in values)
    return [value for value, days in found if days and calendar.weekday(days.first) == weekday - 1]


def _toward(values: list[str], days: calendar.Period, toward: int) -> str:
    """The last that ends before the anchor, the one around it or of its year, or the first that begins after it."""
    periods = [(value, found) for value in values if (found := calendar.period(value))]
    if toward < 0:
        return [values[0], values[0], *(value for value, found in periods if found.last < days.first)][toward]
    if toward > 0:
        return [*(value for value, found in periods if found.first > days.last), values[-1], values[-1]][toward - 1]
    return next((value for value, found in periods if found.overlaps(days)), values[len(values) // 2])


def _distance(value: str, anchor: calendar.Period, tense: int, factor: float) -> float:
    """Days from the anchor to a calendar value; those against the tense count more."""
    days = calendar.period(value)
    return _away(days, anchor, tense, factor) if days else float("inf")


def _away(days: calendar.Period, anchor: calendar.Period, tense: int, factor: float) -> float:
    if days.overlaps(anchor):
        return 0
    if days.first > anchor.last:
        return (days.first - anchor.last) * (factor if tense < 0 else 1)
    return (anchor.first - days.last) * (factor if tense > 0 else 1)


def chosen(days: list[Day], anchor: calendar.Period, toward: int | None, tense: int) -> Day:
    """The one of some days that 'last', 'next' or the tense means, seen from the anchor."""
    if toward == -1:
        return next((day for day in reversed(days) if day < anchor.first), days[0])
    if toward == 1:
        return next((day for day in days if day > anchor.last), days[-1])
    return min(days, key=lambda day: _away(calendar.Period(day, day), anchor, tense, _AGAINST_TENSE[tense]))
