"""Lists of expressions → lists of expressions: what only neighbours can tell. Each refiner does one thing."""

from __future__ import annotations

from collections.abc import Callable

from timeline.dates.language import Language
from timeline.dates.links import linked
from timeline.dates.meanings import Fixed, Meaning, Moment, Point, Step, is_day
from timeline.dates.patterns import compiled
from timeline.dates.recognise import Expression
from timeline.dates.sharing import share_heads
from timeline.dates.tokens import Tokens

Refiner = Callable[[list[Expression], Tokens, Language], list[Expression]]

_LONGEST_MODIFIER = 5  # words
_EVERY_DAY = "XXXX-XX-XX"
"""The date of a part of the day that comes back every day"""


def take_modifiers(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'late last month', 'the end of May', 'more than a week': the words before belong to the expression."""
    floor = 0
    refined = []
    for item in found:
        if item.first > floor:
            near = _modified(item, tokens, language, floor)
            refined.append(near if near is item else _modified(near, tokens, language, floor))
        else:
            refined.append(item)
        floor = item.last
    return refined


def _modified(item: Expression, tokens: Tokens, language: Language, floor: int) -> Expression:
    if item.first <= floor or tokens.codes[item.first - 1] not in language.before_ends:
        return item
    if language.rules[item.rule].whole:
        return item
    kind = kind_of(item.meaning)
    for first in range(max(floor, item.first - _LONGEST_MODIFIER), item.first):
        match = compiled(language.before).fullmatch(tokens.codes, first, item.first)
        if match:
            modifier = language.modifiers[(match.lastindex or 1) - 1]
            if kind in modifier.of:
                return item._replace(first=first, mod=item.mod or modifier.mod)
    return item


def kind_of(meaning: Meaning) -> str:
    """DATE, TIME, DURATION, SET, or AGO for units counted from an anchor."""
    if isinstance(meaning, Fixed):
        return "REF" if meaning.value.endswith("_REF") else meaning.type
    if isinstance(meaning, Step) and meaning.counted:
        return "AGO"
    if isinstance(meaning, Moment) or (isinstance(meaning, (Point, Step)) and meaning.clock):
        return "TIME"
    return "DATE"


def join_clocks(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'2 pm on Tuesday', 'the night of 13 May', 'today at noon': one time of one day."""
    refined: list[Expression] = []
    for item in found:
        joined = _joined(refined[-1], item, tokens, language) if refined else None
        if joined:
            refined[-1] = joined
        else:
            refined.append(item)
    return refined


def _joined(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Expression | None:
    if one.last == other.first and (day := _with_part(one.meaning, other.meaning)):
        return one._replace(last=other.last, meaning=day)
    if not (isinstance(one.meaning, Moment) or isinstance(other.meaning, Moment)):
        return None
    nights = isinstance(one.meaning, Moment) and linked(one, other, "night to", tokens, language)
    if not nights and not linked(one, other, "clock", tokens, language):
        return None
    if isinstance(one.meaning, Moment) and isinstance(day := other.meaning, (Point, Step)) and _is_free(day):
        return one._replace(last=other.last, meaning=day._replace(clock=one.meaning.clock))
    if isinstance(other.meaning, Moment) and isinstance(day := one.meaning, (Point, Step)) and _is_free(day):
        return one._replace(last=other.last, meaning=day._replace(clock=other.meaning.clock))
    return None


def _with_part(day: Meaning, part: Meaning) -> Meaning | None:
    """'Am 3. Mai abends': what by itself is every evening is that of the day right before it."""
    if not isinstance(day, Point | Step) or not _is_free(day):
        return None
    told = isinstance(part, Fixed) and part.value.startswith(_EVERY_DAY)
    return day._replace(clock=part.value.removeprefix(_EVERY_DAY)) if told and isinstance(part, Fixed) else None


def _is_free(meaning: Point | Step) -> bool:
    """Whether it is a day without a time of that day."""
    return is_day(meaning) and not meaning.clock


def join_weeks(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'Tuesday of last week', 'last week, on Tuesday': the day of that week."""
    refined: list[Expression] = []
    for item in found:
        one = refined[-1] if refined else None
        day = _day_of_week(one.meaning, item.meaning) if one else None
        if one and day and linked(one, item, "clock", tokens, language):
            refined[-1] = one._replace(last=item.last, meaning=day)
        else:
            refined.append(item)
    return refined


def _day_of_week(one: Meaning, other: Meaning) -> Point | None:
    """The weekday of the two in the week of the two; None where they are others."""
    week, day = (one, other) if isinstance(one, Step) else (other, one)
    if not isinstance(week, Step) or week.unit != "W" or week.base not in ("dct", "either") or week.counted:
        return None
    if not isinstance(day, Point) or not day.weekday or day.day or day.toward is not None:
        return None
    return day._replace(weeks=week.amount)


def mark_ranges(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'from 3 to 5 May', 'between Monday and Wednesday': the first opens a range that the next one ends."""
    return [
        item._replace(opens=True) if _opens(item, following, tokens, language) else item
        for item, following in zip(found, [*found[1:], None], strict=False)
    ]


def _opens(item: Expression, following: Expression | None, tokens: Tokens, language: Language) -> bool:
    if following is None or tokens.codes[item.last] not in language.ties:
        return False
    if isinstance(item.meaning, Fixed) or isinstance(following.meaning, Fixed):
        return False
    if isinstance(item.meaning, Moment) != isinstance(following.meaning, Moment):
        return False
    if linked(item, following, "to", tokens, language):
        return True
    before = tokens.words[item.first - 1] if item.first else ""
    return before in language.classes["between"] and linked(item, following, "list", tokens, language)


REFINERS: tuple[Refiner, ...] = (join_clocks, join_weeks, take_modifiers, share_heads, join_clocks, mark_ranges)
"""In the order in which they work"""
