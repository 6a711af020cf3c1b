"""Which sentences tell a day best."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.digest.passages import Passage
from timeline.digest.topic import LEAD, Topic, Vector, dot, normalised, unit

# How surely a sentence tells a day: one that names it first, one that names it further on, one that opens an article
# of the day, one that opens an article of the day after.
FIRST, FURTHER, LEAD_TODAY, LEAD_TOMORROW = 1.0, 0.5, 0.7, 0.6
SHORTEST, LONGEST = 10, 60  # words
BEST_LENGTH = 28  # words: one that tells who, what and where
LENGTH_MATTERS = 0.2
PERSONAL = 0.3  # what is left of a sentence in which somebody speaks of himself
ENTRY = 2.0  # what an entry of a chronicle gains
REDUNDANT = 0.5  # likeness from which on a sentence says the same as one already chosen
DIVERSITY = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may tell a day."""

    number: int
    """1204, its place among the passages"""
    sureness: float
    """1.0 where the day is the first that it names; less for the opening of an article that appeared then"""


Pool = Mapping[calendar.Day, Sequence[Candidate]]


def pool_of(collection: Sequence[Passage], days: Collection[calendar.Day]) -> Pool:
    """The candidates for each of the days.

    They are the sentences that name the day, and the first sentences, without another date of their own, of articles
    that appeared on the day or the next.
    """
    found: dict[calendar.Day, list[Candidate]] = defaultdict(list)
    for number, passage in enumerate(collection):
        for day, sureness in _placed(passage):
            if day in days:
                found[day].append(Candidate(number, sureness))
    return found


def _placed(passage: Passage) -> Iterable[tuple[calendar.Day, float]]:
    for place, day in enumerate(passage.days):
        yield day, FURTHER if place else FIRST
    if passage.place < LEAD and not passage.days:
        yield passage.published, LEAD_TODAY
        yield passage.published - 1, LEAD_TOMORROW


def choose(
    candidates: Sequence[Candidate], collection: Sequence[Passage], topic: Topic, number: int, used: Collection[str]
) -> tuple[str, ...]:
    """Up to `number` sentences that tell most of what is told of a day without telling it twice; none of those `used`.

    The best is the one nearest to the centroid of the candidates (Radev et al. 2004) and to the topic; each further one
    is also to differ from those before (maximal marginal relevance, Carbonell & Goldstein 1998).
    """
    fitting = [item for item in candidates if SHORTEST <= collection[item.number].length <= LONGEST]
    rows = [item for item in fitting or candidates if collection[item.number].text not in used]
    vectors = [unit(collection[item.number].terms, topic.weights) for item in rows]
    centre = _centroid(rows, vectors, topic.shares)
    figures = [
        dot(vector, centre) * _quality(collection[item.number], item.sureness) * topic.passages[item.number]
        for item, vector in zip(rows, vectors, strict=True)
    ]
    chosen: list[int] = []
    nearest = [0.0] * len(rows)
    while len(chosen) < number:
        left = [place for place in range(len(rows)) if place not in chosen and nearest[place] <= REDUNDANT]
        if not left:
            break
        best = max(left, key=lambda place: (figures[place] - DIVERSITY * nearest[place], -place))
        chosen.append(best)
        nearest = [max(near, dot(vector, vectors[best])) for near, vector in zip(nearest, vectors, strict=True)]
    return tuple(collection[rows[place].number].text for place in chosen)


def _centroid(rows: Sequence[Candidate], vectors: Sequence[Vector], shares: Vector) -> Vector:
    """The sum of the candidates' vectors, the words of this day above those of any day."""
    sums: dict[str, float] = defaultdict(float)
    having: dict[str, float] = defaultdict(float)
    for item, vector in zip(rows, vectors, strict=True):
        for term, weight in vector.items():
            sums[term] += item.sureness * weight
            having[term] += item.sureness
    whole = sum(item.sureness for item in rows)
    return normalised(
        {term: figure * math.sqrt(math.log1p(having[term] / whole / shares[term])) for term, figure in sums.items()}
    )


def _quality(passage: Passage, sureness: float) -> float:
    """How fit a sentence is to stand by itself and tell the day."""
    off = math.log(max(1, passage.length) / BEST_LENGTH)
    voice = PERSONAL if passage.personal else 1.0
    entry = ENTRY if passage.entry and sureness == FIRST else 1.0
    return voice * entry * math.exp(-LENGTH_MATTERS * off * off)
