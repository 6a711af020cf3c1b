"""How alike two tellings are: by their names and by their other words, each word weighted by its rarity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.events.tellings import Telling
from timeline.events.vectors import length, rarity, total

FIGURE = 1.5  # how much more a number says than a word: '40,000' in two tellings is no chance
NAMELESS = 0.8  # how far content alone goes
ENOUGH = 0.5  # weight of names in common that says something by itself; one name that all have says little


@dataclass(frozen=True, slots=True)
class Weights:
    """How rare every name and stem of a collection is, a sentence counting as a document."""

    names: Mapping[str, float]
    """'viktor orban' → 0.6"""
    terms: Mapping[str, float]
    """'polic' → 0.9"""
    lengths: Mapping[frozenset[str], float]
    """the stems of a telling → the length of their vector, worked out once"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are, each part from 0.0 to 1.0."""

    names: float
    """share of the names that the one with fewer has in common, by weight"""
    terms: float
    """cosine of the other words"""
    shared: float
    """weight of the names in common: 1.0 for one that stands nowhere else"""


def weigh(tellings: Iterable[Telling]) -> Weights:
    """The weights for a collection of tellings."""
    rows = list(tellings)
    terms = rarity(row.terms for row in rows)
    terms |= {term: FIGURE * weight for term, weight in terms.items() if sum(char.isdigit() for char in term) > 1}
    return Weights(rarity(row.names for row in rows), terms, {row.terms: length(row.terms, terms) for row in rows})


def compare(one: Telling, other: Telling, weights: Weights) -> Likeness:
    """How alike two tellings are; a name that one of them only implies counts half."""
    common = one.names & other.names
    half = ((one.names & other.implied) | (one.implied & other.names)) - common
    shared = total(common, weights.names) + 0.5 * total(half, weights.names) if common or half else 0.0
    return Likeness(
        names=min(1.0, shared / _least(one, other, weights)) if shared else 0.0,
        terms=_cosine(one.terms, other.terms, weights),
        shared=shared,
    )


def _least(one: Telling, other: Telling, weights: Weights) -> float:
    """The weight of the names of the telling with fewer, but at least ENOUGH."""
    sums = (total(telling.names or telling.implied, weights.names) for telling in (one, other))
    return max(ENOUGH, min(sums))


def _cosine(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    common = one & other
    if not common:
        return 0.0
    lengths = weights.lengths[one] * weights.lengths[other]
    return sum(weights.terms[term] ** 2 for term in sorted(common)) / lengths if lengths else 0.0


def strength(one: Telling, other: Telling, weights: Weights) -> float:
    """One figure for how alike two tellings are, 0.0 to 1.0: names and content, or content alone without names."""
    likeness = compare(one, other, weights)
    content = min(1.0, 2.0 * likeness.terms)
    together = 0.5 * likeness.names + 0.5 * content
    return together if one.names and other.names else max(together, NAMELESS * content)
