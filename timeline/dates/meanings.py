"""What an expression of time means before it is counted from an anchor: small tuples that know no language."""

from __future__ import annotations

from typing import Literal, NamedTuple

from timeline.model import TimexType

Base = Literal["dct", "mention", "either", "subject", "quarter"]
"""What a step is counted from: publication, the date named before, the one of them that the tense allows, the period
spoken of, the quarter reported on"""


class Point(NamedTuple):
    """A place in the calendar, its coarser parts perhaps left open: 'May 3', 'last Friday', 'the third quarter'."""

    year: int | None = None
    """2022, astronomical: 0 is 1 BC"""
    month: int = 0
    """5; 0 where none is named, as below"""
    day: int = 0
    """3"""
    weekday: int = 0
    """5, Friday; 1 is Monday"""
    season: str = ""
    """'SU'"""
    quarter: int = 0
    """3; -1 for the one reported on"""
    half: int = 0
    """2"""
    week: bool = False
    """True for 'the week of May 3'"""
    toward: int | None = None
    """-1 for 'last Friday', 0 for 'this Friday', 1 for 'next Friday', -2 for 'the Friday before last'"""
    years: int | None = None
    """-1 for 'May 3 of last year'"""
    weeks: int | None = None
    """-1 for 'Tuesday of last week'"""
    base: Base = "dct"
    """what `years` are counted from"""
    clock: str = ""
    """'T14:00' or 'TNI', the time of that day"""


class Step(NamedTuple):
    """So many units from an anchor: 'yesterday', 'three weeks later', 'last month', 'the quarter'."""

    unit: str
    """'D', one of the units of `UNITS`"""
    amount: int
    """-1"""
    base: Base
    """'dct'"""
    clock: str = ""
    """'TNI' for 'yesterday night'"""
    to_day: bool = False
    """True for 'a year ago today', which is a day"""
    days: int = 0
    """1 for 'two weeks from tomorrow'"""
    counted: bool = False
    """True for 'two weeks ago', where the units are counted, False for 'last week', where they are named"""


class Decades(NamedTuple):
    """A decade or century by its first digits: 'the 1990s', 'the '90s', 'the 5th century BC'."""

    digits: str
    """'199'; '9' for 'the nineties', whose century is open"""
    unit: str
    """'T' or 'C'"""
    bc: bool = False
    """True before our era"""


class Moment(NamedTuple):
    """A time whose day is told elsewhere: '10:35 a.m.', 'the morning', 'that evening'."""

    clock: str
    """'T10:35'"""
    base: Base | None = None
    """'mention' for 'that evening'; None where the sentence decides"""


class Holiday(NamedTuple):
    """A day that the calendar places: 'Christmas', 'last Thanksgiving', 'the second Sunday in May'."""

    name: str
    """'thanksgiving', a row of the table of feasts; '' where the words themselves place it"""
    year: int | None = None
    """1963"""
    toward: int | None = None
    """-1 for 'last Thanksgiving'"""
    week: bool = False
    """True for 'Easter week'"""
    years: int | None = None
    """-1 for 'Christmas last year'"""
    placed: tuple[int, int, int] | None = None
    """(5, 7, 2), month, weekday and which of them in that month, -1 for the last; None for a feast with a name"""


class Fixed(NamedTuple):
    """What needs no anchor: a duration, a set, a vague reference."""

    type: TimexType
    """'DURATION'"""
    value: str
    """'P3D'"""


Meaning = Point | Step | Decades | Moment | Holiday | Fixed


def is_day(meaning: Meaning) -> bool:
    """Whether it is one day of the calendar, perhaps with a time of that day."""
    if isinstance(meaning, Point):
        return bool(meaning.day or meaning.weekday) and not meaning.week
    return isinstance(meaning, Step) and meaning.unit == "D"
