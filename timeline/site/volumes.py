"""The reading list on pages of a bearable length: one, or one a year, or one a month where a year is full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline import calendar
from timeline.exporting import records
from timeline.model import Event, Grain
from timeline.site import dates
from timeline.site.listing import Section
from timeline.site.words import Words

MOST_EVENTS = 250  # on a page; with their evidence they weigh about half a megabyte


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


def volumes(sections: Sequence[Section], words: Words) -> tuple[Volume, ...]:
    """The sections on as many pages as they need, none of them empty; one page for an empty list."""
    if sum(map(_size, sections)) <= MOST_EVENTS:
        return (Volume("index.html", "", tuple(sections)),)
    years = Counter[str]()
    for section in sections:
        years[_year(section)] += _size(section)
    full = {year for year, size in years.items() if size > MOST_EVENTS}
    ordered = sorted(sections, key=lambda section: _order(_value(section, full)))
    grouped = groupby(ordered, key=lambda section: _value(section, full))
    return tuple(
        Volume(f"periods/{value.lower()}/index.html", dates.value(value, words), tuple(inside))
        for value, inside in grouped
    )


def _size(section: Section) -> int:
    return sum(len(row.events) for row in section.rows)


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
