"""What is said once for several expressions: 'May 3 and 4', 'October and November 1919', '12 and 18 months'."""

from __future__ import annotations

import re

from timeline.dates.conditions import edges
from timeline.dates.groups import number
from timeline.dates.language import Language
from timeline.dates.links import linked
from timeline.dates.meanings import Decades, Fixed, Meaning, Moment, Point
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

_COUNTED = re.compile(r"(?P<head>PT?)(?P<count>\d{1,9})(?P<unit>[A-Z])")
_LONGEST = 4  # words before an expression that can share its head


def share_heads(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'May 3 and 4', '10 to 20 February', 'October and November 1919', '1995-96': what is said once holds for both."""
    refined: list[Expression] = []
    for item in found:
        floor = refined[-1].last if refined else 0
        if item.first > floor and tokens.codes[item.first - 1] in language.ties:
            for shared in _SHARED_BEFORE:
                refined.extend(shared(item, floor, tokens, language))
        refined.append(item)
        if tokens.codes[item.last : item.last + 1] in language.ties:
            for shared_after in _SHARED_AFTER:
                refined.extend(shared_after(item, tokens, language))
    return _years_shared(refined, tokens, language)


def _before(item: Expression, link: str, floor: int, tokens: Tokens, language: Language) -> tuple[int, int] | None:
    """The words right before an expression that the link of that name matches; None where they are others."""
    for first in range(max(floor, item.first - _LONGEST), item.first - 1):
        if language.linked(link).fullmatch(tokens.codes, first, item.first):
            return first, item.first
    return None


def _days_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '10' of '10 to 20 February', the '3' and '4' of '3, 4 and 5 May'."""
    meaning = item.meaning
    begin = item.first + (tokens.words[item.first] in language.classes["definite"])
    if not isinstance(meaning, Point) or not meaning.day or not tokens.words[begin].isdigit():
        return []
    found = _before(item, "days before", floor, tokens, language)
    if not found or int(tokens.words[found[0]]) >= meaning.day:
        return []
    day = int(tokens.words[found[0]])
    one = Expression(found[0], found[0] + 1, item.rule, meaning._replace(day=day, weekday=0))
    return [*_days_before(one, floor, tokens, language), one]


def _hour_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '10' of '10 to 15 hours on the clock', as 'von 10 bis 15 Uhr' has it."""
    if not isinstance(item.meaning, Moment) or ":" not in item.meaning.clock:
        return []
    found = _before(item, "hours before", floor, tokens, language)
    if not found:
        return []
    told = [int(word) for word in tokens.words[found[0] : item.first] if word.isdigit()]
    hour, minute = told[0], told[1] if len(told) > 1 else 0
    last = found[0] + 1 if len(told) == 1 else found[0] + 3
    return [Expression(found[0], last, item.rule, item.meaning._replace(clock=f"T{hour:02d}:{minute:02d}"))]


def _ancient_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '499' of '499 to 493 BC'."""
    meaning = item.meaning
    if not isinstance(meaning, Point) or meaning.year is None or meaning.year > 0 or meaning != Point(meaning.year):
        return []
    found = _before(item, "ancient before", floor, tokens, language)
    return [Expression(found[0], found[0] + 1, item.rule, Point(1 - int(tokens.words[found[0]])))] if found else []


def _quarter_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The 'second' of 'the second and third quarters'."""
    meaning = item.meaning
    if not isinstance(meaning, Point) or meaning.quarter <= 0:
        return []
    found = _before(item, "ordinal before", floor, tokens, language)
    ordinal = language.values["ordinal"].get(tokens.words[found[0]], 9) if found else 9
    if not found or ordinal >= meaning.quarter:
        return []
    return [Expression(found[0], found[0] + 1, item.rule, meaning._replace(quarter=ordinal))]


def _century_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '16th' of 'the 16th and 17th centuries'."""
    meaning = item.meaning
    if not isinstance(meaning, Decades) or meaning.unit != "C":
        return []
    found = _before(item, "century before", floor, tokens, language)
    one = _century(tokens.words[found[0]], meaning, language) if found else None
    return [Expression(found[0], found[0] + 1, item.rule, one)] if found and one else []


def _century_after(item: Expression, tokens: Tokens, language: Language) -> list[Expression]:
    """The 'XVII' of 'siglos XVI y XVII'."""
    meaning = item.meaning
    match = language.linked("century after").match(tokens.codes, item.last)
    if not isinstance(meaning, Decades) or meaning.unit != "C" or not match:
        return []
    other = _century(tokens.words[match.end() - 1], meaning, language)
    return [Expression(match.end() - 1, match.end(), item.rule, other)] if other else []


def _century(word: str, like: Decades, language: Language) -> Decades | None:
    """The century of that number, in the era of another."""
    number = language.values["roman"].get(word) or language.values["ordinal"].get(word) or 0
    number = int(word) if word.isdigit() else number
    return like._replace(digits=f"{number - 1:02d}") if 1 <= number <= 30 else None


def _length_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '12' of '12 and 18 months'."""
    meaning = item.meaning
    if not isinstance(meaning, Fixed) or meaning.type != "DURATION" or not _COUNTED.fullmatch(meaning.value):
        return []
    found = _before(item, "count before", floor, tokens, language)
    counted = number(tuple(tokens.words[found[0] : item.first - 1]), language) if found else None
    if not found or counted is None or counted.denominator != 1:
        return []
    value = _COUNTED.sub(lambda match: f"{match['head']}{counted}{match['unit']}", meaning.value)
    return [Expression(found[0], item.first - 1, item.rule, Fixed("DURATION", value))]


_SHARED_BEFORE = (_days_before, _hour_before, _ancient_before, _quarter_before, _century_before, _length_before)


def _days_after(item: Expression, tokens: Tokens, language: Language) -> list[Expression]:
    """The '4' of 'May 3 and 4'."""
    meaning = item.meaning
    if not isinstance(meaning, Point) or not meaning.day or not meaning.month or meaning.year is not None:
        return []
    if not tokens.words[item.last - 1].isdigit():
        return []
    match = language.linked("days after").match(tokens.codes, item.last)
    if not match:
        return []
    index = next(index for index in range(item.last, match.end()) if tokens.words[index].isdigit())
    number = int(tokens.words[index])
    after = tokens.words[match.end()] if match.end() < len(tokens.words) else ""
    if (
        number <= meaning.day
        or edges(tokens, index, match.end(), language)
        or after in language.classes["after day"]
        or after in language.values["month"]
    ):
        return []
    return [Expression(index, index + 1, item.rule, meaning._replace(day=number, weekday=0))]


def _year_after(item: Expression, tokens: Tokens, language: Language) -> list[Expression]:
    """The '96' of '1995-96'."""
    meaning, index = item.meaning, item.last + 1
    if not isinstance(meaning, Point) or meaning != Point(meaning.year) or index >= len(tokens.words):
        return []
    short = tokens.words[index]
    if tokens.words[item.last] not in language.classes["dash"] or len(short) != 2 or not short.isdigit():
        return []
    year = (meaning.year or 0) // 100 * 100 + int(short)
    if (
        len(tokens.words[item.last - 1]) != 4
        or year <= (meaning.year or 0)
        or tokens.end(index) - tokens.starts[item.last] != 3
    ):
        return []
    return [Expression(index, index + 1, item.rule, meaning._replace(year=year))]


_SHARED_AFTER = (_days_after, _year_after, _century_after)


def _years_shared(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """The year of the last of a list given to those before it: 'October and November 1919'."""
    refined = list(found)
    for index in range(len(refined) - 2, -1, -1):
        one, other = refined[index], refined[index + 1]
        if _lacks_year(one.meaning, other.meaning) and linked(one, other, "and", tokens, language):
            refined[index] = one._replace(meaning=_with_year(one.meaning, other.meaning))
    return refined


def _lacks_year(one: Meaning, other: Meaning) -> bool:
    if not isinstance(one, Point) or not isinstance(other, Point):
        return False
    if one.year is not None or one.years is not None or one.toward is not None or (one.weekday and not one.day):
        return False
    known = other.year is not None or other.years is not None
    return known and bool(other.month or other.season or other.quarter) and bool(one.month or one.season or one.quarter)


def _with_year(one: Meaning, other: Meaning) -> Meaning:
    assert isinstance(one, Point) and isinstance(other, Point)
    return one._replace(year=other.year, years=other.years, base=other.base)
