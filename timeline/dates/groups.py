"""What the named groups of a rule caught, read with a language's lexicon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from timeline.dates.language import Language

_TIES = (",", ".", "/")


@dataclass(frozen=True, slots=True)
class Groups:
    """The words that each named group of a rule caught."""

    language: Language
    """the language whose lexicon says what the words stand for"""
    caught: dict[str, tuple[str, ...]]
    """{'month': ('may',), 'day': ('3', 'rd')}; groups that caught nothing are left out

    A rule that names a group twice numbers the second ('month2'); here both are 'month'.
    """

    def __contains__(self, name: str) -> bool:
        """Whether the group of that name caught something."""
        return name in self.caught

    def text(self, name: str) -> str:
        """The words of a group with single spaces; '' where it caught nothing."""
        return " ".join(self.caught.get(name, ()))

    def value(self, name: str, table: str | None = None) -> Any:
        """What the first word of a group that the lexicon's table knows stands for; None where it knows none."""
        known = self.language.values[table or name]
        return next((known[word] for word in self.caught.get(name, ()) if word in known), None)

    def number(self, *names: str) -> Fraction | None:
        """The number that the first of these groups that caught something says; None where it says none."""
        for name in names:
            if name in self.caught:
                return number(self.caught[name], self.language)
        return None

    def whole(self, *names: str) -> int:
        """The same as an integer; 0 where there is none, or no whole one."""
        found = self.number(*names)
        return int(found) if found is not None and found.denominator == 1 else 0


def number(words: tuple[str, ...], language: Language) -> Fraction | None:
    """The number that numerals or number words say: '1,500', '2.5', '5 1/2', 'twenty-first', 'two hundred and ten'."""
    if any(word.isdigit() for word in words):
        return _numerals(words, language.classes["decimal"], language.values["fraction"])
    cardinal, ordinal, multiple = language.values["number"], language.values["ordinal"], language.values["multiple"]
    total, part, seen = 0, 0, False
    for word in words:
        amount = multiple[word] if word in multiple else cardinal.get(word, ordinal.get(word))
        if amount is None:
            continue
        seen = True
        if word in multiple:
            part = (part or 1) * amount
        elif amount >= 1000:
            total, part = total + (part or 1) * amount, 0
        else:
            part = _joined(part, amount)
    return Fraction(total + part) if seen else None


def _joined(part: int, amount: int) -> int:
    """A number below a thousand and the word after it: 'two hundred' and 'ten', 'quatre' and 'vingts'."""
    if amount == 100:
        return (part or 1) * amount
    return part + 76 if amount == 20 and part % 100 == 4 else part + amount


def _numerals(words: tuple[str, ...], decimal: frozenset[str], fraction: Mapping[str, float]) -> Fraction | None:
    """'1,500', '2.5', '5 1/2', '2½': what marks tie is one number, and numbers side by side are added.

    `decimal` holds the comma in languages that write '1.500' and '2,5'.
    """
    pieces: list[str] = []
    tied = False
    for word in words:
        if word.isdigit() and tied:
            pieces[-1] += word
        elif word.isdigit():
            pieces.append(word)
        elif word in fraction:
            pieces.append(str(fraction[word]))
        elif word in _TIES and pieces:
            pieces[-1] += word if word == "/" else "." if (word in decimal or (word == "." and not decimal)) else ""
        tied = word in _TIES and bool(pieces)
    try:
        return sum((Fraction(piece.rstrip("./")) for piece in pieces), Fraction(0)) if pieces else None
    except (ValueError, ZeroDivisionError):
        return None
