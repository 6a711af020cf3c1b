"""With which words a pattern can begin and end: what lets the search pass over most of a text.

The sets are those of Glushkov's automaton: which places of a pattern come first, and which follow which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from timeline.dates.patterns import class_of, signs


class _Stretch(NamedTuple):
    """A part of a pattern: the places where it can begin and end, and whether it can be empty."""

    first: frozenset[int]
    """{0, 1}, the places where it can begin"""
    last: frozenset[int]
    """{3}, the places where it can end"""
    empty: bool
    """True for what may be left out"""


_NOTHING = _Stretch(frozenset(), frozenset(), True)


class _Places:
    """The places of one pattern, and which of them can follow each."""

    def __init__(self, expanded: str) -> None:
        self._signs = list(reversed(signs(expanded)))
        self.classes: list[str] = []
        self.follow: dict[int, set[int]] = defaultdict(set)
        self.whole = self._choice()

    def _choice(self) -> _Stretch:
        branches = [self._sequence()]
        while self._signs and self._signs[-1]["choice"]:
            self._signs.pop()
            branches.append(self._sequence())
        first = frozenset[int]().union(*(branch.first for branch in branches))
        last = frozenset[int]().union(*(branch.last for branch in branches))
        return _Stretch(first, last, any(branch.empty for branch in branches))

    def _sequence(self) -> _Stretch:
        told = _NOTHING
        while self._signs and not (self._signs[-1]["choice"] or self._signs[-1]["close"]):
            told = self._joined(told, self._atom(self._signs.pop()))
        return told

    def _joined(self, one: _Stretch, other: _Stretch) -> _Stretch:
        for place in one.last:
            self.follow[place] |= other.first
        first = one.first | other.first if one.empty else one.first
        last = one.last | other.last if other.empty else other.last
        return _Stretch(first, last, one.empty and other.empty)

    def _atom(self, sign: re.Match[str]) -> _Stretch:
        if sign["group"] or sign["open"]:
            told = self._choice()
            self._signs.pop()
        else:
            here = frozenset([len(self.classes)])
            self.classes.append(class_of(sign))
            told = _Stretch(here, here, False)
        if self._signs and self._signs[-1]["repeat"]:
            told = self._repeated(told, self._signs.pop()[0])
        return told

    def _repeated(self, told: _Stretch, repeat: str) -> _Stretch:
        if repeat != "?":
            for place in told.last:
                self.follow[place] |= told.first
        return told._replace(empty=told.empty or repeat[:2] in ("?", "{0"))


def beginnings(expanded: str, codes_of: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
    """For each code that a match can begin with, the codes that can come second; '' where the one can be all."""
    places = _Places(expanded)
    begun: dict[str, set[str]] = defaultdict(set)
    for place in places.whole.first:
        seconds = {code for after in places.follow[place] for code in codes_of(places.classes[after])}
        if place in places.whole.last:
            seconds.add("")
        for code in codes_of(places.classes[place]):
            begun[code] |= seconds
    return {code: frozenset(seconds) for code, seconds in begun.items()}


def endings(expanded: str, codes_of: Callable[[str], str]) -> frozenset[str]:
    """The codes that a match can end with."""
    places = _Places(expanded)
    return frozenset(code for place in places.whole.last for code in codes_of(places.classes[place]))
