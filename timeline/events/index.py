"""Finds what a telling has words in common with, without looking at the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from timeline import calendar
from timeline.events.similarity import Weights
from timeline.events.tellings import Telling

RARE = 0.25  # weight from which on a word in common is worth a look


def keys(telling: Telling, weights: Weights) -> set[str]:
    """The names and stems of a telling that are rare enough to lead to others; a name is told from a stem."""
    names = {f"@{name}" for name in telling.names | telling.implied if weights.names.get(name, 0.0) >= RARE}
    return names | {term for term in telling.terms if weights.terms.get(term, 0.0) >= RARE}


def pairs(tellings: Sequence[Telling], weights: Weights) -> list[tuple[int, int]]:
    """The places of every two tellings that share a rare word, in order."""
    places: dict[str, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for place, telling in enumerate(tellings):
        for key in keys(telling, weights):
            found.update((other, place) for other in places[key])
            places[key].append(place)
    return sorted(found)


class Days:
    """The tellings of numbered clusters by day and word."""

    def __init__(self, weights: Weights) -> None:
        """An index without entries."""
        self._weights = weights
        self._entries: dict[str, list[tuple[calendar.Day, int]]] = defaultdict(list)
        self._sorted = True

    def add(self, number: int, day: calendar.Day, tellings: Iterable[Telling]) -> None:
        """Enter the tellings of a cluster under its number and day."""
        for key in {key for telling in tellings for key in keys(telling, self._weights)}:
            self._entries[key].append((day, number))
        self._sorted = False

    def near(self, telling: Telling, first: calendar.Day, last: calendar.Day) -> Set[int]:
        """The numbers of the clusters of these days that share rare words with a telling."""
        return self.having(dict.fromkeys(keys(telling, self._weights), 1.0), first, last).keys()

    def having(self, wanted: Mapping[str, float], first: calendar.Day, last: calendar.Day) -> dict[int, float]:
        """The numbers of the clusters of these days that have some of the keys, with what those that they have sum to.

        `wanted`: key → its figure.
        """
        if not self._sorted:
            for entries in self._entries.values():
                entries.sort()
            self._sorted = True
        found: dict[int, float] = {}
        for key, figure in wanted.items():
            entries = self._entries.get(key, [])
            start, end = bisect_left(entries, (first, -1)), bisect_left(entries, (last + 1, -1))
            for _, number in entries[start:end]:
                found[number] = found.get(number, 0.0) + figure
        return found
