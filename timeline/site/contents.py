"""Which pages there are, and what each is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.exporting.as_ics import fits
from timeline.settings import Settings
from timeline.site import kinds, linked, listing
from timeline.site.addresses import numbered
from timeline.site.changes import changes
from timeline.site.event_views import evidence_of
from timeline.site.home import MOST_IMPORTANT, home, important, volume
from timeline.site.names import name_pages
from timeline.site.page import Page
from timeline.site.shelf import Shelf
from timeline.site.source_views import source_views
from timeline.site.table import table
from timeline.site.views import EventView, Link, SourceView
from timeline.site.volumes import Volume, volumes
from timeline.site.weights import brief_weights, weights

EMBED = "embed/index.html"
_MOST_SOURCES = 400  # on a page of the list of sources


def pages(
    shelf: Shelf,
    views: Mapping[str, EventView],
    search: Mapping[str, Any],
    settings: Settings,
    exports: Mapping[str, bytes],
) -> Iterator[Page]:
    """Every page of the site; `search` is what lists are searched by, `exports` are the files of data."""
    timeline, say = shelf.timeline, shelf.words.say
    full, brief = weights(views), brief_weights(views)
    parts = volumes(listing.sections(timeline.events, shelf.words), full, shelf.words)
    about = settings.description or timeline.title
    first = {**home(shelf, views, parts, full), **search}
    told = linked.of_site(shelf, settings, views)
    yield Page("index.html", "home.html", timeline.title, about, "timeline", first, told)
    for place, part in enumerate(parts if len(parts) > 1 else ()):
        context = {**volume(place, parts, shelf, views), **search}
        yield Page(part.url, "volume.html", part.title, about, "timeline", context)
    yield from _event_pages(shelf, views, parts, settings)
    yield from name_pages(shelf, views, brief, settings)
    yield from _former_pages(shelf, views)
    yield from _source_pages(shelf, settings)
    yield from _other_pages(shelf, exports)
    yield _embed(shelf, views, brief, about)
    yield Page("404.html", "missing.html", say("missing.title"), say("missing.lede"), "", {})


def _event_pages(
    shelf: Shelf, views: Mapping[str, EventView], parts: Sequence[Volume], settings: Settings
) -> Iterator[Page]:
    ordered = [
        (event, part, section)
        for part in parts
        for section in part.sections
        for row in section.rows
        for event in row.events
    ]
    shown = [views[event.id] for event, _, _ in ordered]
    for place, (event, part, section) in enumerate(ordered):
        view = shown[place]
        context = {
            "event": view,
            "table": table(event, evidence_of(event, shelf), shelf),
            "list": part.url,
            "section_link": Link(section.title, f"{part.url}#{section.id}"),
            "before": shown[place - 1] if place else None,
            "next": shown[place + 1] if place + 1 < len(shown) else None,
        }
        about, told = view.summary or view.headline, linked.of_event(event, view, shelf, settings)
        card = f"cards/{event.id}.png"
        yield Page(view.url, "event.html", view.headline, about, "timeline", context, told, card)


def _former_pages(shelf: Shelf, views: Mapping[str, EventView]) -> Iterator[Page]:
    """A page at each address that an event had before; it leads on to where the event is now."""
    about = shelf.words.say("moved.lede")
    for event in shelf.timeline.events:
        view = views[event.id]
        for old in event.former:
            path = f"events/{old}/index.html"
            yield Page(path, "moved.html", view.headline, about, "", {"event": view}, leads_to=view.url)


def _source_pages(shelf: Shelf, settings: Settings) -> Iterator[Page]:
    views = source_views(shelf)
    yield from _source_lists([replace(view, paragraphs=()) for view in views], shelf)
    for view in views:
        if view.url:
            about = ", ".join(part for part in (view.publisher, view.published) if part) or view.title
            told = linked.of_source(view, shelf, settings)
            yield Page(view.url, "source.html", view.title, about, "sources", {"source": view}, told)


def _source_lists(views: Sequence[SourceView], shelf: Shelf) -> Iterator[Page]:
    """All sources on as many pages as they need, in order of publication."""
    say = shelf.words.say
    parts = [views[start : start + _MOST_SOURCES] for start in range(0, len(views), _MOST_SOURCES)] or [[]]
    links = [Link(_stretch(part, shelf), numbered("sources", number)) for number, part in enumerate(parts, 1)]
    for number, (part, link) in enumerate(zip(parts, links, strict=True), 1):
        title = say("site.sources") if number == 1 else f"{say('site.sources')} ({number})"
        context = {"sources": part, "parts": links if len(parts) > 1 else [], "part": link}
        yield Page(link.url, "sources.html", title, say("source.lede"), "sources", context)


def _stretch(views: Sequence[SourceView], shelf: Shelf) -> str:
    """'Fri, 28 Jan 2022 – Wed, 2 Feb 2022', when the sources of a page were published."""
    days = [view.published or shelf.words.say("source.undated") for view in (*views[:1], *views[-1:])]
    return " – ".join(dict.fromkeys(days))


def _other_pages(shelf: Shelf, exports: Mapping[str, bytes]) -> Iterator[Page]:
    say, timeline = shelf.words.say, shelf.timeline
    sizes = {path.rpartition("/")[2]: len(data) for path, data in exports.items() if path.startswith("data/")}
    data = {"sizes": sizes, "held": sum(fits(event) for event in timeline.events), "embed": EMBED}
    yield Page("data/index.html", "data.html", say("site.data"), say("data.lede"), "data", data)
    batches = {"batches": changes(shelf)}
    yield Page("changes/index.html", "changes.html", say("changes.title"), say("changes.lede"), "changes", batches)
    found = {"problems": timeline.problems}
    yield Page("problems/index.html", "problems.html", say("site.problems"), say("problems.lede"), "problems", found)
    shapes = {"shapes": kinds.SHAPES}
    yield Page("about/index.html", "about.html", say("site.method"), say("about.lede"), "about", shapes)


def _embed(shelf: Shelf, views: Mapping[str, EventView], brief: Mapping[str, int], about: str) -> Page:
    """The timeline without anything around it, for a frame in another page; of a long one what matters most."""
    events = shelf.timeline.events
    whole = len(events) <= MOST_IMPORTANT
    rows = listing.sections(events if whole else important(events, brief), shelf.words, gaps=whole)
    context = {"sections": rows, "views": views, "whole": whole}
    return Page(EMBED, "embed.html", shelf.timeline.title, about, "", context)
