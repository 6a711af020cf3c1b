"""The reading list on pages of a bearable weight: one, or one a year, a month, or a part of a month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from timeline import calendar
from timeline.exporting import records
from timeline.model import Event, Grain
from timeline.site import dates
from timeline.site.listing import Row, Section
from timeline.site.words import Words

MOST_BYTES = 330_000  # of entries on a page, whose frame and strip weigh some 60,000 besides

Weights = Mapping[str, int]
"""event id → the bytes of its entry"""


@dataclass(frozen=True, slots=True)
class Volume:
    """A page of the list."""

    url: str
    """'index.html', or 'periods/2022/index.html' where there are several"""
    title: str
    """'2022'; '' where there is only one"""
    sections: tuple[Section, ...]
    """in order"""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the page, in order."""
        return tuple(event for section in self.sections for row in section.rows for event in row.events)


def volumes(
    sections: Sequence[Section], weights: Weights, words: Words, first: str = "index.html", folder: str = "periods"
) -> tuple[Volume, ...]:
    """The sections on as many pages as they need, none of them empty; one page, `first`, for an empty list."""
    if sum(_weight(section, weights) for section in sections) <= MOST_BYTES:
        return (Volume(first, "", tuple(sections)),)
    years = Counter[str]()
    for section in sections:
        years[_year(section)] += _weight(section, weights)
    full = {year for year, weight in years.items() if weight > MOST_BYTES}
    ordered = sorted(sections, key=lambda section: _order(_value(section, full)))
    made = []
    for value, inside in groupby(ordered, key=lambda section: _value(section, full)):
        parts = list(_parts(list(inside), weights))
        for number, part in enumerate(parts, 1):
            address, title = f"{folder}/{value.lower()}", dates.value(value, words)
            name = words.say("list.part", title=title, n=number, all=len(parts)) if len(parts) > 1 else title
            made.append(Volume(f"{address}{f'/{number}' if number > 1 else ''}/index.html", name, part))
    return tuple(made)


def _parts(sections: Sequence[Section], weights: Weights) -> Iterator[tuple[Section, ...]]:
    """The sections cut where a page is full, if need be inside a day; mostly they are one part."""
    part: list[Section] = []
    room = MOST_BYTES
    for section in sections:
        rows: list[Row] = []
        for row in (piece for whole in section.rows for piece in _pieces(whole, weights)):
            weight = sum(weights[event.id] for event in row.events)
            if weight > room and (part or rows):
                yield (*part, *_with(section, rows))
                part, rows, room = [], [], MOST_BYTES
            rows.append(row)
            room -= weight
        part += _with(section, rows)
    yield tuple(part)


def _with(section: Section, rows: Sequence[Row]) -> list[Section]:
    return [replace(section, rows=tuple(rows))] if rows else []


def _pieces(row: Row, weights: Weights) -> Iterator[Row]:
    """A row, in pieces that each fit a page; the empty time before it is told of the first."""
    if sum(weights[event.id] for event in row.events) <= MOST_BYTES:
        yield row
        return
    events: list[Event] = []
    gap, weight = row.gap, 0
    for event in row.events:
        if events and weight + weights[event.id] > MOST_BYTES:
            yield replace(row, events=tuple(events), gap=gap)
            events, gap, weight = [], "", 0
        events.append(event)
        weight += weights[event.id]
    yield replace(row, events=tuple(events), gap=gap)


def _weight(section: Section, weights: Weights) -> int:
    return sum(weights[event.id] for row in section.rows for event in row.events)


def _year(section: Section) -> str:
    """The year that a section begins in; its own value where that is coarser."""
    if (calendar.grain(section.value) or Grain.YEAR) > Grain.YEAR:
        return section.value
    return calendar.value_of(records.days(section.value).first, Grain.YEAR)


def _value(section: Section, full: set[str]) -> str:
    """The value of the page that a section stands on: its year, or its month in a year that is full."""
    year = _year(section)
    month = calendar.grain(section.value) is Grain.MONTH
    return section.value if year in full and month else year


def _order(value: str) -> tuple[int, int]:
    first, last = records.days(value)
    return first, -last
