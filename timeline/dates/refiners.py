"""Lists of expressions → lists of expressions: what only neighbours can tell. Each refiner does one thing."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates.language import Language
from timeline.dates.lengths import together
from timeline.dates.links import linked
from timeline.dates.meanings import Fixed, Meaning, Moment, Point, Step, is_day
from timeline.dates.patterns import compiled
from timeline.dates.recognise import Expression
from timeline.dates.sharing import share_heads
from timeline.dates.tokens import Tokens

Refiner = Callable[[list[Expression], Tokens, Language], list[Expression]]

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
    for time, dated in ((one, other), (other, one)):
        if isinstance(time.meaning, Moment) and isinstance(dated.meaning, (Point, Step)) and is_day(dated.meaning):
            halved = any(word in language.values["dayhalf"] for word in tokens.words[time.first : time.last])
            clock = _clock_of(time.meaning.clock, dated.meaning.clock, halved)
            if clock:
                return one._replace(last=other.last, meaning=dated.meaning._replace(clock=clock))
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


def join_days(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'A year ago today', 'a week ago Tuesday', 'two weeks from tomorrow': so many units from that day."""
    refined: list[Expression] = []
    for item in found:
        one = refined[-1] if refined else None
        day = _day_counted(one, item, tokens, language) if one else None
        if one and day:
            refined[-1] = one._replace(last=item.last, meaning=day)
        else:
            refined.append(item)
    return refined


def _day_counted(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Meaning | None:
    """What so many units before or after a day mean; None where the two are others."""
    step = one.meaning if one.last == other.first else _length_from(one, other, tokens, language)
    if not isinstance(step, Step) or not step.counted or step.base == "mention" or step.clock:
        return None
    day = other.meaning
    if isinstance(day, Step) and day == Step("D", day.amount, "dct") and (day.amount == 0 or step.amount > 0):
        return step._replace(base="dct", to_day=True, days=day.amount)
    if isinstance(day, Point) and step.unit == "W" and day == Point(weekday=day.weekday):
        return day._replace(toward=step.amount + (1 if step.amount > 0 else -1))
    return None


def _length_from(one: Expression, other: Expression, tokens: Tokens, language: Language) -> Step | None:
    """A length that is counted from a day, 'two weeks from tomorrow', as a step."""
    match = _LENGTH.fullmatch(one.meaning.value) if isinstance(one.meaning, Fixed) else None
    if match is None or not linked(one, other, "from", tokens, language):
        return None
    return Step(match["unit"], int(match["count"]), "dct", counted=True)


def join_lengths(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'Three years and two months', '2 hours 15 minutes': one length in two units."""
    refined: list[Expression] = []
    for item in found:
        one = refined[-1] if refined else None
        value = _both_lengths(one.meaning, item.meaning) if one else ""
        if one and value and linked(one, item, "lengths", tokens, language):
            refined[-1] = one._replace(last=item.last, meaning=Fixed("DURATION", value))
        else:
            refined.append(item)
    return refined


def _both_lengths(one: Meaning, other: Meaning) -> str:
    """The length of two together; '' where they are none, or none that go together."""
    if not isinstance(one, Fixed) or not isinstance(other, Fixed) or {one.type, other.type} != {"DURATION"}:
        return ""
    return together(one.value, other.value)


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
