"""What every page looks things up in: the timeline by id, with the words of its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.exporting import records
from timeline.model import Document, Event, Evidence, Timeline
from timeline.site.addresses import name_url
from timeline.site.marking import Marker
from timeline.site.words import Words


@dataclass(frozen=True, slots=True)
class Shelf:
    """A timeline, opened for looking up."""

    timeline: Timeline
    """the whole"""
    words: Words
    """the site's own words"""
    documents: Mapping[str, Document]
    """document id → document"""
    evidence: Mapping[str, tuple[tuple[Event, Evidence], ...]]
    """document id → the evidence that it gives, with its event, in order of the text; not what only goes on from it"""

    ids: frozenset[str]
    """the ids of all events"""

    def marker(self, document: Document) -> Marker:
        """The document's text, ready for its words about time to be marked."""
        timexes = self.timeline.timexes.get(document.id, ())
        return Marker(document.text, timexes, document.dct.year if document.dct else None)

    def only(self, events: Sequence[Event]) -> Shelf:
        """The same for some of the events, and the documents that tell them."""
        told = {name for event in events for name in event.documents}
        documents = {name: document for name, document in self.documents.items() if name in told}
        timeline = replace(self.timeline, events=tuple(events), documents=tuple(documents.values()))
        return replace(self, timeline=timeline, documents=documents)


def opened(timeline: Timeline, words: Words) -> Shelf:
    """The timeline with everything that pages look up, each worked out once."""
    documents = {document.id: document for document in timeline.documents}
    found: dict[str, list[tuple[Event, Evidence]]] = {}
    for event in timeline.events:
        for item in event.evidence:
            if not item.goes_on:
                found.setdefault(item.mention.document, []).append((event, item))
    evidence = {name: tuple(sorted(pairs, key=_in_text)) for name, pairs in found.items()}
    return Shelf(timeline, words, documents, evidence, frozenset(event.id for event in timeline.events))


def by_publication(document: Document) -> tuple[bool, str, str]:
    """A key that puts documents in order of publication, the undated last."""
    return document.dct is None, str(document.dct), document.source.path


def by_name(events: Sequence[Event]) -> dict[str, tuple[str, tuple[Event, ...]]]:
    """The address of each name's page → the name as it is written most often, and the events that bear it."""
    spelled: dict[str, Counter[str]] = {}
    borne: dict[str, dict[str, Event]] = {}
    for event in events:
        for name in filter(None, map(records.one_line, event.names)):
            url = name_url(name)
            spelled.setdefault(url, Counter())[name] += 1
            borne.setdefault(url, {})[event.id] = event
    return {url: (_usual(names), tuple(borne[url].values())) for url, names in spelled.items()}


def _usual(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _in_text(pair: tuple[Event, Evidence]) -> tuple[int, int, str]:
    event, item = pair
    return item.mention.sentence.start, item.mention.sentence.end, event.id
