"""Expressions → Timexes: each meaning counted from its anchor, with the reason in words.

The measured rules: a bare weekday is the most recent one including the day of publication, unless its clause looks
forward; a date without a year is the nearest to publication, by tense; a narrative counts from the dates around it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.dates import holidays, points, steps
from timeline.dates.context import Answer, Context, Place
from timeline.dates.domain import Domain
from timeline.dates.language import Language
from timeline.dates.links import linked
from timeline.dates.meanings import Decades, Fixed, Holiday, Moment, Point, Step, is_day
from timeline.dates.recognise import Expression
from timeline.dates.tense import direction
from timeline.dates.tokens import Tokens
from timeline.dates.wording import counted_from, spoken
from timeline.model import Anchor, Span, Timex, TimexType

_MOST_OF_A_YEAR = frozenset({"P6M", "P9M", "P12M", "P1Y"})
_BESIDE = 3  # words between a day and a time that belongs to it, as 'am Freitag um 9 Uhr' has them
_NEAR = 6  # words between a time on the clock and the day that it belongs to
_OF_ITSELF = {
    "DURATION": "A length of time, not a point in it.",
    "SET": "A time that comes back.",
    "DATE": "It names no place in the calendar.",
    "TIME": "It names no place in the calendar.",
}


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


def resolve(
    found: Sequence[Expression], tokens: Tokens, language: Language, anchor: datetime.date | None, domain: Domain
) -> tuple[Timex, ...]:
    """The Timexes of a document, in the order of its text."""
    work = _Work(tokens, language, found, _written_ahead(found), Context.of(anchor, domain))
    stop, codes = language.codes["."], tokens.codes
    answers: list[Answer] = []
    sentence = position = 0
    for index, item in enumerate(found):
        sentence += codes.count(stop, position, item.first)
        position = item.last  # a stop inside an expression, '3. Mai', ends no sentence
        answer = _inside(_answer(work, index, sentence))
        work.context.remember(answer.value, sentence, reported=_is_reported(item))
        answers.append(answer)
    return tuple([_timex(item, answers, index, tokens) for index, item in enumerate(found)])


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


def _is_reported(item: Expression) -> bool:
    """Whether it names a quarter of the present report: one without a year, and not the one a year before."""
    meaning = item.meaning
    return isinstance(meaning, Point) and meaning.year is None and meaning.years is None


def _answer(work: _Work, index: int, sentence: int) -> Answer:
    meaning, context = work.found[index].meaning, work.context
    if isinstance(meaning, Fixed):
        context.yearly = context.yearly or meaning.value in _MOST_OF_A_YEAR
        return Answer(meaning.value, None, _OF_ITSELF[meaning.type])
    if isinstance(meaning, Decades):
        return points.decades(meaning, context)
    place = _place(work, index, sentence)
    if isinstance(meaning, Moment):
        return _moment(meaning, work, index, place)
    if isinstance(meaning, Holiday):
        return holidays.resolve(meaning, work.language.values["holiday"][meaning.name], context, place)
    if isinstance(meaning, Point):
        answer = points.resolve(meaning, context, place)
    else:
        answer = steps.resolve(meaning, context, place)
    return answer if not meaning.clock or answer.value.endswith("_REF") else answer.at(meaning.clock)


def _inside(answer: Answer) -> Answer:
    """The answer, unless its value lies beyond the years that TIMEX3 can write."""
    value = answer.value
    if "X" in value or value[0] == "P" or value.endswith("_REF") or calendar.period(value):
        return answer
    return Answer("XXXX", None, "It lies beyond the years of the calendar.")


def _place(work: _Work, index: int, sentence: int) -> Place:
    item, tense = work.found[index], 0
    meaning = item.meaning
    open_point = isinstance(meaning, Point | Holiday) and meaning.year is None and meaning.toward is None
    if open_point or (isinstance(meaning, Step) and meaning.unit == "E"):
        tense = direction(work.tokens, item.first, item.last, work.language)
    return Place(sentence, tense, _ended(work, index, sentence), work.ahead[index])


def _ended(work: _Work, index: int, sentence: int) -> str | None:
    """The day on which the text says that a quarter or a year ended."""
    if index + 1 >= len(work.found):
        return None
    item, following = work.found[index], work.found[index + 1]
    if work.tokens.codes[item.last] not in work.language.ties or not is_day(following.meaning):
        return None
    if not linked(item, following, "ended", work.tokens, work.language):
        return None
    value = _answer(work, index + 1, sentence).value.partition("T")[0]
    return value if calendar.period(value) else None


def _moment(moment: Moment, work: _Work, index: int, place: Place) -> Answer:
    """The day of a time on the clock: one that follows at once, else the last one named, else publication."""
    context, item = work.context, work.found[index]
    for later in range(index + 1, min(index + 3, len(work.found))):
        following = work.found[later]
        between = work.tokens.words[item.last : following.first]
        if len(between) > _NEAR or "." in between or _is_nearer_before(work, index, len(between)):
            break
        if is_day(following.meaning):
            day = _answer(work, later, place.sentence).value.partition("T")[0]
            why = f"A time of {spoken(day)}, the day named beside it."
            return Answer(day, Anchor(day, "mention"), why).at(moment.clock)
    if context.day and (place.sentence - context.day_in <= 1 or context.domain == "narrative"):
        anchor = Anchor(context.day, "mention")
        return Answer(anchor.value, anchor, f"A time of {counted_from(anchor)}.").at(moment.clock)
    published = context.published
    if published is None or context.domain == "narrative":
        return Answer("XXXX-XX-XX", None, "The text does not say of which day.").at(moment.clock)
    return Answer(published.value, published, f"A time of the day of {counted_from(published)}.").at(moment.clock)


def _is_nearer_before(work: _Work, index: int, distance: int) -> bool:
    """Whether a day is named right before a time, nearer than so many words."""
    one, item = work.found[index - 1], work.found[index]
    return index > 0 and is_day(one.meaning) and item.first - one.last < min(distance, _BESIDE)


def _timex(item: Expression, answers: Sequence[Answer], index: int, tokens: Tokens) -> Timex:
    answer, meaning = answers[index], item.meaning
    kind = meaning.type if isinstance(meaning, Fixed) else _kind(answer.value)
    start, end = tokens.starts[item.first], tokens.end(item.last - 1)
    until = answers[index + 1].value if item.opens else None
    text = tokens.text[start:end]
    return Timex(Span(start, end), text, kind, answer.value, item.mod, answer.anchor, item.rule, answer.why, until)


def _kind(value: str) -> TimexType:
    """The TIMEX3 type of a value that was counted from an anchor."""
    if value.endswith("_REF"):
        return "DATE"
    return "DURATION" if value.startswith("P") else "TIME" if "T" in value else "DATE"
