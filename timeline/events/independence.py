"""How many independent outlets stand behind an event: a reprint, or a copied passage, is no second witness."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.events.memory import remembered
from timeline.events.words import fold
from timeline.model import Document, Span

_WORD = re.compile(r"\w+")
SHINGLE = 5  # words
REPRINT = 0.35  # share of the shorter text's shingles that the other one has too
PASSAGE = 0.6  # the same for a quoted sentence

Shingles = frozenset[tuple[str, ...]]


def outlets(quotes: Mapping[str, Sequence[str]], documents: Mapping[str, Document]) -> int:
    """The number of independent outlets among the documents that `quotes` names.

    `quotes`: document id → its quoted sentences. Two documents count as one where they have one publisher, where one
    is mostly a copy of the other, or where they quote one passage (shingles and containment, Broder 1997).
    """
    witnesses = {name: _witness(documents[name], quotes[name]) for name in quotes}
    groups: list[set[str]] = []
    for name in sorted(quotes):
        same = [group for group in groups if any(_dependent(witnesses[name], witnesses[one]) for one in group)]
        merged = {name}.union(*same)
        groups = [group for group in groups if group not in same] + [merged]
    return len(groups)


class _Witness(NamedTuple):
    """What tells whether a document depends on another."""

    publisher: str
    """'moscow times', '' where it is not known"""
    article: Shingles
    """the shingles of the article"""
    quotes: Sequence[Shingles]
    """those of each quoted sentence"""


def _witness(document: Document, quotes: Sequence[str]) -> _Witness:
    article = _of_article(document.text, document.sentences)
    return _Witness(fold(document.source.publisher or ""), article, tuple(map(shingles, quotes)))


def _dependent(one: _Witness, other: _Witness) -> bool:
    if one.publisher and one.publisher == other.publisher:
        return True
    if _shared(one.article, other.article) >= REPRINT:
        return True
    return any(_shared(a, b) >= PASSAGE for a in one.quotes for b in other.quotes)


def containment(one: str, other: str) -> float:
    """Share of the shingles of the text with fewer that the other has too; 0.0 where one is too short to tell."""
    return _shared(shingles(one), shingles(other))


def _shared(first: Shingles, second: Shingles) -> float:
    least = min(len(first), len(second))
    return len(first & second) / least if least >= SHINGLE else 0.0


@remembered
def _of_article(text: str, sentences: tuple[Span, ...]) -> Shingles:
    """The shingles of the article proper, without heading and furniture."""
    return shingles(" ".join(sentence.of(text) for sentence in sentences))


@remembered
def shingles(text: str) -> Shingles:
    """Every run of five words of a text, folded."""
    found = [fold(word) for word in _WORD.findall(text)]
    return frozenset(tuple(found[place : place + SHINGLE]) for place in range(len(found) - SHINGLE + 1))
