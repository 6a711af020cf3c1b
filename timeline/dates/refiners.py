"""Lists of expressions → lists of expressions: what only neighbours can tell. Each refiner does one thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from timeline.dates.language import Language
from timeline.dates.lengths import together
from timeline.dates.links import LONGEST, linked, occur
from timeline.dates.meanings import Fixed, Meaning, Moment, Point, Step, is_day
from timeline.dates.patterns import compiled
from timeline.dates.recognise import Expression
from timeline.dates.sharing import share_heads
from timeline.dates.tokens import Tokens

Refiner = Callable[[list[Expression], Tokens, Language], list[Expression]]
_Join = Callable[[Expression, Expression, Tokens, Language], Expression | None]

_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWMY])")
_NOON = 12
_EVENING = 5  # o'clock; a night's earlier hours are those after midnight
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
    kinds = kinds_of(item.meaning)
    for first in range(max(floor, item.first - _LONGEST_MODIFIER), item.first):
        match = compiled(language.before).fullmatch(tokens.codes, first, item.first)
        if match:
            modifier = language.modifiers[(match.lastindex or 1) - 1]
            if kinds & modifier.of:
                return item._replace(first=first, mod=item.mod or modifier.mod)
    return item


def kinds_of(meaning: Meaning) -> frozenset[str]:
    """Its kind, with COUNTED for a length that has its number, WRITTEN for a date that is no mere 'Friday', 'today'."""
    kind = _kind_of(meaning)
    counted = kind == "DURATION" and isinstance(meaning, Fixed) and "X" not in meaning.value
    seen = isinstance(meaning, Step) or (isinstance(meaning, Point) and meaning.weekday and not meaning.day)
    written = kind == "DATE" and not seen
    return frozenset([kind, *["COUNTED"] * counted, *["WRITTEN"] * written])


def _kind_of(meaning: Meaning) -> str:
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
    return _joined(found, _timed, tokens, language) if occur(found, Moment, Fixed) else found


def _timed(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Expression | None:
    part, day = (one, other) if isinstance(one.meaning, Moment) else (other, one)
    if not isinstance(day.meaning, (Point, Step)) or not is_day(day.meaning):
        return None
    if isinstance(part.meaning, Moment):
        nights = part is one and linked(one, other, "night to", tokens, language)
        tied = nights or linked(one, other, "clock", tokens, language)
        halved = any(word in language.values["dayhalf"] for word in tokens.words[part.first : part.last])
        clock = _clock_of(part.meaning.clock, day.meaning.clock, halved)
    else:  # 'Am 3. Mai abends': what by itself is every evening is that of the day right before it
        tied = one.last == other.first and not day.meaning.clock
        clock = _every_day(part.meaning)
    return one._replace(last=other.last, meaning=day.meaning._replace(clock=clock)) if tied and clock else None


def _every_day(meaning: Meaning) -> str:
    """'TEV' for a part of the day that comes back every day; '' for all else."""
    told = isinstance(meaning, Fixed) and meaning.value.startswith(_EVERY_DAY)
    return meaning.value.removeprefix(_EVERY_DAY) if told and isinstance(meaning, Fixed) else ""


def _clock_of(clock: str, part: str, halved: bool) -> str:
    """The time on the clock of a day or of a part of it: 20:00 for '8 o'clock' and 'Tuesday night'; '' for neither."""
    if not part:
        return clock
    if ":" in part or ":" not in clock:
        return ""
    hour = int(clock[1:3])
    early = part == "TMO" or (part == "TNI" and hour < _EVENING)
    return clock if halved or early or hour >= _NOON else f"T{hour + _NOON}{clock[3:]}"


def join_weeks(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'Tuesday of last week', 'last week, on Tuesday': the day of that week."""
    return _joined(found, _in_week, tokens, language) if occur(found, Step) else found


def _in_week(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Expression | None:
    day = _day_of_week(one.meaning, other.meaning)
    if day is None or not linked(one, other, "clock", tokens, language):
        return None
    return one._replace(last=other.last, meaning=day)


def _day_of_week(one: Meaning, other: Meaning) -> Point | None:
    """The weekday of the two in the week of the two; None where they are others."""
    week, day = (one, other) if isinstance(one, Step) else (other, one)
    if not isinstance(week, Step) or week.unit != "W" or week.base not in ("dct", "either") or week.counted:
        return None
    if not isinstance(day, Point) or not day.weekday or day.day or day.toward is not None:
        return None
    return day._replace(weeks=week.amount)


def join_days(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'A year ago today', 'a week ago Tuesday', 'two weeks from tomorrow': so many units from that day."""
    return _joined(found, _counted_from, tokens, language) if occur(found, Step, Fixed) else found


def _counted_from(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Expression | None:
    step = one.meaning if one.last == other.first else _length_from(one, other, tokens, language)
    if not isinstance(step, Step) or not step.counted or step.base == "mention" or step.clock:
        return None
    day = other.meaning
    if isinstance(day, Step) and day == Step("D", day.amount, "dct") and (day.amount == 0 or step.amount > 0):
        return one._replace(last=other.last, meaning=step._replace(base="dct", to_day=True, days=day.amount))
    if isinstance(day, Point) and step.unit == "W" and day == Point(weekday=day.weekday):
        toward = step.amount + (1 if step.amount > 0 else -1)
        return one._replace(last=other.last, meaning=day._replace(toward=toward))
    return None


def _length_from(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Step | None:
    """A length that is counted from a day, 'two weeks from tomorrow', as a step."""
    match = _LENGTH.fullmatch(one.meaning.value) if isinstance(one.meaning, Fixed) else None
    if match is None or not linked(one, other, "from", tokens, language):
        return None
    return Step(match["unit"], int(match["count"]), "dct", counted=True)


def join_lengths(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'Three years and two months', '2 hours 15 minutes': one length in two units."""
    return _joined(found, _one_length, tokens, language) if occur(found, Fixed) else found


def _one_length(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Expression | None:
    value = _both_lengths(one.meaning, other.meaning)
    tied = value and linked(one, other, "lengths", tokens, language)
    return one._replace(last=other.last, meaning=Fixed("DURATION", value)) if tied else None


def _both_lengths(one: Meaning, other: Meaning) -> str:
    """The length of two together; '' where they are none, or none that go together."""
    if not isinstance(one, Fixed) or not isinstance(other, Fixed) or {one.type, other.type} != {"DURATION"}:
        return ""
    return together(one.value, other.value)


def mark_ranges(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'from 3 to 5 May', 'between Monday and Wednesday': the first opens a range that the next one ends."""
    codes, ties = tokens.codes, language.ties
    refined = list(found)
    for index, (item, following) in enumerate(pairwise(found)):
        if codes[item.last] in ties and _opens(item, following, tokens, language):
            refined[index] = item._replace(opens=True)
    return refined


def _opens(item: Expression, following: Expression, tokens: Tokens, language: Language) -> bool:
    if isinstance(item.meaning, Fixed) or isinstance(following.meaning, Fixed):
        return False
    if isinstance(item.meaning, Moment) != isinstance(following.meaning, Moment):
        return False
    if linked(item, following, "to", tokens, language):
        return True
    before = tokens.words[item.first - 1] if item.first else ""
    return before in language.classes["between"] and linked(item, following, "list", tokens, language)


def _joined(found: list[Expression], join: _Join, tokens: Tokens, language: Language) -> list[Expression]:
    """The list with each two neighbours that `join` makes one of as that one."""
    refined = found[:1]
    for item in found[1:]:
        one = refined[-1]
        both = join(one, item, tokens, language) if item.first - one.last <= LONGEST else None
        if both:
            refined[-1] = both
        else:
            refined.append(item)
    return refined


REFINERS: tuple[Refiner, ...] = (
    join_clocks,
    join_weeks,
    join_days,
    join_lengths,
    take_modifiers,
    share_heads,
    join_clocks,
    mark_ranges,
)
"""In the order in which they work"""
