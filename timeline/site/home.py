"""What the home page is given: facts, strip, filters and the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline import calendar
from timeline.model import Event
from timeline.site import dates, kinds
from timeline.site.event_views import publisher
from timeline.site.listing import sections, span
from timeline.site.shelf import Shelf
from timeline.site.strip_drawing import strip
from timeline.site.views import EventView


def home(shelf: Shelf, views: Mapping[str, EventView]) -> dict[str, Any]:
    """The context of home.html."""
    events = shelf.timeline.events
    return {
        "facts": _facts(shelf, events),
        "period": _period(shelf, events),
        "strip": strip(shelf),
        "shapes": [name for name in kinds.SHAPES if name in {kinds.shape(event) for event in events}],
        "names": sorted(shelf.names, key=shelf.names.__getitem__),
        "sources": [_source(name, shelf) for name in sorted(shelf.sources, key=shelf.sources.__getitem__)],
        "filters": _filters(events),
        "sections": sections(events, shelf.words),
        "views": views,
    }


def _facts(shelf: Shelf, events: Sequence[Event]) -> list[tuple[str, int]]:
    """(what is counted, how many), in the order in which they are shown."""
    quotes = {(item.mention.document, item.mention.sentence) for event in events for item in event.evidence}
    facts = [("events", len(events)), ("documents", len(shelf.documents)), ("quotes", len(quotes))]
    disputed = sum(event.disputed for event in events)
    return [*facts, ("disputed", disputed)] if disputed else facts


def _period(shelf: Shelf, events: Sequence[Event]) -> str:
    """'17 Jan – 20 Feb 2022', from the first event's first day to the last one's last."""
    if not events:
        return ""
    spans = [span(event) for event in events]
    return dates.between(min(p.first for p in spans), max(p.last for p in spans), shelf.words)


def _source(name: str, shelf: Shelf) -> tuple[str, str]:
    """A source's id and what the filter calls it."""
    document = shelf.documents[name]
    if document.dct is None:
        return name, publisher(document)
    return name, f"{publisher(document)}, {dates.day(calendar.ordinal(document.dct), shelf.words, dates.MEDIUM)}"


def _filters(events: Sequence[Event]) -> list[str]:
    """The marks of certainty that at least one event bears, in the order in which they are offered."""
    order = ("exact", "range", "coarse", "approximate", "planned", "disputed", "many", "one")
    borne = {mark for event in events for mark in kinds.filters(event)}
    return [mark for mark in order if mark in borne]
