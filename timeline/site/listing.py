"""Events → the reading list: sections by month, rows by date, and the empty time between named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline import calendar
from timeline.calendar import Day, Period
from timeline.exporting import records
from timeline.model import Event, Grain
from timeline.site import dates, kinds
from timeline.site.views import Link
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
    def wide(self) -> bool:
        """Whether the large part is too long for the largest figures."""
        return len(self.figure) > 2


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a month, or of one coarser value."""

    id: str
    """'m2022-01'"""
    title: str
    """'January 2022'"""
    rows: tuple[Row, ...]
    """in order"""


def sections(events: Sequence[Event], words: Words) -> tuple[Section, ...]:
    """The whole list; a value coarser than a month is a section of its own, before the months that it holds."""
    ordered = sorted(events, key=lambda event: (_section_order(event), *_order(event)))
    made, covered = [], None
    for value, inside in groupby(ordered, key=section_value):
        rows = []
        for row in _rows(list(inside), words):
            gap = _gap(covered, row, words)
            rows.append(Row(row.id, row.figure, row.small, row.when, row.events, gap) if gap else row)
            covered = _covered(covered, row)
        made.append(Section(f"m{value}", dates.value(value, words), tuple(rows)))
    return tuple(made)


def section_link(event: Event, words: Words) -> Link:
    """The way to the section of the list that an event stands in."""
    value = section_value(event)
    return Link(dates.value(value, words), f"index.html#m{value}")


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


def _order(event: Event) -> tuple[Day, Day, bool, str, str, str, str]:
    first, last = span(event)
    return first, last, event.approximate, _day_value(event), event.until or "", event.value, event.id


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


def _covered(covered: Day | None, row: Row) -> Day | None:
    """The last day for which an event is known; values coarser than a week do not fill their time."""
    if kinds.grain(row.events[0]) > Grain.WEEK:
        return covered
    last = max(span(event).last for event in row.events)
    return last if covered is None else max(covered, last)


def _gap(covered: Day | None, row: Row, words: Words) -> str:
    if covered is None or kinds.grain(row.events[0]) > Grain.WEEK:
        return ""
    empty = span(row.events[0]).first - covered - 1
    if empty < 1:
        return ""
    months = round(empty / 30.44)
    if empty <= _LONG_DAYS:
        return words.count("count.days_without", empty)
    if months <= _LONG_MONTHS:
        return words.count("count.months_without", months)
    return words.count("count.years_without", round(empty / 365.2425))
