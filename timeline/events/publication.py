"""Dates the documents that carry no date themselves, from the others of their story that tell the same things."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import calendar
from timeline.events.memory import remembered, remembering
from timeline.events.stems import content
from timeline.events.vectors import cosine, leading, rarity
from timeline.events.words import words
from timeline.model import Document, Problem, Publication, Span
from timeline.reading.datelines import find_datelines

_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
ALIKE = 0.4  # cosine from which on two sentences count as telling the same thing
ENOUGH = 2  # sentences of an undated document that others must tell too, or all it has


@dataclass(frozen=True, slots=True)
class _Kin:
    """A dated document that tells some of the same things."""

    document: Document
    """the other document"""
    shared: frozenset[int]
    """{0, 3}, the places of the sentences that it tells too, the heading counted as one"""
    weight: float
    """1.9, the sum of their likenesses"""


def infer(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents, those without a publication date dated from their kin where that can be told.

    The day is the weighted median of the dated documents that tell at least half as much of the same as the closest
    one does.
    """
    documents = tuple(documents)
    if all(document.dct for document in documents):
        return documents
    with remembering():
        weights = rarity(bag for document in documents for bag in _bags(document))
        index = _Index([document for document in documents if document.dct], weights)
        return tuple(document if document.dct else _dated(document, index) for document in documents)


class _Index:
    """The sentences of dated documents by their words."""

    def __init__(self, dated: Sequence[Document], weights: Mapping[str, float]) -> None:
        """An index of some documents, by the weights of their words."""
        self._weights = weights
        self._documents = dated
        self._bags = [_bags(document) for document in dated]
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, bags in enumerate(self._bags):
            for place, bag in enumerate(bags):
                for word in bag:
                    self._places[word].append((number, place))

    def kin(self, document: Document) -> list[_Kin]:
        """The documents that tell some of the same as another one, in their order."""
        alike: dict[int, dict[int, float]] = defaultdict(dict)
        for here, bag in enumerate(_bags(document)):
            near = {item for word in leading(bag, self._weights, ALIKE) for item in self._places.get(word, ())}
            for number, place in near:
                figure = cosine(bag, self._bags[number][place], self._weights)
                if figure >= ALIKE and here in self._recent(document, number):
                    alike[number][here] = max(figure, alike[number].get(here, 0.0))
        return [
            _Kin(self._documents[number], frozenset(found), sum(found[place] for place in sorted(found)))
            for number, found in sorted(alike.items())
        ]

    def _recent(self, document: Document, number: int) -> frozenset[int]:
        """The places of a document's sentences that name no other year than that of a dated document."""
        other = self._documents[number]
        return _recent(document, other.dct.year if other.dct else 0)


def doubts(documents: Iterable[Document]) -> tuple[Problem, ...]:
    """A problem for each document whose date of publication is unknown or rests on others."""
    return tuple(_doubt(document) for document in documents if document.publication.inferred or not document.dct)


def _doubt(document: Document) -> Problem:
    """What is in doubt, and where to say the right date."""
    path, publication = document.source.path, document.publication
    remedy = f'Say the right one in timeline.toml: [sources."{path}"], published = YYYY-MM-DD.'
    if not publication.inferred:
        return Problem("undated", path, None, f"Its date of publication is not known: {publication.evidence}.", remedy)
    found = f"Its date of publication, {publication.date}, is {publication.evidence}."
    return Problem("inferred", path, None, found, remedy)


def _spans(document: Document) -> list[Span]:
    """The heading and the sentences."""
    return ([document.heading] if document.heading else []) + list(document.sentences)


def _bags(document: Document) -> list[frozenset[str]]:
    """The content of each sentence, the heading among them."""
    found = (words(document.text, span.start, span.end) for span in _spans(document))
    return [frozenset(content(sentence, document.language)) for sentence in found]


def _dated(document: Document, index: _Index) -> Document:
    kin = index.kin(document)
    most = max((found.weight for found in kin), default=0.0)
    close = sorted((found for found in kin if 2 * found.weight >= most), key=lambda found: -found.weight)
    if not close or len({place for found in kin for place in found.shared}) < min(ENOUGH, len(document.sentences)):
        return document
    day = _weighted_median([(found.document.dct, found.weight) for found in close if found.document.dct])
    own = _own_day(document, day)
    evidence = _evidence(close) if own is None else f"{own[1]}; {_evidence(close)}"
    return replace(document, publication=Publication(own[0] if own else day, evidence, inferred=True))


def _own_day(document: Document, near: datetime.date) -> tuple[datetime.date, str] | None:
    """The day of a dateline without a year, in the year that brings it nearest to another day, and what says so."""
    for dateline in find_datelines(document.text[:BEGINNING], document.language):
        if dateline.month and dateline.day and not dateline.year:
            days = [
                calendar.day_of(year, dateline.month, dateline.day)
                for year in (near.year - 1, near.year, near.year + 1)
            ]
            day = min(days, key=lambda day: abs(day - calendar.ordinal(near)))
            if abs(day - calendar.ordinal(near)) <= LATER:
                return datetime.date.fromisoformat(calendar.iso(day)), f"the day of the dateline '{dateline.words}'"
    return None


BEGINNING = 450  # characters in which a dateline can stand
LATER = 60  # days that may lie between a dateline and the documents that tell the same


@remembered
def _recent(document: Document, year: int) -> frozenset[int]:
    """The places of the sentences that name no other year than that: who tells of 1801 may have written at any time."""
    spans = _spans(document)
    years = [{int(found) for found in _YEAR.findall(span.of(document.text))} for span in spans]
    return frozenset(place for place, named in enumerate(years) if all(abs(one - year) <= 1 for one in named))


def _weighted_median(rows: Iterable[tuple[datetime.date, float]]) -> datetime.date:
    ordered = sorted(rows)
    half, so_far = sum(weight for _, weight in ordered) / 2, 0.0
    for day, weight in ordered:
        so_far += weight
        if so_far >= half:
            return day
    return ordered[-1][0]


def _evidence(close: Sequence[_Kin]) -> str:
    """The reason in words: "inferred: it carries no date, and tells the same as a.txt (1 February 2022)"."""
    named = [f"{found.document.source.path} ({found.document.dct:%Y-%m-%d})" for found in close[:3]]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"inferred: it carries no date of its own, and tells the same as {listed}"
