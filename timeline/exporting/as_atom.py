"""The timeline as an Atom feed (RFC 4287): what was last reported, for a feed reader."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from timeline import calendar
from timeline.exporting import records
from timeline.model import Event, Timeline
from timeline.settings import Settings

_MOST = 100  # a feed tells what is new; the whole is in events.json
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NEVER = "1970-01-01"  # of a feed without a dated event: an hour must be given, and none is known


def as_atom(timeline: Timeline, settings: Settings) -> str:
    """The hundred events that were reported last, the latest first.

    Ids are UUIDs made from the base address (else the title) and the event's id; `updated` is the day of the latest
    source, so that neither changes from build to build. Without a base address links are relative to the feed.
    """
    space = uuid.uuid5(uuid.NAMESPACE_URL, settings.base_url or timeline.title)
    published = {document.id: document.dct for document in timeline.documents}
    dated = [(_updated(event, published), event) for event in timeline.events]
    dated.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    root = settings.base_url or "../"
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append(f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(settings.language)}>')
    lines.append(f"<title>{_text(timeline.title)}</title>")
    if settings.description:
        lines.append(f"<subtitle>{_text(settings.description)}</subtitle>")
    lines.append(f"<id>{space.urn}</id>")
    lines.append(f"<updated>{dated[0][0] if dated else _NEVER}T00:00:00Z</updated>")
    lines.append(f"<author><name>{_text(timeline.title)}</name></author>")
    lines.append(f'<link rel="alternate" type="text/html" href={_link(root, "")}/>')
    lines.append(f'<link rel="self" type="application/atom+xml" href={_link(root, "data/feed.xml")}/>')
    for updated, event in dated[:_MOST]:
        lines += _entry(event, updated, space, root)
    return "\n".join([*lines, "</feed>", ""])


def _entry(event: Event, updated: str, space: uuid.UUID, root: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<title>{_text(event.headline)}</title>"
    yield f"<id>{uuid.uuid5(space, event.id).urn}</id>"
    yield f"<updated>{updated}T00:00:00Z</updated>"
    yield f'<link rel="alternate" type="text/html" href={_link(root, records.address(event))}/>'
    yield f"<summary>{_text(' '.join(filter(None, (_when(event), event.summary))))}</summary>"
    yield "</entry>"


def _when(event: Event) -> str:
    return f"[{event.value}{'/' + event.until if event.until else ''}{'~' if event.approximate else ''}]"


def _updated(event: Event, published: Mapping[str, date | None]) -> str:
    """The day of the latest source; of an event without a dated source its own first day, where Atom can say it."""
    reported = [str(day) for name in event.documents if (day := published.get(name))]
    if reported:
        return max(reported)
    first = records.days(event.value).first
    return calendar.iso(first) if 1 <= calendar.civil(first)[0] <= 9999 else _NEVER


def _link(root: str, path: str) -> str:
    """A quoted address; a relative one names its file, for it may be followed from a folder."""
    name = "index.html" if root == "../" and (not path or path.endswith("/")) else ""
    return quoteattr(root + path + name)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", records.one_line(text)))
