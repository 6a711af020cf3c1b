"""What every page looks things up in: the timeline by id, with the words of its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.model import Document, Event, Evidence, Timeline
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
    """document id → the evidence that it gives, with its event, in order of the text"""

    def marker(self, document: Document) -> Marker:
        """The document's text, ready for its words about time to be marked."""
        timexes = self.timeline.timexes.get(document.id, ())
        return Marker(document.text, timexes, document.dct.year if document.dct else None)


def opened(timeline: Timeline, words: Words) -> Shelf:
    """The timeline with everything that pages look up, each worked out once."""
    documents = {document.id: document for document in timeline.documents}
    found: dict[str, list[tuple[Event, Evidence]]] = {}
    for event in timeline.events:
        for item in event.evidence:
            found.setdefault(item.mention.document, []).append((event, item))
    evidence = {name: tuple(sorted(pairs, key=_in_text)) for name, pairs in found.items()}
    return Shelf(timeline, words, documents, evidence)


def by_publication(document: Document) -> tuple[bool, str, str]:
    """A key that puts documents in order of publication, the undated last."""
    return document.dct is None, str(document.dct), document.source.path


def _in_text(pair: tuple[Event, Evidence]) -> tuple[int, int, str]:
    event, item = pair
    return item.mention.sentence.start, item.mention.sentence.end, event.id
