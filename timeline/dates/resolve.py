"""Expressions → Timexes: each meaning counted from its anchor, with the reason in words.

The measured rules: a bare weekday is the most recent one including the day of publication, unless its clause looks
forward; a date without a year is the nearest to publication, by tense; a narrative counts from the dates around it.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from timeline import calendar
from timeline.dates import holidays, points, steps
from timeline.dates.context import Answer, Context, Place
from timeline.dates.domain import Domain, is_essay
from timeline.dates.language import Language
from timeline.dates.links import linked
from timeline.dates.meanings import Decades, Fixed, Holiday, Meaning, Moment, Point, Step, is_day
from timeline.dates.recognise import Expression
from timeline.dates.tense import direction, surroundings
from timeline.dates.tokens import Tokens
from timeline.dates.wording import spoken
from timeline.model import Anchor, Span, Timex, TimexType

_MOST_OF_A_YEAR = frozenset({"P6M", "P9M", "P12M", "P1Y"})
_MOST_MEANINGS = 512  # whose answers are kept at a time
_MOST_ANSWERS = 64  # kept of each
_BESIDE = 3  # words between a day and a time that belongs to it, as 'am Freitag um 9 Uhr' has them
_NEAR = 6  # words between a time on the clock and the day that it belongs to
_BEYOND = Answer("XXXX", None, "It lies beyond the years of the calendar.")
_OF_ITSELF = {
    "DURATION": "A length of time, not a point in it.",
    "SET": "A time that comes back.",
    "DATE": "It names no place in the calendar.",
    "TIME": "It names no place in the calendar.",
}


class _Said(NamedTuple):
    """What a document says with one meaning, time and again."""

    by_tense: bool
    """True for 'Friday', where the way its clause looks can decide what it means"""
    may_end: bool
    """True for 'the quarter', of which the text may say when it ended"""
    alone: bool
    """True for 'yesterday', where nothing that was named before can change what it means"""
    answers: dict[Hashable, Answer]
    """the last answers, by all else that they rest on"""


@dataclass(frozen=True, slots=True)
class _Work:
    """One document on its way through the resolver."""

    tokens: Tokens
    """its words"""
    language: Language
    """that of its words"""
    found: Sequence[Expression]
    """all of its expressions"""
    ahead: Sequence[str | None]
    """for each of them the next date after it that is written out"""
    context: Context
    """what was named before, changed from one expression to the next"""
    said: dict[Meaning, _Said]
    """what was said with each of the last meanings"""


def resolve(
    found: Sequence[Expression], tokens: Tokens, language: Language, anchor: datetime.date | None, domain: Domain
) -> tuple[Timex, ...]:
    """The Timexes of a document, in the order of its text."""
    context = Context.of(anchor, domain, essay=is_essay(found, len(tokens.words)))
    work = _Work(tokens, language, found, _written_ahead(found), context, {})
    stop, codes = language.codes["."], tokens.codes
    answers: list[Answer] = []
    sentence = position = 0
    for index, item in enumerate(found):
        if position < item.first:
            sentence += codes.count(stop, position, item.first)
        position = item.last  # a stop inside an expression, '3. Mai', ends no sentence
        answer = _answer(work, index, sentence)
        if not _is_written(answer.value):
            answer = _BEYOND
        work.context.remember(answer.value, sentence, item.meaning)
        answers.append(answer)
    return _timexes(found, answers, tokens)


def _written_ahead(found: Sequence[Expression]) -> list[str | None]:
    """For each expression the next value after it that is written out with its year, of a season or finer."""
    ahead: list[str | None] = []
    value = None
    for item in reversed(found):
        ahead.append(value)
        meaning = item.meaning
        if isinstance(meaning, Point) and meaning.year is not None and (meaning.month or meaning.season):
            value = points.written(meaning, meaning.year)
    return ahead[::-1]


def _answer(work: _Work, index: int, sentence: int) -> Answer:
    meaning, context = work.found[index].meaning, work.context
    if isinstance(meaning, (Point, Step, Holiday)):
        return _counted(meaning, work, index, sentence)
    if isinstance(meaning, Fixed):
        context.yearly = context.yearly or meaning.value in _MOST_OF_A_YEAR
        return Answer(meaning.value, None, _OF_ITSELF[meaning.type])
    if isinstance(meaning, Decades):
        return points.decades(meaning, context)
    return _moment(meaning, work, index, sentence)


def _counted(meaning: Point | Step | Holiday, work: _Work, index: int, sentence: int) -> Answer:
    """What is counted from an anchor: the same again where the same is said in the same surroundings."""
    context, item = work.context, work.found[index]
    said = work.said.get(meaning) or _first_said(meaning, work)
    near = surroundings(work.tokens, item.first, item.last) if said.by_tense else None
    ended = _ended(work, index, sentence) if said.may_end else None
    ground = None if said.alone else (context.ground(sentence), work.ahead[index])
    answer = said.answers.get((near, ended, ground))
    if answer is None:
        tense = direction(*near, work.language) if near else 0
        answer = _placed(meaning, context, Place(sentence, tense, ended, work.ahead[index]), work.language)
        if len(said.answers) >= _MOST_ANSWERS:
            said.answers.clear()
        said.answers[near, ended, ground] = answer
    return answer


def _first_said(meaning: Point | Step | Holiday, work: _Work) -> _Said:
    """Take note of what a meaning goes by."""
    alone = work.context.published is not None and _goes_by_publication(meaning, work.context.domain)
    if len(work.said) >= _MOST_MEANINGS:
        work.said.clear()
    said = work.said[meaning] = _Said(_goes_by_tense(meaning), _may_end(meaning), alone, {})
    return said


def _goes_by_publication(meaning: Point | Step | Holiday, domain: Domain) -> bool:
    """Whether nothing that was named before can change what it means in a text whose publication is known."""
    if domain == "narrative" or isinstance(meaning, Holiday):
        return domain == "news"
    compared = isinstance(meaning, Point) and meaning.quarter < 0
    return meaning.base == "dct" and not compared


def _may_end(meaning: Point | Step | Holiday) -> bool:
    """Whether the day on which it ended tells which it is: 'the quarter ended Sept. 30', 'the year ended in May'."""
    if isinstance(meaning, Step):
        return meaning.base in ("quarter", "subject") and meaning.unit != "D"
    return isinstance(meaning, Point) and meaning.quarter != 0


def _placed(meaning: Point | Step | Holiday, context: Context, place: Place, language: Language) -> Answer:
    if isinstance(meaning, Holiday):
        return holidays.resolve(meaning, _row(meaning, language), context, place)
    if isinstance(meaning, Point):
        answer = points.resolve(meaning, context, place)
    else:
        answer = steps.resolve(meaning, context, place)
    return answer if not meaning.clock or answer.value.endswith("_REF") else answer.at(meaning.clock)


@lru_cache(maxsize=16384)
def _is_written(value: str) -> bool:
    """Whether a value lies within the years that TIMEX3 can write."""
    return "X" in value or value[0] == "P" or value.endswith("_REF") or calendar.period(value) is not None


def _row(holiday: Holiday, language: Language) -> Mapping[str, int]:
    """How the calendar places a feast, or a weekday of a month."""
    if holiday.placed is None:
        row: Mapping[str, int] = language.values["holiday"][holiday.name]
        return row
    return dict(zip(("month", "weekday", "nth"), holiday.placed, strict=True))


def _goes_by_tense(meaning: Point | Step | Holiday) -> bool:
    """Whether the way its clause looks can decide what it means: 'Friday', 'May 3', 'the weekend', 'today'."""
    if isinstance(meaning, Step):
        return meaning.unit == "E" or meaning.base == "either" or (meaning.unit == "D" and meaning.amount == 0)
    return meaning.year is None and meaning.toward is None


def _ended(work: _Work, index: int, sentence: int) -> str | None:
    """The day on which the text says that a quarter or a year ended."""
    if index + 1 >= len(work.found):
        return None
    item, following = work.found[index], work.found[index + 1]
    if work.tokens.codes[item.last] not in work.language.ties or not _is_dated(following.meaning):
        return None
    if not linked(item, following, "ended", work.tokens, work.language):
        return None
    value = _answer(work, index + 1, sentence).value.partition("T")[0]
    return value if calendar.period(value) else None


def _is_dated(meaning: Meaning) -> bool:
    """Whether it is a day or a month, with which a year or a quarter can end."""
    return is_day(meaning) or (isinstance(meaning, Point) and bool(meaning.month))


def _moment(moment: Moment, work: _Work, index: int, sentence: int) -> Answer:
    """The day of a time on the clock: one that follows at once, else the last one named, else publication."""
    context, beside = work.context, _day_beside(work, index)
    if beside is not None:
        day = _answer(work, beside, sentence).value.partition("T")[0]
        return _time_of(Anchor(day, "mention"), moment.clock, "{}, the day named beside it")
    if context.day and (sentence - context.day_in <= 1 or context.domain == "narrative"):
        return _time_of(Anchor(context.day, "mention"), moment.clock, "{}, the date named before")
    if context.published is None or context.domain == "narrative":
        return Answer("XXXX-XX-XX" + moment.clock, None, "The text does not say of which day.")
    return _time_of(context.published, moment.clock, "the day of publication, {}")


@lru_cache(maxsize=4096)
def _time_of(day: Anchor, clock: str, told: str) -> Answer:
    return Answer(day.value + clock, day, f"A time of {told.format(spoken(day.value))}.")


def _day_beside(work: _Work, index: int) -> int | None:
    """The index of a day, one of the next two expressions, that stands so near to a time that it is the time's."""
    found, item = work.found, work.found[index]
    for later in range(index + 1, min(index + 3, len(found))):
        if is_day(found[later].meaning):
            between = found[later].first - item.last
            parted = between > _NEAR or "." in work.tokens.words[item.last : found[later].first]
            return None if parted or _is_nearer_before(work, index, between) else later
    return None


def _is_nearer_before(work: _Work, index: int, distance: int) -> bool:
    """Whether a day is named right before a time, nearer than so many words."""
    one, item = work.found[index - 1], work.found[index]
    return index > 0 and is_day(one.meaning) and item.first - one.last < min(distance, _BESIDE)


def _timexes(found: Sequence[Expression], answers: Sequence[Answer], tokens: Tokens) -> tuple[Timex, ...]:
    """The expressions with their answers; one that opens a range with the value of the next."""
    text, starts, words = tokens.text, tokens.starts, tokens.words
    new, timexes = tuple.__new__, []  # past their constructors, which take as long as all the rest
    for index, ((first, last, rule, meaning, mod, opens), (value, anchor, why)) in enumerate(
        zip(found, answers, strict=True)
    ):
        start, end = starts[first], starts[last - 1] + len(words[last - 1])
        kind = meaning.type if isinstance(meaning, Fixed) else _kind(value)
        until = answers[index + 1].value if opens else None
        span = new(Span, (start, end))
        timexes.append(new(Timex, (span, text[start:end], kind, value, mod, anchor, rule, why, until)))
    return tuple(timexes)


@lru_cache(maxsize=16384)
def _kind(value: str) -> TimexType:
    """The TIMEX3 type of a value that was counted from an anchor."""
    if value.endswith("_REF"):
        return "DATE"
    return "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE"
