"""What is said once for several expressions: 'May 3 and 4', 'October and November 1919', '12 and 18 months'."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from timeline.dates.conditions import edges
from timeline.dates.groups import number
from timeline.dates.language import Language
from timeline.dates.links import linked, occur
from timeline.dates.meanings import Decades, Fixed, Meaning, Moment, Point
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

_Before = Callable[[Expression, int, Tokens, Language], list[Expression]]
_After = Callable[[Expression, Tokens, Language], list[Expression]]

_COUNTED = re.compile(r"(?P<head>PT?)(?P<count>\d{1,9})(?P<unit>[A-Z])")
_SET = "XXXX-WXX-"
"""What the value of a weekday that comes back begins with"""
_LONGEST = 4  # words before an expression that can share its head


def share_heads(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'May 3 and 4', '10 to 20 February', 'October and November 1919', '1995-96': what is said once holds for both."""
    refined: list[Expression] = []
    floor, codes, ties = 0, tokens.codes, language.ties
    for item in found:
        if item.first < floor:  # the year that belongs to a day before it
            continue
        if item.first > floor and codes[item.first - 1] in ties:
            for shared in _SHARED_BEFORE.get(type(item.meaning), ()):
                refined += shared(item, floor, tokens, language)
        refined.append(item)
        if codes[item.last : item.last + 1] in ties:
            for shared_after in _SHARED_AFTER.get(type(item.meaning), ()):
                refined += shared_after(item, tokens, language)
        floor = refined[-1].last
    return _sets_shared(_years_shared(refined, tokens, language), tokens, language)


def _before(item: Expression, link: str, floor: int, tokens: Tokens, language: Language) -> tuple[int, int] | None:
    """The words right before an expression that the link of that name matches; None where they are others."""
    length = _tied(language, link, tokens.codes[max(floor, item.first - _LONGEST) : item.first])
    return (item.first - length, item.first) if length else None


@lru_cache(maxsize=4096)
def _tied(language: Language, link: str, codes: str) -> int:
    """How many of the last words, two or more, are such a link; 0 where none are."""
    pattern = language.linked(link)
    return next((len(codes) - first for first in range(len(codes) - 1) if pattern.fullmatch(codes, first)), 0)


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
    ordinal = tokens.words[found[0] + 1] in language.classes["nth"]
    first = found[0] - (ordinal and found[0] > floor and tokens.words[found[0] - 1] in language.classes["definite"])
    last = found[0] + 1 + ordinal
    one = Expression(first, last, item.rule, meaning._replace(day=day, weekday=0))
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
    if _has_half(item, tokens, language):
        if tokens.words[item.first - 1] in language.classes["joins"] and not _opens_between(found[0], tokens, language):
            return []
        if hour < 12 and hour + 12 <= int(item.meaning.clock[1:3]):
            hour += 12
    last = found[0] + 1 if len(told) == 1 else found[0] + 3
    return [Expression(found[0], last, item.rule, item.meaning._replace(clock=f"T{hour:02d}:{minute:02d}"))]


def _has_half(item: Expression, tokens: Tokens, language: Language) -> bool:
    """Whether a time on the clock says which half of the day it means: '10 p.m.'."""
    return any(word in language.values["dayhalf"] for word in tokens.words[item.first : item.last])


def _opens_between(index: int, tokens: Tokens, language: Language) -> bool:
    return tokens.word(index - 1) in language.classes["between"]


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


def _lengths_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '12' of '12 and 18 months', the '6' and '12' of '6, 12 and 18 months'."""
    found: list[Expression] = []
    one = _length_before(item, "count before", floor, tokens, language)
    while one:
        found.append(one)
        one = _length_before(one, "count listed", floor, tokens, language)
    return found[::-1]


def _length_before(item: Expression, link: str, floor: int, tokens: Tokens, language: Language) -> Expression | None:
    meaning = item.meaning
    if not isinstance(meaning, Fixed) or meaning.type != "DURATION" or not _COUNTED.fullmatch(meaning.value):
        return None
    found = _before(item, link, floor, tokens, language)
    counted = number(tuple(tokens.words[found[0] : item.first - 1]), language) if found else None
    if not found or counted is None or counted.denominator != 1:
        return None
    value = _COUNTED.sub(lambda match: f"{match['head']}{counted}{match['unit']}", meaning.value)
    return Expression(found[0], item.first - 1, item.rule, Fixed("DURATION", value))


_SHARED_BEFORE: Mapping[type[Meaning], tuple[_Before, ...]] = {
    Point: (_days_before, _ancient_before, _quarter_before),
    Moment: (_hour_before,),
    Decades: (_century_before,),
    Fixed: (_lengths_before,),
}


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
    last, year = _own_year(index + 1, tokens)
    after = tokens.words[match.end()] if match.end() < len(tokens.words) else ""
    if (
        number <= meaning.day
        or edges(tokens, index, match.end(), language)
        or after in language.classes["after day"]
        or after in language.values["month"]
    ):
        return []
    return [Expression(index, last, item.rule, meaning._replace(day=number, weekday=0, year=year))]


def _own_year(last: int, tokens: Tokens) -> tuple[int, int | None]:
    """Where a day ends that a year follows, '4, 2010', and that year; the place itself and None for one without."""
    comma = tokens.word(last) == ","
    word = tokens.word(last + comma)
    if len(word) == 4 and word.isdigit() and not word.startswith("0"):
        return last + comma + 1, int(word)
    return last, None


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


_SHARED_AFTER: Mapping[type[Meaning], tuple[_After, ...]] = {
    Point: (_days_after, _year_after),
    Decades: (_century_after,),
}


def _sets_shared(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """Weekdays side by side of which one comes back: 'every Monday and Friday', 'on Monday and Tuesday nights'."""
    refined = list(found)
    for index in range(len(refined) - 1 if occur(found, Fixed) else 0):
        one, other = refined[index], refined[index + 1]
        if not (_comes_back(one) or _comes_back(other)) or not linked(one, other, "list", tokens, language):
            continue
        if _comes_back(one) and (day := _bare_weekday(other)):
            refined[index + 1] = other._replace(meaning=_on(day, one.meaning))
        named = tokens.words[other.first] in language.values["weekday"]
        if named and _comes_back(other) and (day := _bare_weekday(one)):
            refined[index] = one._replace(meaning=_on(day, other.meaning))
    return refined


def _comes_back(item: Expression) -> bool:
    return isinstance(item.meaning, Fixed) and item.meaning.value.startswith(_SET)


def _bare_weekday(item: Expression) -> int:
    """The weekday of an expression that says nothing else; 0 for any other."""
    meaning = item.meaning
    return meaning.weekday if isinstance(meaning, Point) and meaning == Point(weekday=meaning.weekday) else 0


def _on(weekday: int, meaning: Meaning) -> Meaning:
    assert isinstance(meaning, Fixed)
    return meaning._replace(value=f"{_SET}{weekday}{meaning.value[len(_SET) + 1 :]}")


def _years_shared(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """The year of the last of a list given to those before it: 'October and November 1919'."""
    refined = list(found)
    for index in range(len(refined) - 2, -1, -1):
        one, other = refined[index], refined[index + 1]
        if _lacks_year(one.meaning, other.meaning) and linked(one, other, "and", tokens, language):
            refined[index] = one._replace(meaning=_with_year(one.meaning, other.meaning))
    return refined


def _lacks_year(one: Meaning, other: Meaning) -> bool:
    if not isinstance(other, Point) or (other.year is None and other.years is None) or not isinstance(one, Point):
        return False
    if one.year is not None or one.years is not None or one.toward is not None or (one.weekday and not one.day):
        return False
    return bool(other.month or other.season or other.quarter) and bool(one.month or one.season or one.quarter)


def _with_year(one: Meaning, other: Meaning) -> Meaning:
    assert isinstance(one, Point) and isinstance(other, Point)
    return one._replace(year=other.year, years=other.years, base=other.base)
