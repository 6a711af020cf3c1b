"""What a timeline can be searched by: the names, sources and certainties that its events bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline import calendar
from timeline.exporting import records
from timeline.model import Document, Event
from timeline.site import dates, kinds
from timeline.site.event_views import publisher
from timeline.site.shelf import Shelf, by_publication

MOST = 300  # names or sources, the most frequent; more could not be read through
_AMOUNTS = (10, 25, 50, 100, 250, 500, 1000)
_ORDER = ("exact", "range", "coarse", "approximate", "planned", "disputed", "many", "one")


@dataclass(frozen=True, slots=True)
class Marks:
    """By which an event is found: places in the lists of the finder."""

    names: tuple[int, ...]
    """(0, 4)"""
    sources: tuple[int, ...]
    """(2, 7)"""
    certainties: tuple[int, ...]
    """(0, 5)"""
    rank: int
    """0 for the most important event, 1 for the next"""


@dataclass(frozen=True, slots=True)
class Finder:
    """The choices that the search offers, the same on every page, and what each event answers to."""

    names: tuple[str, ...]
    """('Kyiv', 'NATO'), in order of the alphabet"""
    sources: tuple[tuple[str, str], ...]
    """(('post-2022-02-02', 'Danube Post, 2 Feb 2022'),), in order of publication; outlets where documents are many"""
    certainties: tuple[str, ...]
    """('exact', 'disputed', 'many')"""
    marks: Mapping[str, Marks]
    """event id → its marks"""
    key: int
    """12, how many events are shown where nothing is asked"""
    amounts: tuple[int, ...]
    """(10, 25, 37), how many can be shown instead, all of them last; none where there is no choice"""


def finder(shelf: Shelf) -> Finder:
    """The finder of a timeline."""
    events = shelf.timeline.events
    names = _places(Counter(name for event in events for name in _names(event)))
    sources, of_document = _sources(shelf)
    borne = {mark for event in events for mark in kinds.filters(event)}
    certainties = tuple(mark for mark in _ORDER if mark in borne)
    ranked = sorted(events, key=lambda event: (-event.score, -event.outlets, event.id))
    marks = {
        event.id: Marks(
            tuple(sorted({names[name] for name in _names(event) if name in names})),
            tuple(sorted({of_document[name] for name in event.documents if name in of_document})),
            tuple(certainties.index(mark) for mark in kinds.filters(event)),
            rank,
        )
        for rank, event in enumerate(ranked)
    }
    key = min(shelf.timeline.key or len(events), len(events))
    return Finder(tuple(names), sources, certainties, marks, key, _amounts(key, len(events)))


def _amounts(key: int, total: int) -> tuple[int, ...]:
    """The amounts that can be chosen besides the key events."""
    some = tuple(amount for amount in _AMOUNTS if amount < total and amount != key)
    return (*some, total) if key < total else some


def _names(event: Event) -> Iterator[str]:
    return map(records.one_line, event.names)


def _places(counts: Counter[str]) -> dict[str, int]:
    """The most frequent in order of the alphabet, each with its place."""
    frequent = sorted(counts, key=lambda name: (-counts[name], name))[:MOST]
    return {name: place for place, name in enumerate(sorted(frequent, key=lambda name: (name.casefold(), name)))}


def _sources(shelf: Shelf) -> tuple[tuple[tuple[str, str], ...], dict[str, int]]:
    """The documents that tell events, or their outlets where they are many: (key, label) each, and document → place."""
    used = {name for event in shelf.timeline.events for name in event.documents} & shelf.documents.keys()
    ordered = sorted((shelf.documents[name] for name in used), key=by_publication)
    if len(ordered) <= MOST:
        labels = tuple((document.id, _called(document, shelf)) for document in ordered)
        return labels, {document.id: place for place, document in enumerate(ordered)}
    outlets = _places(Counter(publisher(document) for document in ordered))
    of_document = {document.id: outlets[name] for document in ordered if (name := publisher(document)) in outlets}
    return tuple((name, name) for name in outlets), of_document


def _called(document: Document, shelf: Shelf) -> str:
    """'Danube Post, 2 Feb 2022'."""
    if document.dct is None:
        return publisher(document)
    return f"{publisher(document)}, {dates.day(calendar.ordinal(document.dct), shelf.words, dates.MEDIUM)}"
