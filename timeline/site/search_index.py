"""The events as scripts that the search loads when somebody searches: a page opened from the disk may ask for no other.

Each script calls `timelineFind(number, rows)`; a row is

    [id, headline, date, first day, last day, names, sources, certainties, rank, documents, folded text]

with days as proleptic Gregorian ordinals, and names, sources and certainties as places in the lists of the finder.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.model import Event
from timeline.site.finder import Finder, Marks
from timeline.site.listing import ordered, span
from timeline.site.shelf import Shelf
from timeline.site.views import EventView

_LARGEST = 400_000  # characters of a script


def search_index(shelf: Shelf, views: Mapping[str, EventView], finder: Finder) -> dict[str, bytes]:
    """{path: script} in the order in which they are numbered; none for a timeline without events."""
    rows = [_row(event, views[event.id], finder.marks[event.id]) for event in ordered(shelf.timeline.events)]
    return dict(_script(number, part) for number, part in enumerate(_parts(rows)))


def fold(text: str) -> str:
    """The text as it is compared: compatibility forms taken apart, without accents, in small letters."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.category(char).startswith("M")).lower()


def _row(event: Event, view: EventView, marks: Marks) -> str:
    first, last = span(event)
    quoted = ("".join(piece.text for piece in quote.pieces) for quote in view.listed)
    told = (
        view.headline,
        view.summary,
        *(name.text for name in view.names),
        *dict.fromkeys(quote.publisher for quote in view.quotes),
        *quoted,
    )
    row: list[Any] = [view.id, view.headline, view.brief, first, last, marks.names, marks.sources, marks.certainties]
    row += [marks.rank, view.sources, fold(" ".join(" ".join(told).split()))]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _parts(rows: Sequence[str]) -> list[list[str]]:
    """The rows in scripts of a bearable size."""
    parts: list[list[str]] = []
    size = _LARGEST
    for row in rows:
        if size + len(row) > _LARGEST:
            parts.append([])
            size = 0
        parts[-1].append(row)
        size += len(row)
    return parts


def _script(number: int, rows: Sequence[str]) -> tuple[str, bytes]:
    inside = ",\n".join(rows)
    data = f"timelineFind({number},[\n{inside}\n])\n".encode("utf-8", "replace")
    return f"assets/find-{number}.{hashlib.sha256(data).hexdigest()[:8]}.js", data
