"""The timeline as an Atom feed: what was last reported, for a feed reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from timeline import calendar
from timeline.exporting import records
from timeline.exporting.atom import NEVER, Entry, Head, feed
from timeline.model import Event, Timeline
from timeline.settings import Settings

_MOST = 100  # a feed tells what is new; the whole is in events.json


def as_atom(timeline: Timeline, settings: Settings) -> str:
    """The hundred events that were reported last, the latest first.

    `updated` is the day of the latest source, so that it does not change from build to build.
    """
    published = {document.id: document.dct for document in timeline.documents}
    dated = [(_updated(event, published), event) for event in timeline.events]
    dated.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
    entries = [
        Entry(
            key=event.id,
            title=event.headline,
            updated=updated,
            path=records.address(event),
            summary=" ".join(filter(None, (_when(event), event.summary))),
        )
        for updated, event in dated[:_MOST]
    ]
    return feed(Head("", timeline.title, "data/feed.xml", "", timeline.title), entries, settings)


def _when(event: Event) -> str:
    return f"[{event.value}{'/' + event.until if event.until else ''}{'~' if event.approximate else ''}]"


def _updated(event: Event, published: Mapping[str, date | None]) -> str:
    """The day of the latest source; of an event without a dated source its own first day, where Atom can say it."""
    reported = [str(day) for name in event.documents if (day := published.get(name))]
    if reported:
        return max(reported)
    first = records.days(event.value).first
    return calendar.iso(first) if 1 <= calendar.civil(first)[0] <= 9999 else NEVER
