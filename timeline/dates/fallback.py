"""Absolute dates in a language that has no folder of data: dateparser's names of months, our own search and offsets.

Only dates with a year of four digits are taken: around each, a month and a day are looked for. What dateparser makes of
a whole phrase is not asked: it reads '3.5.2012' month first in one language and day first in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dateparser.languages.loader import default_loader

from timeline import calendar
from timeline.languages import load
from timeline.model import Span, Timex

_YEAR = re.compile(r"\d{4}")
_PIECE = re.compile(r"\d{1,4}|[^\s\d.,;:!?()\[\]<>/\"'’-]{1,20}|\S")
_BEFORE, _AFTER = 40, 36  # characters around a year in which the rest of its date stands
_SMALL = 4  # letters of a word that may stand between the parts of a date: 'de', 'm', 'gada'
_MARKS = (".", ",")
_EAST = (("年", "년"), ("月", "월"), ("日", "일"))
_LONGEST_ENDING = 5  # letters of a case: 'januárjában'
_SURE = 4  # letters of a name that tell a month with any ending
_ALONE = 5  # the same where no day stands beside it
_BUDDHIST = 543  # years that the Thai calendar is ahead
_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""dateparser's own keys of the months"""

Pieces = Sequence[re.Match[str]]


class _Found(NamedTuple):
    """A month, and mostly a day, beside a year."""

    month: int
    """5"""
    day: int
    """3; 0 where none is named"""
    span: Span
    """where month and day stand, and all between them and the year"""


def tag(text: str, language: str) -> tuple[Timex, ...]:
    """The dates of a text that are written out with their year; none in a language that dateparser does not know."""
    found: list[Timex] = []
    position = 0
    for year in _YEAR.finditer(text):
        if (
            year.start() < position
            or text[year.start() - 1 : year.start()].isdigit()
            or text[year.end() : year.end() + 1].isdigit()
        ):
            continue
        before = [*_PIECE.finditer(text, max(position, year.start() - _BEFORE), year.start())]
        after = [*_PIECE.finditer(text, year.end(), year.end() + _AFTER)]
        beside = _left(before, language) or _right(after, language)
        value = _value(int(year[0]), beside, language) if beside else None
        if beside and value:
            span = Span(min(beside.span.start, year.start()), max(beside.span.end, year.end()))
            found.append(_timex(text, span, value))
            position = span.end
    return tuple(found)


def _timex(text: str, span: Span, value: str) -> Timex:
    why = "The date is written out, and read with the names of months of its language."
    return Timex(span, text[span.start : span.end], "DATE", value, None, None, "written out", why)


def _value(year: int, beside: _Found, language: str) -> str | None:
    """'1998-05-03' or '1998-05'; None where the calendar has no such day."""
    year -= _BUDDHIST if language == "th" and year > 2200 else 0
    value = f"{year:04d}-{beside.month:02d}" + (f"-{beside.day:02d}" if beside.day else "")
    return value if 1000 <= year < 2200 and calendar.period(value) else None


def _left(pieces: Pieces, language: str) -> _Found | None:
    """'3.5.' or '3 maja' before the year."""
    words = [piece[0] for piece in pieces]
    if [word.isdigit() for word in words[-4:]] == [True, False, True, False] and words[-3] == words[-1] == ".":
        return _found(int(words[-2]), int(words[-4]), pieces[-4:])
    last = _skipped(words, len(words) - 1, -1, language)
    for first in (last - 1, last):  # 'tháng 5' has two words
        named = _month(" ".join(words[max(first, 0) : last + 1]), language)
        day = _skipped(words, first - 1, -1, language)
        if named and day >= 0 and words[day].isdigit() and len(words[day]) <= 2:
            return _found(named, int(words[day]), pieces[day:])
        if sure := named and _month(" ".join(words[max(first, 0) : last + 1]), language, alone=True):
            return _found(sure, 0, pieces[first:])
    return None


def _right(pieces: Pieces, language: str) -> _Found | None:
    """'-05-03', '年5月3日', 'május 3', '3. maijā' after the year."""
    words = [piece[0] for piece in pieces]
    if [word.isdigit() for word in words[:4]] == [False, True, False, True] and words[0] == words[2] == "-":
        return _found(int(words[1]), int(words[3]), pieces[:4])
    if len(words) > 4 and all(word.startswith(marks) for word, marks in zip(words[:5:2], _EAST, strict=True)):
        return _east(pieces)
    first = _skipped(words, 0, 1, language)
    second = _skipped(words, first + 1, 1, language)
    one, other = ((words[index] if index < len(words) else "") for index in (first, second))
    for name, day in ((one, other), (other, one)):
        if (month := _month(name, language)) and day.isdigit() and len(day) <= 2:
            return _found(month, int(day), pieces[: second + 1])
    alone = _month(one, language, alone=True) if first == 0 else 0
    return _found(alone, 0, pieces[:1]) if alone else None


def _east(pieces: Pieces) -> _Found | None:
    month, day = pieces[1][0], pieces[3][0]
    if not (month.isdigit() and day.isdigit()):
        return None
    return _Found(int(month), int(day), Span(pieces[0].start(), pieces[4].start() + 1))


def _found(month: int, day: int, pieces: Pieces) -> _Found:
    return _Found(month, day, Span(pieces[0].start(), pieces[-1].end()))


def _skipped(words: Sequence[str], index: int, step: int, language: str) -> int:
    """The index of the next part of a date: past marks, and past one small word that names no month."""
    small = 1
    while 0 <= index < len(words):
        word = words[index]
        if word not in _MARKS:
            if not (small and word.isalpha() and len(word) <= _SMALL and not _month(word, language)):
                break
            small -= 1
        index += step
    return index


def _month(word: str, language: str, *, alone: bool = False) -> int:
    """The month that a word names, in the case that its sentence asks for; 0 for another word."""
    word = word.casefold()
    names, sure = _months(language)
    if word in names or not word:
        return names.get(word, 0)
    least = max(1, len(word) - _LONGEST_ENDING)
    stem = next((word[:length] for length in range(len(word) - 1, least - 1, -1) if word[:length] in sure), "")
    return names[stem] if stem and len(stem) >= (_ALONE if alone else 1) else 0


@cache
def _months(language: str) -> tuple[Mapping[str, int], frozenset[str]]:
    """The names of months, casefolded, and those of them that tell a month with any ending: no short forms."""
    try:
        info = default_loader.get_locale(load("_all", "recognition")["aliases"].get(language, language)).info
    except ValueError:
        return {}, frozenset()
    forms = [[name.casefold() for name in info[month] if len(name) > 1] for month in _ENGLISH]
    names = {name: number for number, row in enumerate(forms, 1) for name in row}
    return names, frozenset(name for row in forms for name in _sure(row))


def _sure(names: Iterable[str]) -> list[str]:
    """The names of one month that are long enough, or its longest."""
    names = list(names)
    longest = max(map(len, names), default=0)
    return [name for name in names if len(name) >= min(_SURE, longest)]
