"""Events → the reading list: sections by month, rows by date, and the empty time between named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from timeline import calendar
from timeline.calendar import Day, Period
from timeline.exporting import records
from timeline.model import Event, Grain
from timeline.site import dates, kinds
from timeline.site.words import Words

_LONG_DAYS, _LONG_MONTHS = 60, 24  # longer gaps are told in the next coarser unit


@dataclass(frozen=True, slots=True)
class Row:
    """What happened at one date: a day, a stretch or a coarser value."""

    id: str
    """'d2022-01-26'"""
    figure: str
    """'26', '10–20', 'Jan', '1997', the large part of the date in the margin"""
    small: str
    """'Wed', 'about', 'month'"""
    when: str
    """'Wednesday, 26 January 2022', the whole of it for who does not see the margin"""
    events: tuple[Event, ...]
    """in their order"""
    gap: str = ""
    """'7 days without an event on file', before this row; ''"""

    @property
    def size(self) -> str:
        """How large the large part can be: 'large' for a day's number, 'middle', or 'small' for a stretch of months."""
        return "large" if len(self.figure) <= 2 else "middle" if len(self.figure) <= 5 else "small"


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a month, or of one coarser value."""

    id: str
    """'m2022-01'"""
    value: str
    """'2022-01'"""
    title: str
    """'January 2022'"""
    rows: tuple[Row, ...]
    """in order"""


def sections(events: Sequence[Event], words: Words, gaps: bool = True) -> tuple[Section, ...]:
    """The list of events; a value coarser than a month is a section of its own, before the months that it holds.

    Without `gaps` the empty time is not named, as befits a choice of events.
    """
    made, reached = [], None
    for value, inside in groupby(ordered(events), key=section_value):
        rows = []
        for row in _rows(list(inside), words):
            gap = _gap(reached, row, words) if gaps else ""
            rows.append(replace(row, gap=gap) if gap else row)
            reached = _reached(reached, row)
        made.append(Section(f"m{value}", value, dates.value(value, words), tuple(rows)))
    return tuple(made)


def ordered(events: Sequence[Event]) -> list[Event]:
    """The events in the order of the list; those of one date by importance."""
    return sorted(events, key=lambda event: (_section_order(event), *_order(event)))


def section_value(event: Event) -> str:
    """The month that an event begins in; its own value where that is coarser."""
    if kinds.grain(event) > Grain.MONTH:
        return event.value
    return calendar.value_of(records.days(event.value).first, Grain.MONTH)


def span(event: Event) -> Period:
    """First and last day of an event, that of a range the end of its last part."""
    period = records.days(event.value)
    return Period(period.first, max(period.last, records.days(event.until).last)) if event.until else period


def _section_order(event: Event) -> tuple[Day, int, str]:
    value = section_value(event)
    period = records.days(value)
    return period.first, -period.last, value


def _order(event: Event) -> tuple[Day, Day, bool, str, str, float, str]:
    first, last = span(event)
    return first, last, event.approximate, _day_value(event), event.until or "", -event.score, event.id


def _day_value(event: Event) -> str:
    """The value without a time of day, so that events of one day stand in one row."""
    return event.value.partition("T")[0]


def _rows(events: Sequence[Event], words: Words) -> Iterator[Row]:
    for _, group in groupby(
        events, key=lambda event: (*span(event), event.approximate, _day_value(event), event.until or "")
    ):
        inside = tuple(group)
        figure, small = _margin(inside[0], words)
        name = "d" + _day_value(inside[0]) + (f"-{inside[0].until}" if inside[0].until else "")
        name += "-about" if inside[0].approximate else ""
        yield Row(name, figure, small, _when(inside[0], words), inside)


def _when(event: Event, words: Words) -> str:
    text = dates.value(_day_value(event), words) if not event.until else dates.when(event, words)
    return words.say("value.about", date=text) if event.approximate and not event.until else text


def _margin(event: Event, words: Words) -> tuple[str, str]:
    """The large and the small part of the date in the margin."""
    first, last = span(event)
    grain = kinds.grain(event)
    if event.until or grain is Grain.WEEK:
        figure = _stretch(first, last, words)
        small = words.say("margin.week") if grain is Grain.WEEK and not event.until else _weekdays(first, last, words)
    elif grain <= Grain.DAY:
        figure, small = str(calendar.civil(first)[2]), dates.day(first, words, dates.WEEKDAY)
    elif grain is Grain.MONTH:
        figure, small = dates.day(first, words, dates.MONTH_NAME), words.say("margin.month")
    else:
        figure, small = _coarse_figure(event.value, grain, words), words.say(f"margin.{grain.name.lower()}")
    return figure, words.say("margin.about") if event.approximate else small


def _coarse_figure(value: str, grain: Grain, words: Words) -> str:
    if grain in (Grain.SEASON, Grain.QUARTER, Grain.HALF):
        return words.say(f"margin.{value.rpartition('-')[2]}")
    return dates.years(value, words)


def _stretch(first: Day, last: Day, words: Words) -> str:
    """'10–20'; with the months where there are two, with the years where those differ."""
    (year, month, start), (end_year, end_month, end) = calendar.civil(first), calendar.civil(last)
    if (year, month) == (end_year, end_month):
        return str(start) if start == end else f"{start}–{end}"
    style = dates.BRIEF if year == end_year else dates.MEDIUM
    return f"{dates.day(first, words, style)} – {dates.day(last, words, style)}"


def _weekdays(first: Day, last: Day, words: Words) -> str:
    start, end = dates.day(first, words, dates.WEEKDAY), dates.day(last, words, dates.WEEKDAY)
    return f"{start}–{end}" if last - first < 31 else ""


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far the list has come."""

    fine: Day | None
    """the last day of what is known to the week or better; None before the first"""
    row: Period
    """the days of the row before"""
    coarse: bool
    """whether that row is known to the month at best"""


def _reached(before: _Reached | None, row: Row) -> _Reached:
    period = Period(span(row.events[0]).first, max(span(event).last for event in row.events))
    fine, coarse = before.fine if before else None, kinds.grain(row.events[0]) > Grain.WEEK
    if not coarse:
        fine = period.last if fine is None else max(fine, period.last)
    return _Reached(fine, period, coarse)


def _gap(reached: _Reached | None, row: Row, words: Words) -> str:
    """The empty time before a row; none inside a coarse value just told, for that may have filled it."""
    if reached is None:
        return ""
    first = span(row.events[0]).first
    last = max(reached.fine or reached.row.last, reached.row.last) if reached.coarse else reached.fine
    empty = first - (last or 0) - 1
    if last is None or empty < 1:
        return ""
    months = round(empty / 30.44)
    if empty <= _LONG_DAYS:
        return words.count("count.days_without", empty)
    if months <= _LONG_MONTHS:
        return words.count("count.months_without", months)
    return words.count("count.years_without", round(empty / 365.2425))
