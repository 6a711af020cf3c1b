"""What the home page, a name's page and the pages of a list are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from timeline.model import Event
from timeline.site import dates
from timeline.site.listing import sections, span
from timeline.site.shelf import Shelf
from timeline.site.strip_drawing import strip
from timeline.site.views import EventView
from timeline.site.volumes import MOST_BYTES, Volume

MOST_IMPORTANT = 40  # events at most on the home page of a timeline whose list stands on other pages


def home(
    shelf: Shelf, views: Mapping[str, EventView], pages: Sequence[Volume], weights: Mapping[str, int]
) -> dict[str, Any]:
    """The facts, the strip, and the whole list, or the way to its pages and what matters most."""
    events = shelf.timeline.events
    alone = len(pages) == 1
    return {
        "facts": _facts(shelf, events),
        "period": _period(shelf, events),
        "strip": strip(shelf, events, shelf.documents.values(), _entries(pages, pages[0] if alone else None)),
        "volumes": [] if alone else pages,
        "views": views,
        "sections": pages[0].sections if alone else sections(important(events, weights), shelf.words, gaps=False),
    }


def important(events: Sequence[Event], weights: Mapping[str, int]) -> list[Event]:
    """The events that matter most, in order of importance, as many as a page can hold."""
    ordered = sorted(events, key=lambda event: (-event.score, -event.outlets, event.id))[:MOST_IMPORTANT]
    reached = accumulate(weights[event.id] for event in ordered)
    return [event for event, weight in zip(ordered, reached, strict=True) if weight <= MOST_BYTES]


def volume(place: int, pages: Sequence[Volume], shelf: Shelf, views: Mapping[str, EventView]) -> dict[str, Any]:
    """The context of volume.html: a page of the list, and the ones before and after it."""
    page = pages[place]
    told = dict.fromkeys(name for event in page.events for name in event.documents if name in shelf.documents)
    return {
        "volume": page,
        "strip": strip(shelf, page.events, map(shelf.documents.__getitem__, told), _entries([page], page)),
        "sections": page.sections,
        "views": views,
        "before": pages[place - 1] if place else None,
        "next": pages[place + 1] if place + 1 < len(pages) else None,
    }


def _entries(pages: Sequence[Volume], here: Volume | None) -> dict[str, str]:
    """Event id → the address of its entry in the list, for a strip that stands on the page `here`."""
    return {event.id: f"{'' if page is here else page.url}#{event.id}" for page in pages for event in page.events}


def _facts(shelf: Shelf, events: Sequence[Event]) -> list[tuple[str, int]]:
    """(what is counted, how many), in the order in which they are shown."""
    evidence = (item for event in events for item in event.evidence if not item.goes_on)
    quotes = {(item.mention.document, item.mention.sentence) for item in evidence}
    facts = [("events", len(events)), ("documents", len(shelf.documents)), ("quotes", len(quotes))]
    disputed = sum(event.disputed for event in events)
    return [*facts, ("disputed", disputed)] if disputed else facts


def _period(shelf: Shelf, events: Sequence[Event]) -> str:
    """'17 Jan – 20 Feb 2022', from the first event's first day to the last one's last."""
    if not events:
        return ""
    spans = [span(event) for event in events]
    return dates.between(min(p.first for p in spans), max(p.last for p in spans), shelf.words)
