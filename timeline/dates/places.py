"""Which words of a pattern can follow which: Glushkov's construction, with repeats written out.

A place is a word of a pattern. A set of places is an integer with a bit for each, so that hundreds are joined at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.dates.patterns import class_of, signs


class _Stretch(NamedTuple):
    """A part of a pattern: the places where it can begin and end, and whether it can be empty."""

    first: int
    """0b11, the places where it can begin"""
    last: int
    """0b1000, the places where it can end"""
    empty: bool
    """True for what may be left out"""

    def moved(self, shift: int, *, empty: bool) -> _Stretch:
        """A copy of it so many places later."""
        return _Stretch(self.first << shift, self.last << shift, self.empty or empty)


_NOTHING = _Stretch(0, 0, True)


class Places:
    """The places of one pattern: what stands there, where it begins and ends, and which can follow each."""

    def __init__(self, expanded: str) -> None:
        """Read the signs of an expanded pattern."""
        self._signs = list(reversed(signs(expanded)))
        self.classes: list[str] = []
        self.follow: list[int] = []
        self.first, self.last, _ = self._choice()

    def _choice(self) -> _Stretch:
        told = self._sequence()
        while self._signs and self._signs[-1]["choice"]:
            self._signs.pop()
            other = self._sequence()
            told = _Stretch(told.first | other.first, told.last | other.last, told.empty or other.empty)
        return told

    def _sequence(self) -> _Stretch:
        told = _NOTHING
        while self._signs and not (self._signs[-1]["choice"] or self._signs[-1]["close"]):
            told = self._joined(told, self._atom(self._signs.pop()))
        return told

    def _joined(self, one: _Stretch, other: _Stretch) -> _Stretch:
        for place in bits(one.last):
            self.follow[place] |= other.first
        first = one.first | other.first if one.empty else one.first
        last = one.last | other.last if other.empty else other.last
        return _Stretch(first, last, one.empty and other.empty)

    def _atom(self, sign: re.Match[str]) -> _Stretch:
        begin = len(self.classes)
        if sign["group"] or sign["open"]:
            told = self._choice()
            self._signs.pop()
        else:
            self.classes.append(class_of(sign))
            self.follow.append(0)
            told = _Stretch(1 << begin, 1 << begin, False)
        if self._signs and self._signs[-1]["repeat"]:
            told = self._repeated(told, begin, self._signs.pop()[0])
        return told

    def _repeated(self, told: _Stretch, begin: int, repeat: str) -> _Stretch:
        """As many copies side by side as there may be; those that there need not be may be left out."""
        least, most = (0, 1) if repeat == "?" else (int(repeat[1]), int(repeat[3]))
        classes, follow = self.classes[begin:], self.follow[begin:]
        whole = _NOTHING
        for copy in range(most):
            shift = copy * len(classes)
            if copy:
                self.classes += classes
                self.follow += [places << shift for places in follow]
            whole = self._joined(whole, told.moved(shift, empty=copy >= least))
        return whole


def bits(places: int) -> Iterator[int]:
    """The numbers of the places in a set."""
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest
