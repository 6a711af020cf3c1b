"""The labels under the strip's axis: where a greater unit begins, and as many others as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline import calendar
from timeline.calendar import Day
from timeline.model import Grain
from timeline.site import dates
from timeline.site.strip import Axis
from timeline.site.words import Words

_ROOMY = 6  # columns of a stretch that a month and a year fit over
_WIDE, _NARROW, _LETTER, _AIR = 1000, 300, 6.2, 7  # pixels: a desktop's strip, a phone's, a letter, the space after


@dataclass(frozen=True, slots=True)
class Tick:
    """A label under the axis."""

    x: str
    """'12.5%'"""
    text: str
    """'Feb'"""
    major: bool
    """whether a month or a year begins here"""
    wide: bool
    """whether it only fits a wide screen"""


_ANEW, _BOUND, _START, _MINOR = range(4)
"""Which label yields to which: after a break, where a greater unit begins, where the strip begins, any other."""


class _Label(NamedTuple):
    """A label that a column could bear."""

    place: int
    """12, the column"""
    text: str
    """'Feb'"""
    rank: int
    """_BOUND; the label of a lower rank is kept first"""


def ticks(scale: Axis, words: Words) -> tuple[Tick, ...]:
    """The labels that do not run into one another, in order of place."""
    ranked = sorted(filter(_has_text, _labels(scale, words)), key=lambda label: (label.rank, label.place))
    count = len(scale.columns)
    wide, narrow = (_fitting(ranked, count, width) for width in (_WIDE, _NARROW))
    mirrored = words.direction == "rtl"
    return tuple(
        Tick(
            percent((count - label.place if mirrored else label.place) / count),
            label.text,
            major=label.rank != _MINOR,
            wide=label not in narrow,
        )
        for label in sorted(wide, key=lambda label: label.place)
    )


def percent(share: float) -> str:
    """A share of the whole as SVG has it: '12.5%'."""
    return f"{100 * share:.3f}".rstrip("0").rstrip(".") + "%"


def _has_text(label: _Label) -> bool:
    return label.text != ""


def _labels(scale: Axis, words: Words) -> Iterator[_Label]:
    """The label of every column that could bear one; a column after a break begins anew."""
    columns = scale.columns
    ends = [*(place for place, column in enumerate(columns) if column.broken), len(columns)]
    start = 0
    for end in ends:
        before: Day | None = None
        early = True
        for place in range(start, end):
            label = _label(scale, words, place, before, early)
            if before is None:
                label = _first(scale, words, label, end - start, len(ends) > 1)
            early = early and label.rank not in (_ANEW, _BOUND)
            before = columns[place].first
            yield label
        start = end + 1


def _first(scale: Axis, words: Words, label: _Label, length: int, broken: bool) -> _Label:
    """The label that a stretch begins with: it must stay where time was left out, and be brief on a short one."""
    first, last, unit, _ = scale.columns[label.place]
    text = label.text if length >= _ROOMY else _years(unit, words, first, last)
    return _Label(label.place, text, _ANEW if broken else _START)


def _label(scale: Axis, words: Words, place: int, before: Day | None, early: bool) -> _Label:
    """The label of a column after one that begins `before`; `early` until a greater unit has begun."""
    first, last, unit, _ = scale.columns[place]
    year, month, number = calendar.civil(first)
    old_year, old_month, _ = calendar.civil(before) if before is not None else (None, 0, 0)
    if unit >= Grain.YEAR or last - first > 366:
        round_year = year % {Grain.DECADE: 50, Grain.CENTURY: 500}.get(unit, 10) == 0
        return _Label(place, _years(unit, words, first, last), _BOUND if round_year else _MINOR)
    if unit is Grain.MONTH:
        if year != old_year:
            return _Label(place, dates.day(first, words, dates.YEAR), _BOUND)
        return _Label(place, dates.day(first, words, dates.MONTH_NAME), _MINOR)
    if (year, month) != (old_year, old_month):
        style = dates.MONTH_YEAR if year != old_year or early else dates.MONTH_NAME
        return _Label(place, dates.day(first, words, style), _BOUND)
    return _Label(place, str(number) if unit is Grain.WEEK or calendar.weekday(first) == 0 else "", _MINOR)


def _years(unit: Grain, words: Words, first: Day, last: Day) -> str:
    """'1997', or '1990s' where the column is a whole decade or century."""
    for coarseness in (Grain.DECADE, Grain.CENTURY):
        value = calendar.value_of(first, coarseness)
        if calendar.period(value) == (first, last) and unit is not coarseness:
            return dates.years(value, words)
    return dates.day(first, words, dates.YEAR)


def _fitting(ranked: Sequence[_Label], count: int, width: int) -> list[_Label]:
    """Those that do not run into one another on so many pixels, the first ones first."""
    taken: list[tuple[float, float]] = []
    kept = []
    for label in ranked:
        left = label.place / count * width
        right = left + len(label.text) * _LETTER + _AIR
        if right <= width + _AIR and all(right <= start or left >= end for start, end in taken):
            taken.append((left, right))
            kept.append(label)
    return kept
