"""How alike two tellings are: by their names and by their other words, each word weighted by its rarity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.events.tellings import Telling
from timeline.events.vectors import cosine, rarity, total

FIGURE = 1.5  # how much more a number says than a word: '40,000' in two tellings is no chance
ENOUGH = 0.5  # weight of names in common that says something by itself; one name that all have says little


@dataclass(frozen=True, slots=True)
class Weights:
    """Inverse document frequency of every name and stem of a collection, a sentence counting as a document."""

    names: Mapping[str, float]
    """'viktor orban' → 0.6"""
    terms: Mapping[str, float]
    """'polic' → 0.9"""


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
    figures = {term: FIGURE * weight for term, weight in terms.items() if sum(char.isdigit() for char in term) > 1}
    return Weights(rarity(row.names for row in rows), terms | figures)


def compare(one: Telling, other: Telling, weights: Weights) -> Likeness:
    """How alike two tellings are; a name that one of them only implies counts half."""
    shared = total(one.names & other.names, weights.names)
    half = (one.names & other.implied) | (one.implied & other.names)
    shared += 0.5 * total(half - (one.names & other.names), weights.names)
    least = max(
        ENOUGH, min(total(one.names or one.implied, weights.names), total(other.names or other.implied, weights.names))
    )
    return Likeness(
        names=min(1.0, shared / least),
        terms=cosine(one.terms, other.terms, weights.terms),
        shared=shared,
    )
