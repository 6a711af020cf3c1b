"""How alike two tellings are: by their names and by their other words, each word weighted by its rarity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.events.tellings import Telling
from timeline.events.vectors import length, rarity, total

FIGURE = 1.5  # how much more a number says than a word: '40,000' in two tellings is no chance
NAMELESS = 0.8  # how far content alone goes
ENOUGH = 0.5  # weight of names in common that says something by itself; one name that all have says little
SOME_WORDS = 0.05  # cosine of the other words from which on two tellings have something in common beside names


@dataclass(frozen=True, slots=True)
class Weights:
    """How rare every name and stem of a collection is, a sentence counting as a document."""

    names: Mapping[str, float]
    """'viktor orban' → 0.6"""
    terms: Mapping[str, float]
    """'polic' → 0.9"""
    squares: Mapping[str, float]
    """'polic' → 0.81"""
    lengths: Mapping[frozenset[str], float]
    """the stems of a telling → the length of their vector, worked out once"""
    totals: Mapping[frozenset[str], float]
    """the names of a telling, or those that it implies where it has none → the sum of their weights"""


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
    names = rarity(row.names for row in rows)
    return Weights(
        names=names,
        terms=terms,
        squares={term: weight**2 for term, weight in terms.items()},
        lengths={found: length(found, terms) for found in {row.terms for row in rows}},
        totals={found: total(found, names) for found in {row.names or row.implied for row in rows}},
    )


def compare(one: Telling, other: Telling, weights: Weights) -> Likeness:
    """How alike two tellings are; a name that one of them only implies counts half."""
    shared = weight_shared(one, other, weights)
    return Likeness(
        names=min(1.0, shared / _least(one, other, weights)) if shared else 0.0,
        terms=cosine_of_terms(one, other, weights),
        shared=shared,
    )


def weight_shared(one: Telling, other: Telling, weights: Weights) -> float:
    """The weight of the names that two tellings have in common, as in `Likeness.shared`."""
    common = one.names & other.names
    half: frozenset[str] = frozenset()
    if one.implied or other.implied:
        half = ((one.names & other.implied) | (one.implied & other.names)) - common
    return total(common, weights.names) + 0.5 * total(half, weights.names) if common or half else 0.0


def _least(one: Telling, other: Telling, weights: Weights) -> float:
    """The weight of the names of the telling with fewer, but at least ENOUGH."""
    return max(ENOUGH, min(weights.totals[one.names or one.implied], weights.totals[other.names or other.implied]))


def cosine_of_terms(one: Telling, other: Telling, weights: Weights) -> float:
    """The cosine of the other words of two tellings, as in `Likeness.terms`."""
    common = one.terms & other.terms
    if not common:
        return 0.0
    lengths = weights.lengths[one.terms] * weights.lengths[other.terms]
    return sum(weights.squares[term] for term in sorted(common)) / lengths if lengths else 0.0


def strength(one: Telling, other: Telling, weights: Weights) -> float:
    """One figure for how alike two tellings are, 0.0 to 1.0: names and content, or content alone without names."""
    return strength_of(one, other, compare(one, other, weights))


def strength_of(one: Telling, other: Telling, likeness: Likeness) -> float:
    """The same where their likeness has been worked out already."""
    content = min(1.0, 2.0 * likeness.terms)
    together = 0.5 * likeness.names + 0.5 * content
    return together if one.names and other.names else max(together, NAMELESS * content)
