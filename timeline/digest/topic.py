"""What a collection is about, and how near each of its passages and articles is to that."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from timeline.digest.passages import Passage
from timeline.events.vectors import rarity

MANY = 300  # words that say what a collection is about
LEAD = 5  # sentences with which an article opens

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Topic:
    """How near the parts of a collection are to what it is about, each figure divided by the mean of its kind."""

    weights: Vector
    """'bridg' → 0.4, how rare each word is"""
    shares: Vector
    """'bridg' → 0.02, the share of the passages that have it"""
    passages: tuple[float, ...]
    """(1.3, 0.2, …), in the order of the passages"""
    articles: Mapping[int, float]
    """place of an article → 1.1"""
    leads: Mapping[int, float]
    """place of an article → 0.9, for its first sentences alone"""


def topic_of(collection: Sequence[Passage], keywords: Collection[str] = ()) -> Topic:
    """What a collection is about: the words that are frequent in it, weighted by rarity.

    `keywords` are stems; each counts as much as the collection's most frequent word. The centroid of Radev et al. 2004.
    """
    weights = rarity(passage.terms for passage in collection)
    counts = Counter(term for passage in collection for term in passage.terms)
    centre = _centre(counts, weights, keywords)
    squares = {term: weight * weight for term, weight in weights.items()}
    drawn = {term: weight * weights[term] for term, weight in centre.items() if term in weights}
    nearness = [_near(passage.terms, drawn, squares) for passage in collection]
    bags: dict[int, Counter[str]] = {}
    leads: dict[int, float] = {}
    for passage, figure in zip(collection, nearness, strict=True):
        bags.setdefault(passage.article, Counter()).update(passage.terms)
        leads[passage.article] = leads.get(passage.article, 0.0) + (figure if passage.place < LEAD else 0.0)
    articles = {
        number: dot(normalised({term: count * weights[term] for term, count in bag.items()}), centre)
        for number, bag in bags.items()
    }
    return Topic(
        weights=weights,
        shares={term: count / len(collection) for term, count in counts.items()},
        passages=tuple(_over_mean(dict(enumerate(nearness))).values()),
        articles=_over_mean(articles),
        leads=_over_mean(leads),
    )


def _near(terms: Collection[str], drawn: Vector, squares: Vector) -> float:
    """The cosine of a set of words with the centre, of which the weighted words are `drawn`."""
    product = sum([drawn[term] for term in terms if term in drawn])
    return product / math.sqrt(sum([squares[term] for term in terms])) if product else 0.0


def _centre(counts: Mapping[str, int], weights: Vector, keywords: Collection[str]) -> Vector:
    ranked = sorted(counts, key=lambda term: (-counts[term] * weights[term], term))[:MANY]
    chosen = {term: counts[term] * weights[term] for term in ranked}
    highest = max(chosen.values(), default=1.0)
    return normalised(chosen | dict.fromkeys(keywords, highest))


def _over_mean(figures: Mapping[int, float]) -> dict[int, float]:
    mean = sum(figures.values()) / len(figures) if figures else 0.0
    return {key: figure / mean if mean else 1.0 for key, figure in figures.items()}


def unit(terms: Collection[str], weights: Vector) -> dict[str, float]:
    """The vector of a set of words, of length 1."""
    return normalised({term: weights.get(term, 0.0) for term in terms})


def normalised(vector: Vector) -> dict[str, float]:
    """The vector brought to length 1; the zero vector stays."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else dict(vector)


def dot(one: Vector, other: Vector) -> float:
    """The scalar product of two vectors."""
    return sum(weight * other[term] for term, weight in one.items() if term in other)
