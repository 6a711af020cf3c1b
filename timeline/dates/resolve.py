"""Expressions → Timexes: each meaning counted from its anchor, with the reason in words.

The measured rules: a bare weekday is the most recent one including the day of publication, unless its clause looks
forward; a date without a year is the nearest to publication, by tense; a narrative counts from the date named before.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from timeline import calendar
from timeline.dates import holidays, points, steps
from timeline.dates.context import Answer, Context, Place
from timeline.dates.domain import Domain
from timeline.dates.language import Language
from timeline.dates.meanings import Fixed, Holiday, Moment, Point, Span, Step
from timeline.dates.recognise import Expression
from timeline.dates.refiners import linked
from timeline.dates.tense import direction
from timeline.dates.tokens import Tokens
from timeline.dates.wording import counted_from, spoken
from timeline.model import Anchor, Grain, Timex, TimexType
from timeline.model import Span as Stretch

_MOST_OF_A_YEAR = frozenset({"P6M", "P9M", "P12M", "P1Y"})
_NEAR = 6  # words between a time on the clock and the day that it belongs to


def resolve(
    found: Sequence[Expression], tokens: Tokens, language: Language, anchor: datetime.date | None, domain: Domain
) -> tuple[Timex, ...]:
    """The Timexes of a document, in the order of its text."""
    context = Context.of(anchor, domain)
    answers: list[Answer] = []
    ahead = _written_ahead(found)
    sentence = position = 0
    for index, item in enumerate(found):
        sentence += _sentence_ends(tokens, position, item.first, language)
        position = item.first
        following = next((later for later in found[index + 1 : index + 3] if not isinstance(later.meaning, Moment)), None)
        answer = _answer(item, following, context, sentence, tokens, language, ahead[index])
        context.remember(answer.value, sentence, reported=_is_reported(item))
        answers.append(answer)
    return tuple(_timex(item, answers, index, tokens) for index, item in enumerate(found))


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


def _sentence_ends(tokens: Tokens, first: int, last: int, language: Language) -> int:
    """How many sentences may have ended between two words."""
    return tokens.codes.count(language.codes["."], first, last)


def _answer(
    item: Expression,
    following: Expression | None,
    context: Context,
    sentence: int,
    tokens: Tokens,
    language: Language,
    ahead: str | None = None,
) -> Answer:
    meaning = item.meaning
    if isinstance(meaning, Fixed):
        context.yearly = context.yearly or meaning.value in _MOST_OF_A_YEAR
        return Answer(meaning.value, None, _of_itself(meaning))
    if isinstance(meaning, Span):
        return _span(meaning, context)
    place = Place(sentence, _tense(item, tokens, language), _ended(item, following, context, sentence, tokens, language), ahead)
    if isinstance(meaning, Moment):
        return _moment(meaning, item, following, context, place, tokens, language)
    if isinstance(meaning, Holiday):
        return _holiday(meaning, context, place, language)
    if isinstance(meaning, Point):
        return _at(points.resolve(meaning, context, place), meaning.clock)
    return _at(steps.resolve(meaning, context, place), meaning.clock)


def _ended(
    item: Expression,
    following: Expression | None,
    context: Context,
    sentence: int,
    tokens: Tokens,
    language: Language,
) -> str | None:
    """The day on which the text says that a quarter or year ended."""
    if following is None or not _is_day(following) or not linked(item, following, "ended", tokens, language):
        return None
    return _answer(following, None, context, sentence, tokens, language).value.partition("T")[0]


def _tense(item: Expression, tokens: Tokens, language: Language) -> int:
    meaning = item.meaning
    if isinstance(meaning, Point) and (meaning.year is not None or meaning.toward is not None):
        return 0
    if isinstance(meaning, Step) and meaning.unit != "E":
        return 0
    return direction(tokens, item.first, item.last, language)


def _at(answer: Answer, clock: str) -> Answer:
    return answer._replace(value=answer.value + clock) if clock and answer.value[-1:] != "F" else answer


def _of_itself(meaning: Fixed) -> str:
    if meaning.type == "DURATION":
        return "A length of time, not a point in it."
    if meaning.type == "SET":
        return "A time that comes back."
    return "It names no place in the calendar."


def _span(span: Span, context: Context) -> Answer:
    """The decade or century; one named by its tens alone is the last that has begun by publication."""
    if span.unit == "C" or len(span.digits) > 1:
        value = ("BC" if span.bc else "") + span.digits
        return Answer(value, None, f"Written out: {spoken(value)}.")
    anchor = context.anchor("dct")
    days = calendar.period(anchor.value) if anchor else None
    if anchor is None or days is None:
        return Answer("19" + span.digits, None, "A decade of the 20th century.")
    year = calendar.civil(days.last)[0]
    tens = year // 100 * 10 + int(span.digits)
    value = f"{tens if tens * 10 <= year else tens - 10:03d}"
    return Answer(value, anchor, f"The last decade of that name up to {counted_from(anchor)}.")


def _moment(
    moment: Moment,
    item: Expression,
    following: Expression | None,
    context: Context,
    place: Place,
    tokens: Tokens,
    language: Language,
) -> Answer:
    """The day of a time on the clock: one that follows at once, else the one of the sentence, else publication."""
    if following and _is_day(following) and following.first - item.last <= _NEAR:
        day = _answer(following, None, context, place.sentence, tokens, language).value.partition("T")[0]
        return Answer(day + moment.clock, Anchor(day, "mention"), f"A time of {spoken(day)}, the day named beside it.")
    if context.day and (place.sentence - context.day_in <= 1 or context.domain == "narrative"):
        anchor = Anchor(context.day, "mention")
        return Answer(context.day + moment.clock, anchor, f"A time of {counted_from(anchor)}.")
    published = context.published
    if published is None or context.domain == "narrative":
        return Answer("XXXX-XX-XX" + moment.clock, None, "The text does not say of which day.")
    return Answer(published.value + moment.clock, published, f"A time of the day of {counted_from(published)}.")


def _is_day(item: Expression) -> bool:
    meaning = item.meaning
    if isinstance(meaning, Point):
        return bool(meaning.day or meaning.weekday)
    return isinstance(meaning, Step) and meaning.unit == "D"


def _holiday(holiday: Holiday, context: Context, place: Place, language: Language) -> Answer:
    row = language.values["holiday"][holiday.name]
    grain = Grain.WEEK if holiday.week else Grain.DAY
    if holiday.year is not None:
        value = calendar.value_of(holidays.day_of(row, holiday.year), grain)
        return Answer(value, None, "The feast's day in the year that is written out.")
    anchor = context.anchor("dct")
    days = calendar.period(anchor.value) if anchor else None
    if anchor is None or days is None:
        return Answer("XXXX-XX-XX", None, "There is no date to count it from.")
    year = calendar.civil(days.first)[0]
    if holiday.years is not None:
        value = calendar.value_of(holidays.day_of(row, year + holiday.years), grain)
        return Answer(value, anchor, f"The feast's day, its year counted from {counted_from(anchor)}.")
    choices = [holidays.day_of(row, year + shift) for shift in (-1, 0, 1)]
    day = points.chosen(choices, days, holiday.toward, place.tense)
    return Answer(calendar.value_of(day, grain), anchor, f"The feast's day nearest to {counted_from(anchor)}.")


def _timex(item: Expression, answers: Sequence[Answer], index: int, tokens: Tokens) -> Timex:
    answer, meaning = answers[index], item.meaning
    kind: TimexType = meaning.type if isinstance(meaning, Fixed) else "TIME" if "T" in answer.value else "DATE"
    if kind == "TIME" and answer.value.endswith("_REF"):
        kind = "DATE"
    start, end = tokens.starts[item.first], tokens.end(item.last - 1)
    until = answers[index + 1].value if item.opens else None
    text = tokens.text[start:end]
    return Timex(Stretch(start, end), text, kind, answer.value, item.mod, answer.anchor, item.rule, answer.why, until)
