"""Events and documents → the columns of the two-sided strip, for a week, a century, and both at once.

The finest unit wins whose columns are few enough. Long empty stretches become one broken column, but only a few of
them: a strip that is mostly breaks has lost its sense of proportion, and the next coarser unit tells more. Where most
of a story is dense and the rest lies far off, the dense part keeps its fine columns and what is before and after it
gets coarser ones, with a break between.
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
_CORE_COLUMNS, _CORE_SHARE = 80, 0.7  # how wide a dense part may be, and how much it has to hold of the whole
_OUTER_COLUMNS, _OUTER_BREAKS = 26, 1  # for all that is before it, and as many for all that is after
_FINER = 2  # steps by which a dense part must gain to be worth a change of scale


class Column(NamedTuple):
    """A stretch of days that is drawn as one column."""

    first: Day
    """738181, the day 26 January 2022"""
    last: Day
    """738181; before `first` where nothing is left out and only the scale changes"""
    unit: Grain
    """Grain.DAY"""
    broken: bool = False
    """whether it stands for a long empty stretch that was left out, or for a change of scale"""


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns of a strip."""

    unit: Grain
    """Grain.DAY, the finest"""
    columns: tuple[Column, ...]
    """in order, without overlap"""

    def place(self, day: Day) -> int:
        """The number of the column that a day lies in, or the one before it where none holds it."""
        return max(0, bisect_right(self.columns, day, key=lambda column: column.first) - 1)


def axis(fine: Iterable[Period], coarse: Iterable[Period]) -> Axis:
    """Columns for what must be told apart (`fine`) and for what may lie over several (`coarse`); none for nothing."""
    fine, coarse = sorted(fine), sorted(set(coarse))
    plain = _plain(fine, coarse)
    for unit in _UNITS[: max(0, _UNITS.index(plain.unit) - _FINER + 1)] if fine else ():
        if core := _core(fine, unit):
            return Axis(unit, tuple(_mixed(unit, core, fine, coarse)))
    return plain


def _plain(fine: Sequence[Period], coarse: Sequence[Period]) -> Axis:
    """One scale for the whole."""
    for unit in _UNITS:
        columns = _aired(unit, tuple(_columns(unit, fine, coarse)))
        if len(columns) <= MOST_COLUMNS and sum(column.broken for column in columns) <= _MOST_BREAKS:
            break
    return Axis(unit, columns)


def _core(fine: Sequence[Period], unit: Grain) -> Period | None:
    """The dense part: the fullest stretch that the columns of a unit can hold, if most of the whole lies in it."""
    room = _CORE_COLUMNS * _bin(unit, fine[0].first).length
    best, start = range(0), 0
    for end in range(len(fine)):
        while fine[end].first - fine[start].first >= room:
            start += 1
        best = max(best, range(start, end + 1), key=len)
    first = fine[best.start].first
    inside = [fine[place] for place in best if fine[place].last < first + room]
    if len(inside) < _CORE_SHARE * len(fine):
        return None
    return Period(_bin(unit, first).first, _bin(unit, max(period.last for period in inside)).last)


def _mixed(unit: Grain, core: Period, fine: Sequence[Period], coarse: Sequence[Period]) -> Iterator[Column]:
    """The dense part in its unit, what is before and after it in coarser ones, and a break at each change."""
    whole = sorted({*fine, *coarse})
    inside = [period for period in fine if core.contains(period)]
    middle = _aired(unit, tuple(_columns(unit, inside, ())), fewest=0)
    first, last = middle[0].first, middle[-1].last
    if early := _outer(unit, [period for period in whole if period.first < first and not period.contains(core)]):
        early = _clipped(early, early[0].first, first - 1)
        yield from early
        yield Column(early[-1].last + 1, first - 1, unit, broken=True)
    yield from middle
    if late := _outer(unit, [period for period in whole if period.last > last and not period.contains(core)]):
        late = _clipped(late, last + 1, late[-1].last)
        yield Column(last + 1, late[0].first - 1, unit, broken=True)
        yield from late


def _outer(finer: Grain, periods: Sequence[Period]) -> tuple[Column, ...]:
    """The columns of what lies outside the dense part, in the finest of the coarser units that fits."""
    columns: tuple[Column, ...] = ()
    for unit in _UNITS[_UNITS.index(finer) + 1 :]:
        columns = tuple(
            _columns(unit, [period for period in periods if period.length <= _bin(unit, period.first).length], periods)
        )
        if len(columns) <= _OUTER_COLUMNS and sum(column.broken for column in columns) <= _OUTER_BREAKS:
            break
    return columns


def _clipped(columns: Sequence[Column], first: Day, last: Day) -> tuple[Column, ...]:
    """The columns as far as they lie in a stretch of days."""
    inside = (column for column in columns if column.first <= last and column.last >= first)
    return tuple(column._replace(first=max(column.first, first), last=min(column.last, last)) for column in inside)


def _aired(unit: Grain, columns: tuple[Column, ...], fewest: int = _FEWEST) -> tuple[Column, ...]:
    """The columns with empty ones at either end, so that nothing stands at the edge and one event is no wall."""
    if not columns:
        return columns
    air = max(1, (fewest - len(columns) + 1) // 2)
    made = list(columns)
    for _ in range(air):
        before, after = _bin(unit, made[0].first - 1), _bin(unit, made[-1].last + 1)
        made = [Column(before.first, made[0].first - 1, unit), *made, Column(made[-1].last + 1, after.last, unit)]
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
        yield Column(*bins[0], unit)
    for before, after in pairwise(bins):
        yield from _between(unit, before, after)
        yield Column(*after, unit)


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
        empty.append(Column(*step, unit))
    if len(empty) > _KEPT_EMPTY:
        yield Column(before.last + 1, after.first - 1, unit, broken=True)
    else:
        yield from empty


def _bin(unit: Grain, day: Day) -> Period:
    period = calendar.period(calendar.value_of(day, unit))
    if period is None:  # value_of gives values of the calendar only
        raise ValueError(f"{day} has no {unit.name.lower()}")
    return period
