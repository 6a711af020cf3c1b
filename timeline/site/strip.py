"""Events and documents → the columns of the two-sided strip, for a week, a century, and both at once.

The finest unit wins whose columns are few enough. Long empty stretches become one broken column, but only a few of
them: a strip that is mostly breaks has lost its sense of proportion, and the next coarser unit tells more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from timeline import calendar
from timeline.calendar import Day, Period
from timeline.model import Grain

MOST_COLUMNS = 120
_MOST_BREAKS = 3
_FEWEST = 21  # columns, the empty ones at the ends among them
_KEPT_EMPTY = 31  # so many empty columns in a row are still drawn, a month of days
_UNITS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY)


class Column(NamedTuple):
    """A stretch of days that is drawn as one column."""

    first: Day
    """738181, the day 26 January 2022"""
    last: Day
    """738181"""
    broken: bool = False
    """whether it stands for a long empty stretch that was left out"""


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns of a strip."""

    unit: Grain
    """Grain.DAY"""
    columns: tuple[Column, ...]
    """in order, without overlap"""

    def place(self, day: Day) -> int:
        """The number of the column that a day lies in, or the one before it where none holds it."""
        return max(0, bisect_right(self.columns, day, key=lambda column: column.first) - 1)


def axis(fine: Iterable[Period], coarse: Iterable[Period]) -> Axis:
    """Columns for what must be told apart (`fine`) and for what may lie over several (`coarse`); none for nothing."""
    fine, coarse = sorted(set(fine)), sorted(set(coarse))
    for unit in _UNITS:
        columns = _aired(unit, tuple(_columns(unit, fine, coarse)))
        breaks = sum(column.broken for column in columns)
        if len(columns) <= MOST_COLUMNS and breaks <= _MOST_BREAKS:
            return Axis(unit, columns)
    return Axis(unit, columns)


def _aired(unit: Grain, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with empty ones at either end, so that nothing stands at the edge and one event is no wall."""
    if not columns:
        return columns
    air = max(1, (_FEWEST - len(columns) + 1) // 2) if len(columns) < _FEWEST else 1
    made = list(columns)
    for _ in range(air):
        before, after = _bin(unit, made[0].first - 1), _bin(unit, made[-1].last + 1)
        made = [Column(before.first, made[0].first - 1), *made, Column(made[-1].last + 1, after.last)]
    return tuple(made)


def _columns(unit: Grain, fine: Sequence[Period], coarse: Sequence[Period]) -> Iterator[Column]:
    """The occupied bins with the empty ones between, or a break for a long run of these."""
    bins = sorted(set(_bins(unit, fine)))
    near: list[Period] = []
    alone: list[Period] = []
    for period in coarse:
        (near if _holds_any(period, bins) else alone).append(period)
    short = [period for period in near if period.length <= _KEPT_EMPTY * _bin(unit, period.first).length]
    bins = _apart([*bins, *_bins(unit, short), *(_alone(unit, period) for period in alone)])
    if bins:
        yield Column(*bins[0])
    for before, after in pairwise(bins):
        yield from _between(unit, before, after)
        yield Column(*after)


def _bins(unit: Grain, periods: Iterable[Period]) -> Iterator[Period]:
    """The bins that the ends of each period lie in, and all between for a short one."""
    for period in periods:
        first, last = _bin(unit, period.first), _bin(unit, period.last)
        yield first
        step = first
        for _ in range(_KEPT_EMPTY):
            if step.last >= last.first:
                break
            step = _bin(unit, step.last + 1)
            yield step
        yield last


def _alone(unit: Grain, period: Period) -> Period:
    """The column of a coarse period where nothing else is: its bin, or itself where it is longer than that."""
    first = _bin(unit, period.first)
    return first if period.last <= first.last else period


def _holds_any(period: Period, bins: Sequence[Period]) -> bool:
    place = bisect_right(bins, period.last, key=lambda item: item.first) - 1
    return place >= 0 and bins[place].last >= period.first


def _apart(periods: Iterable[Period]) -> list[Period]:
    """The periods in order, those that overlap made one."""
    made: list[Period] = []
    for period in sorted(set(periods)):
        if made and period.first <= made[-1].last:
            made[-1] = Period(made[-1].first, max(made[-1].last, period.last))
        else:
            made.append(period)
    return made


def _between(unit: Grain, before: Period, after: Period) -> Iterator[Column]:
    empty: list[Column] = []
    step = before
    while step.last + 1 < after.first and len(empty) <= _KEPT_EMPTY:
        following = _bin(unit, step.last + 1)
        step = Period(max(following.first, step.last + 1), min(following.last, after.first - 1))
        empty.append(Column(*step))
    if len(empty) > _KEPT_EMPTY:
        yield Column(before.last + 1, after.first - 1, broken=True)
    else:
        yield from empty


def _bin(unit: Grain, day: Day) -> Period:
    period = calendar.period(calendar.value_of(day, unit))
    if period is None:  # value_of gives values of the calendar only
        raise ValueError(f"{day} has no {unit.name.lower()}")
    return period
