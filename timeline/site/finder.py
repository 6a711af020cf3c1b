"""What a list can be searched by: the names, sources and certainties that its own events bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.exporting import records
from timeline.model import Event
from timeline.site import dates, kinds
from timeline.site.event_views import publisher
from timeline.site.shelf import Shelf, by_publication

_MOST_NAMES = 300  # the most frequent; more could not be read through
_ORDER = ("exact", "range", "coarse", "approximate", "planned", "disputed", "many", "one")


@dataclass(frozen=True, slots=True)
class Marks:
    """By which an entry is found."""

    names: str
    """'4 0', the places of its names among those of the finder"""
    sources: str
    """'2 7', the places of its sources among those of the finder"""
    certainty: str
    """'exact many'"""


@dataclass(frozen=True, slots=True)
class Finder:
    """The choices that a list offers, and what each entry answers to."""

    names: tuple[str, ...]
    """('Kyiv', 'NATO'), in order of the alphabet"""
    sources: tuple[tuple[str, str], ...]
    """(('post-2022-02-02', 'Danube Post, 2 Feb 2022'),), in order of publication"""
    certainties: tuple[str, ...]
    """('exact', 'disputed', 'many')"""
    marks: Mapping[str, Marks]
    """event id → its marks"""


def finder(events: Sequence[Event], shelf: Shelf) -> Finder:
    """The finder of a list of events."""
    counts = Counter(records.one_line(name) for event in events for name in event.names)
    frequent = sorted(counts, key=lambda name: (-counts[name], name))[:_MOST_NAMES]
    names = {name: place for place, name in enumerate(sorted(frequent, key=lambda name: (name.casefold(), name)))}
    used = {name for event in events for name in event.documents} & shelf.documents.keys()
    ordered = sorted((shelf.documents[name] for name in used), key=by_publication)
    sources = {document.id: place for place, document in enumerate(ordered)}
    marks = {event.id: _marks(event, names, sources) for event in events}
    borne = {mark for event in events for mark in kinds.filters(event)}
    return Finder(
        tuple(names),
        tuple((name, _called(name, shelf)) for name in sources),
        tuple(mark for mark in _ORDER if mark in borne),
        marks,
    )


def _marks(event: Event, names: Mapping[str, int], sources: Mapping[str, int]) -> Marks:
    mine = {names[name] for name in map(records.one_line, event.names) if name in names}
    from_ = {sources[name] for name in event.documents if name in sources}
    return Marks(_listed(mine), _listed(from_), " ".join(kinds.filters(event)))


def _listed(places: set[int]) -> str:
    return " ".join(map(str, sorted(places)))


def _called(name: str, shelf: Shelf) -> str:
    """'Danube Post, 2 Feb 2022'."""
    document = shelf.documents[name]
    if document.dct is None:
        return publisher(document)
    return f"{publisher(document)}, {dates.day(calendar.ordinal(document.dct), shelf.words, dates.MEDIUM)}"
