"""Small documents for the tests of events: sentences as given, one a line."""

from __future__ import annotations

import datetime

from timeline import dates
from timeline.events import find
from timeline.model import Document, Event, Publication, Source, Span


def document(
    name: str,
    published: str | None,
    lines: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    language: str = "en",
) -> Document:
    """A document whose sentences are the lines of a text."""
    kept = [line.strip() for line in lines.strip().splitlines()]
    spans, start = [], 0
    for line in kept:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    day = datetime.date.fromisoformat(published) if published else None
    return Document(
        id=name,
        source=Source(f"{name}.txt", title=title, publisher=publisher or name),
        language=language,
        publication=Publication(day, "the header"),
        text="\n".join(kept),
        heading=None,
        sentences=tuple(spans),
        furniture=(),
        digest="0" * 64,
    )


def events(*documents: Document) -> tuple[Event, ...]:
    """The events of some documents, their expressions of time tagged by the real tagger."""
    return find(documents, {item.id: dates.tag(item.text, item.dct, item.language) for item in documents})
