"""News or narrative: what the relative expressions of a document are counted from."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Literal

from timeline.dates.meanings import Meaning, Moment, Point, Step
from timeline.dates.recognise import Expression

Domain = Literal["news", "narrative"]

_ESSAY = 400  # words from which on a report would name some day beside its own
_FEWEST_YEARS = 5  # fewer years written out do not make a history
_YEARS_A_DEIXIS = 3  # so many years written out for each word such as 'yesterday' do


def domain_of(found: Sequence[Expression], anchor: datetime.date | None) -> Domain:
    """A narrative is a text with many years written out, away from its own, and few words such as 'yesterday'."""
    years = deictic = 0
    own = anchor.year if anchor else None
    for item in found:
        meaning = item.meaning
        if isinstance(meaning, Point) and meaning.year is not None:
            years += own is None or abs(meaning.year - own) > 1
        elif isinstance(meaning, Point):
            deictic += bool(meaning.weekday or meaning.toward is not None)
        elif isinstance(meaning, Step):
            deictic += meaning.base in ("dct", "either")
    return "narrative" if years >= _FEWEST_YEARS and years >= _YEARS_A_DEIXIS * deictic else "news"


def is_essay(found: Sequence[Expression], words: int) -> bool:
    """Whether a text is long and names no day near its own: its 'today' means nowadays rather than a day."""
    return words >= _ESSAY and not any(_names_near_day(item.meaning) for item in found)


def _names_near_day(meaning: Meaning) -> bool:
    """Whether it is 'yesterday', 'on Friday', 'this evening' or an hour of the clock."""
    if isinstance(meaning, Step):
        return meaning.unit == "D" and meaning.base == "dct" and (meaning.amount != 0 or bool(meaning.clock))
    return isinstance(meaning, Moment) or (isinstance(meaning, Point) and bool(meaning.weekday) and not meaning.year)
