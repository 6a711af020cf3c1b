"""Which happenings a sentence without a date repeats."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from timeline import calendar
from timeline.events.clusters import Cluster
from timeline.events.index import RARE, Days
from timeline.events.similarity import Weights, cosine_of_terms, weight_shared
from timeline.events.tellings import Telling
from timeline.events.vectors import leading

# Set on the development stories; docs/events.md says what each of them does.
REPEATED_WORDS = 0.6
TWO = 2
SEVERAL = 3
REPEATED_NAMES = 1.9
REPEATED_AT_LEAST = 0.15
REPEATED_TOGETHER = 1.4
WORTH = 2.3  # what likeness of the words is worth beside the weight of names
REPEATED_WITHIN = 4  # days before publication in which an undated sentence may have happened
NEWS_WITHIN = 2  # the same for the heading and the first sentence, which tell the news
RECALLED_WITHIN = 60  # the same for one that repeats a telling in nearly its words
ROUNDING = 1e-9


class Repeated:
    """The happenings that sentences without a date may repeat, each with what every question about it needs."""

    def __init__(self, clusters: Sequence[Cluster], weights: Weights) -> None:
        """Some clusters, by the weights of their words."""
        self._weights = weights
        self._clusters = clusters
        self._days = [cluster.days for cluster in clusters]
        self._documents = [cluster.documents for cluster in clusters]
        self._supporting = [cluster.supporting for cluster in clusters]
        lengths = ([weights.lengths[member.terms] for member in own] for own in self._supporting)
        self._shortest = [min((length for length in own if length), default=0.0) for own in lengths]
        self._exact, self._coarse = Days(weights), Days(weights)
        for place, (days, members) in enumerate(zip(self._days, self._supporting, strict=True)):
            (self._exact if days.length == 1 else self._coarse).add(place, days.first, members)

    def by(self, telling: Telling, day: calendar.Day) -> dict[int, Cluster]:
        """Those up to a day of publication that a sentence repeats, none of its own document, each at its place.

        Of the days further back only those are looked at that can be told in nearly the same words.
        """
        recent = day - (NEWS_WITHIN if telling.place <= 1 else REPEATED_WITHIN)
        found = {}
        for place in sorted(set(self._candidates(telling, recent, day))):
            last = self._days[place].last
            if last > day or telling.mention.document in self._documents[place]:
                continue
            if any(_repeats(telling, one, self._weights, near=last >= recent) for one in self._supporting[place]):
                found[place] = self._clusters[place]
        return found

    def _candidates(self, telling: Telling, recent: calendar.Day, day: calendar.Day) -> Iterator[int]:
        """The places of what the sentence may repeat, by the names and words that they have in common."""
        sought, far = _sought(telling, self._weights), day - RECALLED_WITHIN
        told = _telling_keys(sought)
        yield from self._within_reach(sought, told, self._exact, (recent, day))
        yield from self._within_reach(sought, told, self._coarse, (far, day))
        if len(telling.terms) >= SEVERAL:
            same_words = leading(telling.terms, self._weights.terms, REPEATED_WORDS)
            yield from self._within_reach(sought, same_words, self._exact, (far, recent - 1))

    def _within_reach(
        self, sought: _Sought, keys: Sequence[str], index: Days, days: tuple[calendar.Day, calendar.Day]
    ) -> Iterator[int]:
        """The places that have some of the keys, if they are alike enough were all else of the sentence in them too."""
        asked = {key for key in keys if sought.weights[key] >= RARE}
        by_name = index.having({key: sought.weights[key] for key in asked & sought.names}, *days)
        by_term = index.having({key: sought.weights[key] ** 2 for key in asked - sought.names}, *days)
        left = sought.weights.keys() - asked
        names_left = sum(sought.weights[key] for key in left & sought.names)
        terms_left = sum(sought.weights[key] ** 2 for key in left - sought.names)
        for place in by_name.keys() | by_term.keys():
            length = sought.length * self._shortest[place]
            likeness = (by_term.get(place, 0.0) + terms_left) / length if length else 0.0
            if _is_enough(by_name.get(place, 0.0) + names_left + ROUNDING, likeness + ROUNDING):
                yield place


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a sentence has that others may have in common with it."""

    weights: Mapping[str, float]
    """'@viktor orban' → 0.6, 'polic' → 0.9: its names and stems, as keys of an index"""
    names: Set[str]
    """{'@viktor orban'}, the names among them"""
    length: float
    """of the vector of its stems"""


def _sought(telling: Telling, weights: Weights) -> _Sought:
    names = {f"@{name}": weights.names.get(name, 0.0) for name in telling.names | telling.implied}
    terms = {term: weights.terms.get(term, 0.0) for term in telling.terms}
    return _Sought(names | terms, names.keys(), weights.lengths[telling.terms])


def _telling_keys(sought: _Sought) -> list[str]:
    """The keys without one of which in common a sentence repeats nothing.

    The commonest are left out: as many as say too little even where another telling has all of them.
    """
    ranked = sorted(sought.weights, key=lambda key: (sought.weights[key], key))
    shared = square = 0.0
    for place, key in enumerate(ranked):
        if key in sought.names:
            shared += sought.weights[key]
        else:
            square += sought.weights[key] ** 2
        if _is_enough(shared, math.sqrt(square) / (sought.length or 1.0)):
            return ranked[place:]
    return []


def _is_enough(shared: float, likeness: float) -> bool:
    """Whether so much weight of names in common and so much likeness of the words may make a repetition."""
    together = shared + WORTH * likeness
    return shared >= REPEATED_NAMES or together >= REPEATED_TOGETHER or likeness >= REPEATED_WORDS


def _repeats(telling: Telling, member: Telling, weights: Weights, *, near: bool) -> bool:
    """Whether a sentence without a date tells the same: rare names in common, or some names and much content.

    `near`: it was published in the days after; what lies further back must be told in nearly the same words.
    """
    words = len(telling.terms & member.terms)
    if not near or not telling.names or not member.names:
        return words >= SEVERAL and cosine_of_terms(telling, member, weights) >= REPEATED_WORDS
    shared = weight_shared(telling, member, weights)
    if shared >= REPEATED_NAMES:
        return True
    if not words or words + len(telling.names & member.names) < TWO:
        return False
    likeness = cosine_of_terms(telling, member, weights)
    return likeness >= REPEATED_AT_LEAST and shared + WORTH * likeness >= REPEATED_TOGETHER
