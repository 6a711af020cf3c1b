"""Weights of words by their rarity, and the likeness of two sets of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

# So many sentences without a word are taken for granted: in a collection of two documents, too, a name is rare.
COMMON_SENTENCES = 50


def rarity(bags: Iterable[Collection[str]]) -> dict[str, float]:
    """How rare each word is, a bag of words counting as a document: 1.0 for one in a single bag, towards 0.0 for all.

    Inverse document frequency (Spärck Jones 1972), smoothed, and divided by its highest value, so that a figure means
    the same in a collection of ten sentences and of a million.
    """
    rows = [frozenset(bag) for bag in bags]
    counts = Counter(word for bag in rows for word in bag)
    number = len(rows) + COMMON_SENTENCES
    highest = math.log((number + 1) / 1.5)
    return {word: math.log((number + 1) / (count + 0.5)) / highest for word, count in counts.items()}


def total(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the words' weights, summed in one order so that it is the same each run."""
    return sum(weights.get(word, 0.0) for word in sorted(words))


def length(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The length of the vector that the words' weights make."""
    return math.sqrt(sum(weights.get(word, 0.0) ** 2 for word in sorted(words)))


def cosine(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """The cosine of two weighted sets of words, 0.0 to 1.0."""
    common = one & other
    lengths = length(one, weights) * length(other, weights) if common else 0.0
    return length(common, weights) ** 2 / lengths if lengths else 0.0


def leading(terms: Iterable[str], weights: Mapping[str, float], least: float) -> list[str]:
    """The rarest of the terms, without one of which in common no cosine of at least `least` is reached.

    What two bags of words have in common of the others weighs too little, however many it is (prefix filtering,
    Chaudhuri, Ganti and Kaushik 2006).
    """
    ranked = sorted(terms, key=lambda term: (-weights.get(term, 0.0), term))
    left = sum(weights.get(term, 0.0) ** 2 for term in ranked)
    enough = least**2 * left * (1 - 1e-9)
    found = []
    for term in ranked:
        if left < enough:
            break
        found.append(term)
        left -= weights.get(term, 0.0) ** 2
    return found
