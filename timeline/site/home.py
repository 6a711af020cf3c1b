"""What the home page and the pages of the list are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.model import Event
from timeline.site import dates
from timeline.site.finder import finder
from timeline.site.listing import sections, span
from timeline.site.shelf import Shelf
from timeline.site.strip_drawing import strip
from timeline.site.views import EventView
from timeline.site.volumes import Volume

_MOST_IMPORTANT = 40  # events on the home page of a timeline whose list stands on other pages


def home(shelf: Shelf, views: Mapping[str, EventView], pages: Sequence[Volume]) -> dict[str, Any]:
    """The context of home.html: the whole list, or the way to its pages and what matters most."""
    events = shelf.timeline.events
    context = {
        "facts": _facts(shelf, events),
        "period": _period(shelf, events),
        "strip": strip(shelf, {event.id for event in pages[0].events} if len(pages) == 1 else set()),
        "volumes": [],
        "views": views,
    }
    if len(pages) == 1:
        return context | {"sections": pages[0].sections, "finder": finder(events, shelf)}
    important = sorted(events, key=lambda event: (-event.score, -event.outlets, event.id))[:_MOST_IMPORTANT]
    rows = sections(important, shelf.words, gaps=False)
    return context | {"volumes": pages, "sections": rows, "finder": finder(important, shelf)}


def volume(place: int, pages: Sequence[Volume], shelf: Shelf, views: Mapping[str, EventView]) -> dict[str, Any]:
    """The context of volume.html: a page of the list, and the ones before and after it."""
    page = pages[place]
    return {
        "volume": page,
        "sections": page.sections,
        "views": views,
        "finder": finder(page.events, shelf),
        "before": pages[place - 1] if place else None,
        "next": pages[place + 1] if place + 1 < len(pages) else None,
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
