"""The columns of the strip: few enough, in order, and in the unit that fits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import calendar
from timeline.calendar import Period
from timeline.model import Grain
from timeline.site.strip import MOST_COLUMNS, axis


def days(*values: str) -> list[Period]:
    return [period for value in values if (period := calendar.period(value))]


def every(count: int, step: int, first: str = "1900-01-01") -> list[Period]:
    (start,) = days(first)
    return [Period(start.first + number * step, start.first + number * step) for number in range(count)]


@pytest.mark.parametrize(
    ("fine", "coarse", "unit", "columns", "breaks"),
    [
        (days("2022-01-26"), [], Grain.DAY, 21, 0),
        (days("2022-01-17", "2022-02-20"), [], Grain.DAY, 5, 1),
        (every(40, 1), [], Grain.DAY, 42, 0),
        (every(118, 1), [], Grain.DAY, 120, 0),
        (every(119, 1), [], Grain.WEEK, 20, 0),
        (every(100, 7), [], Grain.WEEK, 102, 0),
        (every(36, 30), [], Grain.MONTH, 38, 0),
        (every(100, 365), [], Grain.YEAR, 102, 0),
        (every(40, 3652), [], Grain.DECADE, 42, 0),
        (every(60, 36525, "0001-01-01"), [], Grain.CENTURY, 62, 0),
        ([*days("1850-05-01"), *every(30, 1, "2022-01-01")], [], Grain.DAY, 34, 1),
        ([], days("1997"), Grain.DAY, 21, 0),
        (every(30, 1, "2022-01-01"), days("1997"), Grain.DAY, 34, 1),
        (every(31, 1, "2022-01-01"), days("2022-01"), Grain.DAY, 33, 0),
        ([], [], Grain.DAY, 0, 0),
    ],
)
def test_the_finest_unit_that_fits_is_taken(
    fine: list[Period], coarse: list[Period], unit: Grain, columns: int, breaks: int
) -> None:
    found = axis(fine, coarse)
    assert (found.unit, sum(column.broken for column in found.columns)) == (unit, breaks)
    assert abs(len(found.columns) - max(columns, 21 if columns else 0)) <= 1


DAYS = st.integers(calendar.day_of(-3000, 1, 1), calendar.day_of(3000, 1, 1))
PERIODS = st.lists(
    st.builds(lambda first, length: Period(first, first + length), DAYS, st.integers(0, 800)), max_size=30
)


@given(PERIODS, PERIODS)
def test_columns_are_few_in_order_without_hole_or_overlap_and_hold_everything(
    fine: list[Period], coarse: list[Period]
) -> None:
    found = axis(fine, coarse)
    assert len(found.columns) <= MOST_COLUMNS + 2
    assert all(before.last + 1 == after.first for before, after in pairwise(found.columns))
    for period in fine:
        for day in period:
            column = found.columns[found.place(day)]
            assert column.first <= day <= column.last
    for period in coarse:
        assert any(period.overlaps(Period(column.first, column.last)) for column in found.columns)


@given(st.lists(DAYS, min_size=1, max_size=40))
def test_nothing_fine_falls_into_a_break(numbers: list[int]) -> None:
    found = axis([Period(day, day) for day in numbers], [])
    assert not any(found.columns[found.place(day)].broken for day in numbers)


@pytest.mark.parametrize(
    ("before", "core", "after", "outer", "unit"),
    [
        (every(8, 900, "2001-05-27"), every(40, 1, "2022-01-01"), [], Grain.YEAR, Grain.DAY),
        ([], every(40, 1, "2022-01-01"), every(8, 900, "2024-05-01"), Grain.YEAR, Grain.DAY),
        (
            every(5, 8000, "1880-07-28"),
            every(60, 1, "2022-01-01"),
            every(5, 300, "2023-01-01"),
            Grain.DECADE,
            Grain.DAY,
        ),
        (every(6, 90000, "0800-03-15"), every(60, 1, "2022-01-01"), [], Grain.CENTURY, Grain.DAY),
        (every(6, 900, "2000-01-01"), every(60, 7, "2020-01-01"), [], Grain.YEAR, Grain.WEEK),
    ],
)
def test_a_dense_part_keeps_its_fine_columns_and_what_is_far_off_gets_coarser_ones(
    before: list[Period], core: list[Period], after: list[Period], outer: Grain, unit: Grain
) -> None:
    found = axis([*before, *core, *after], [])
    assert found.unit is unit
    assert len(found.columns) <= MOST_COLUMNS
    assert {found.columns[found.place(period.first)].unit for period in core} == {unit}
    far = {found.columns[found.place(period.first)].unit for period in (*before, *after)}
    assert outer in far
    assert unit not in far


def test_an_even_story_keeps_one_scale() -> None:
    found = axis(every(100, 20), [])
    assert {column.unit for column in found.columns} == {found.unit}
