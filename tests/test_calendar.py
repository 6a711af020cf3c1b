"""Sums on calendar values, held against the standard library where that reaches."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import calendar
from timeline.model import Grain

PERIODS = [
    # value, first day, last day, grain
    ("2022", "2022-01-01", "2022-12-31", Grain.YEAR),
    ("2022-01", "2022-01-01", "2022-01-31", Grain.MONTH),
    ("2024-02", "2024-02-01", "2024-02-29", Grain.MONTH),
    ("2022-W04", "2022-01-24", "2022-01-30", Grain.WEEK),
    ("2022-W04-WE", "2022-01-29", "2022-01-30", Grain.WEEK),
    ("2022-Q1", "2022-01-01", "2022-03-31", Grain.QUARTER),
    ("2022-H2", "2022-07-01", "2022-12-31", Grain.HALF),
    ("2022-SU", "2022-06-01", "2022-08-31", Grain.SEASON),
    ("2022-WI", "2022-12-01", "2023-02-28", Grain.SEASON),
    ("199", "1990-01-01", "1999-12-31", Grain.DECADE),
    ("19", "1900-01-01", "1999-12-31", Grain.CENTURY),
    ("2022-01-26", "2022-01-26", "2022-01-26", Grain.DAY),
    ("2022-02-01TNI", "2022-02-01", "2022-02-01", Grain.DAY),
    ("2022-01-26T14", "2022-01-26", "2022-01-26", Grain.HOUR),
    ("2022-01-26T14:00", "2022-01-26", "2022-01-26", Grain.MINUTE),
    ("BC0044-03-15", "-0043-03-15", "-0043-03-15", Grain.DAY),
    ("BC0001", "0000-01-01", "0000-12-31", Grain.YEAR),
]
NO_PERIOD = [
    "P3D",
    "PRESENT_REF",
    "XXXX-01",
    "2022-13",
    "2022-02-30",
    "2021-W53",
    "2022-W00",
    "20220101",
    "2022-01-\n6",
]
SHIFTS = [
    ("2022-01", -1, "2021-12"),
    ("2022-01-31", 1, "2022-02-01"),
    ("2022-W01", -1, "2021-W52"),
    ("2022-Q1", -1, "2021-Q4"),
    ("2022-WI", 1, "2023-SP"),
    ("2022-WI", -1, "2022-FA"),
    ("BC0001", 1, "0001"),
    ("199", 1, "200"),
    ("P3D", 1, None),
]
WINDOWS = [
    ("2022-01", "END", "2022-01-21", "2022-01-31"),
    ("2022-01", "START", "2022-01-01", "2022-01-11"),
    ("2022-01", "MID", "2022-01-12", "2022-01-20"),
    ("2022-01", None, "2022-01-01", "2022-01-31"),
    ("2022-01-26", "END", "2022-01-26", "2022-01-26"),
]
DATES = st.dates(datetime.date(2, 1, 1), datetime.date(9998, 12, 31))
MIDDLE_DATES = st.dates(datetime.date(1000, 1, 1), datetime.date(8999, 12, 31))


@pytest.mark.parametrize(("value", "first", "last", "grain"), PERIODS)
def test_a_value_has_its_days_and_its_grain(value: str, first: str, last: str, grain: Grain) -> None:
    days = calendar.period(value)
    assert days is not None
    assert (calendar.iso(days.first), calendar.iso(days.last)) == (first, last)
    assert calendar.grain(value) is grain


@pytest.mark.parametrize("value", NO_PERIOD)
def test_what_is_no_point_of_the_calendar_has_neither(value: str) -> None:
    assert calendar.period(value) is None
    assert calendar.grain(value) is None


@pytest.mark.parametrize(("value", "amount", "shifted"), SHIFTS)
def test_a_shift_keeps_the_grain(value: str, amount: int, shifted: str | None) -> None:
    assert calendar.shift(value, amount) == shifted


@pytest.mark.parametrize(("value", "mod", "first", "last"), WINDOWS)
def test_a_modifier_narrows_to_a_third(value: str, mod: str | None, first: str, last: str) -> None:
    days = calendar.window(value, mod)
    assert days is not None
    assert (calendar.iso(days.first), calendar.iso(days.last)) == (first, last)


@given(DATES)
def test_days_agree_with_the_standard_library(date: datetime.date) -> None:
    day = calendar.ordinal(date)
    assert calendar.civil(day) == (date.year, date.month, date.day)
    assert calendar.day_of(date.year, date.month, date.day) == day
    assert calendar.weekday(day) == date.weekday()
    assert calendar.iso(day) == date.isoformat()
    year, week, _ = date.isocalendar()
    assert calendar.week_of(day) == (year, week)


@given(st.integers(-2_000_000, 2_000_000))
def test_a_day_of_any_era_survives_the_way_there_and_back(day: int) -> None:
    assert calendar.day_of(*calendar.civil(day)) == day


@given(DATES, st.sampled_from([grain for grain in Grain if grain >= Grain.DAY]))
def test_the_value_of_a_day_contains_that_day(date: datetime.date, grain: Grain) -> None:
    value = calendar.value_of(calendar.ordinal(date), grain)
    assert calendar.grain(value) is grain
    assert calendar.contains(value, date.isoformat())


@given(MIDDLE_DATES, st.integers(-9, 9), st.sampled_from([grain for grain in Grain if grain >= Grain.DAY]))
def test_a_shift_and_its_opposite_cancel(date: datetime.date, amount: int, grain: Grain) -> None:
    value = calendar.value_of(calendar.ordinal(date), grain)
    there = calendar.shift(value, amount)
    assert there is not None
    assert calendar.shift(there, -amount) == value


@given(DATES, st.integers(-5000, 5000))
def test_months_never_leave_the_month(date: datetime.date, amount: int) -> None:
    day = calendar.ordinal(date)
    year, month, _ = calendar.civil(calendar.add_months(day, amount))
    assert year * 12 + month == date.year * 12 + date.month + amount
