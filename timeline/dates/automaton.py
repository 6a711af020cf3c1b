"""Which rules fit at a word: all patterns of a language read side by side, word by word, in one go.

The states are worked out as texts come to them and kept, so that a word costs one look-up. What has no future is left
at once: after "the" and a word that no rule goes on with, nothing more is tried. As the repeats of patterns are
bounded, so is each reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from timeline.dates.places import Places, bits

_MOST_STATES = 1 << 14  # kept at a time; news and histories together come to a fifth of them


class State(dict[str, "State"]):
    """Where the reading has come: the code of the next word → the state after it."""

    __slots__ = ("_automaton", "following", "rules")

    def __init__(self, automaton: Automaton, following: int, rules: tuple[int, ...]) -> None:
        """The state from which those places can follow, and until which those rules have fitted."""
        self._automaton = automaton
        self.following = following
        self.rules = rules

    def __missing__(self, code: str) -> State:
        """Work out the state after a word of that code."""
        after = self[code] = self._automaton.after(self, code)
        return after


class Automaton:
    """The patterns of all rules side by side. It accepts what their regular expressions match, and tells which do."""

    def __init__(self, patterns: Sequence[Places], codes_of: Callable[[str], str]) -> None:
        """Number the places of all patterns in one row."""
        self._follow: list[tuple[int, int]] = []
        self._rule: list[int] = []
        self._last = 0
        first = 0
        of_class: dict[str, int] = defaultdict(int)
        for number, pattern in enumerate(patterns):
            begin = len(self._rule)
            first |= pattern.first << begin
            self._last |= pattern.last << begin
            self._follow += [(places, begin) for places in pattern.follow]
            self._rule += [number] * len(pattern.classes)
            for place, name in enumerate(pattern.classes, start=begin):
                of_class[name] |= 1 << place
        self._places: dict[str, int] = defaultdict(int)
        for name, places in of_class.items():
            for code in codes_of(name):
                self._places[code] |= places
        self.start = State(self, first, ())
        self._states: dict[tuple[int, tuple[int, ...]], State] = {}

    def begins(self) -> frozenset[str]:
        """The codes of the words with which a rule can begin."""
        return frozenset(code for code, places in self._places.items() if places & self.start.following)

    def after(self, state: State, code: str) -> State:
        """The state after one more word; the text's end, '', is one that nothing goes on with."""
        places = state.following & self._places.get(code, 0)
        following = 0
        for place in bits(places):
            after, begin = self._follow[place]
            following |= after << begin
        fitting = {*state.rules, *(self._rule[place] for place in bits(places & self._last))}
        return self._state(following, tuple(sorted(fitting)))

    def _state(self, following: int, rules: tuple[int, ...]) -> State:
        found = self._states.get((following, rules))
        if found is None:
            if len(self._states) >= _MOST_STATES:
                self._states.clear()
                self.start.clear()
            found = self._states[following, rules] = State(self, following, rules)
        return found
