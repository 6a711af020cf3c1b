"""News or narrative: what the relative expressions of a document are counted from."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.dates.language import Language
from timeline.dates.meanings import Meaning, Moment, Point, Step, is_day
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

Domain = Literal["news", "narrative"]

_ESSAY = 400  # words from which on a report would name some day beside its own
_FEWEST_YEARS = 5  # so many years written out make a history of a text that has words such as 'yesterday'
_YEARS_A_DEIXIS = 4  # and so many for each of these words
_WORDS_A_PRESENT = 120  # histories have one 'is', 'has' or 'will' in so many words or more
_FEWEST_ALONE = 2  # so many do in a text that has none


@dataclass(slots=True)
class _Signs:
    """What a text names its times by."""

    years: int = 0
    """how many dates are written out with their year, and lie years before publication"""
    near: int = 0
    """how many lie within a year of it, or after it"""
    deictic: int = 0
    """how many are seen from the day of writing: 'yesterday', 'Friday', 'last month'"""
    narrated: int = 0
    """how many are seen from the date named before: 'the following year', 'two days later'"""
    reported: int = 0
    """how many quarters and halves of business years have no year"""


def domain_of(found: Sequence[Expression], tokens: Tokens, language: Language, anchor: datetime.date | None) -> Domain:
    """A narrative is a text with past years written out, away from its own, and few words such as 'yesterday'.

    A text that speaks of the present is none, unless it has no such word at all. Where it names no date near its
    publication either, two years will do, or one year and one word such as 'the following', or that it begins with a
    day and its year.
    """
    signs = _Signs()
    for meaning, times in Counter([item.meaning for item in found]).items():
        _count(meaning, times, signs, anchor)
    history = signs.years >= _FEWEST_YEARS and signs.years >= _YEARS_A_DEIXIS * signs.deictic
    if _is_of_the_present(tokens, language):
        return "narrative" if history and not signs.deictic else "news"
    if history:
        return "narrative"
    if signs.deictic or signs.near or signs.reported:
        return "news"
    told = signs.years + signs.narrated if signs.years else 0
    return "narrative" if told >= _FEWEST_ALONE or (told and _is_full(found[0].meaning)) else "news"


def _is_of_the_present(tokens: Tokens, language: Language) -> bool:
    """Whether words such as 'is' and 'will' are as frequent as where one writes of what goes on."""
    presents = sum(map(tokens.codes.count, language.codes.of("present tense")))
    return presents > max(len(tokens.codes) / _WORDS_A_PRESENT, 1)


def _is_full(meaning: Meaning) -> bool:
    """Whether it is a day with its year."""
    return is_day(meaning) and isinstance(meaning, Point) and meaning.year is not None


def _count(meaning: Meaning, times: int, signs: _Signs, anchor: datetime.date | None) -> None:
    """Count a meaning that a text has so many times."""
    if isinstance(meaning, Step):
        signs.deictic += times * (meaning.base in ("dct", "either"))
        signs.narrated += times * (meaning.base == "mention")
        signs.reported += times * (meaning.base == "quarter")
    if not isinstance(meaning, Point):
        return
    if meaning.year is None:
        pointed = bool(meaning.weekday or meaning.toward is not None)
        signs.deictic += times * (pointed and meaning.base == "dct")
        signs.narrated += times * (meaning.base == "mention")
        signs.reported += times * bool(meaning.quarter or meaning.half)
    else:
        past = anchor is None or meaning.year < anchor.year - 1
        signs.years += times * past
        signs.near += times * (not past)


def is_essay(found: Sequence[Expression], words: int) -> bool:
    """Whether a text is long and names no day near its own: its 'today' means nowadays rather than a day."""
    return words >= _ESSAY and not any(_names_near_day(item.meaning) for item in found)


def _names_near_day(meaning: Meaning) -> bool:
    """Whether it is 'yesterday', 'on Friday', 'this evening' or an hour of the clock."""
    if isinstance(meaning, Step):
        return meaning.unit == "D" and meaning.base == "dct" and (meaning.amount != 0 or bool(meaning.clock))
    return isinstance(meaning, Moment) or (isinstance(meaning, Point) and bool(meaning.weekday) and not meaning.year)
