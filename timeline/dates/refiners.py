"""Lists of expressions → lists of expressions: what only neighbours can tell. Each refiner does one thing."""

from __future__ import annotations

from collections.abc import Callable

from timeline.dates.language import Language
from timeline.dates.meanings import Fixed, Meaning, Moment, Point, Step
from timeline.dates.recognise import Expression
from timeline.dates.tokens import Tokens

Refiner = Callable[[list[Expression], Tokens, Language], list[Expression]]

_LONGEST_MODIFIER = 5  # words
_LONGEST_LINK = 3  # words


def take_modifiers(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'late last month', 'the end of May', 'more than a week': the words before belong to the expression."""
    floor = 0
    refined = []
    for item in found:
        item = _modified(item, tokens, language, floor)
        item = _modified(item, tokens, language, floor)
        refined.append(item)
        floor = item.last
    return refined


def _modified(item: Expression, tokens: Tokens, language: Language, floor: int) -> Expression:
    if item.rule in language.whole:
        return item
    kind = kind_of(item.meaning)
    for first in range(max(floor, item.first - _LONGEST_MODIFIER), item.first):
        match = language.before.fullmatch(tokens.codes, first, item.first)
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
    return "TIME" if isinstance(meaning, Moment) or getattr(meaning, "clock", "") else "DATE"


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
    if not linked(one, other, "clock", tokens, language):
        return None
    if isinstance(one.meaning, Moment) and one.meaning.base is None and _is_day(other.meaning):
        return one._replace(last=other.last, meaning=other.meaning._replace(clock=one.meaning.clock))
    if isinstance(other.meaning, Moment) and other.meaning.base is None and _is_day(one.meaning):
        if other.last - other.first == 1 or other.first - one.last <= 1:
            return one._replace(last=other.last, meaning=one.meaning._replace(clock=other.meaning.clock))
    return None


def _is_day(meaning: Meaning) -> bool:
    """Whether it is a day without a time on the clock."""
    if isinstance(meaning, Point):
        return bool(meaning.day or meaning.weekday) and not meaning.clock
    return isinstance(meaning, Step) and meaning.unit == "D" and not meaning.clock


def linked(one: Expression, other: Expression, link: str, tokens: Tokens, language: Language) -> bool:
    """Whether the words between the two are one of the links of that name."""
    if not 0 <= other.first - one.last <= _LONGEST_LINK:
        return False
    return language.links[link].fullmatch(tokens.codes, one.last, other.first) is not None


def share_heads(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'May 3 and 4', '10 to 20 February', 'October and November 1919', '1995-96': what is said once holds for both."""
    refined: list[Expression] = []
    for item in found:
        floor = refined[-1].last if refined else 0
        refined.extend(_days_before(item, floor, tokens, language) or _ancient_before(item, floor, tokens, language))
        refined.append(item)
        refined.extend(_days_after(item, tokens, language) or _year_after(item, tokens, language))
    return _years_shared(refined, tokens, language)


def _days_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '10' of '10 to 20 February'."""
    meaning = item.meaning
    if not isinstance(meaning, Point) or not meaning.day or not meaning.month:
        return []
    if not tokens.words[item.first].isdigit():
        return []
    match = language.links["days before"].search(tokens.codes, max(floor, item.first - 4), item.first)
    if not match or match.end() != item.first:
        return []
    number = tokens.words[match.start()]
    if not number.isdigit() or int(number) >= meaning.day:
        return []
    return [Expression(match.start(), match.start() + 1, item.rule, meaning._replace(day=int(number), weekday=0))]


def _ancient_before(item: Expression, floor: int, tokens: Tokens, language: Language) -> list[Expression]:
    """The '499' of '499 to 493 BC'."""
    meaning = item.meaning
    if not isinstance(meaning, Point) or meaning.year is None or meaning.year > 0 or meaning.month or meaning.season:
        return []
    match = language.links["ancient before"].search(tokens.codes, max(floor, item.first - 3), item.first)
    if not match or match.end() != item.first or not tokens.words[match.start()].isdigit():
        return []
    earlier = Point(1 - int(tokens.words[match.start()]))
    return [Expression(match.start(), match.start() + 1, item.rule, earlier)]


def _days_after(item: Expression, tokens: Tokens, language: Language) -> list[Expression]:
    """The '4' of 'May 3 and 4'."""
    meaning = item.meaning
    if not isinstance(meaning, Point) or not meaning.day or not meaning.month or meaning.year is not None:
        return []
    if not tokens.words[item.last - 1].isdigit():
        return []
    match = language.links["days after"].match(tokens.codes, item.last)
    if not match:
        return []
    index = next(index for index in range(item.last, match.end()) if tokens.words[index].isdigit())
    number = int(tokens.words[index])
    after = tokens.words[match.end()] if match.end() < len(tokens.words) else ""
    if number <= meaning.day or after in language.classes["after day"] or after in language.values["month"]:
        return []
    return [Expression(index, index + 1, item.rule, meaning._replace(day=number, weekday=0))]


def _year_after(item: Expression, tokens: Tokens, language: Language) -> list[Expression]:
    """The '96' of '1995-96'."""
    meaning, index = item.meaning, item.last + 1
    if not isinstance(meaning, Point) or meaning.year is None or meaning.month or index >= len(tokens.words):
        return []
    short = tokens.words[index]
    if tokens.words[item.last] not in language.classes["dash"] or len(short) != 2 or not short.isdigit():
        return []
    year = meaning.year // 100 * 100 + int(short)
    if len(tokens.words[item.last - 1]) != 4 or year <= meaning.year or tokens.end(index) - tokens.starts[item.last] != 3:
        return []
    return [Expression(index, index + 1, item.rule, meaning._replace(year=year))]


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


def mark_ranges(found: list[Expression], tokens: Tokens, language: Language) -> list[Expression]:
    """'from 3 to 5 May', 'between Monday and Wednesday': the first opens a range that the next one ends."""
    return [
        item._replace(opens=_opens(item, following, tokens, language))
        for item, following in zip(found, [*found[1:], None], strict=False)
    ]


def _opens(item: Expression, following: Expression | None, tokens: Tokens, language: Language) -> bool:
    if following is None or isinstance(item.meaning, Fixed) or isinstance(following.meaning, Fixed):
        return False
    if linked(item, following, "to", tokens, language):
        return True
    before = tokens.words[item.first - 1] if item.first else ""
    return before in language.classes["between"] and linked(item, following, "list", tokens, language)


REFINERS: tuple[Refiner, ...] = (join_clocks, take_modifiers, share_heads, join_clocks, mark_ranges)
"""In the order in which they work"""
