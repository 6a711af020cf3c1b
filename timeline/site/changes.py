"""What has changed since the build before: the rows of its page, and its feed."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.exporting.atom import NEVER, Entry, Head, feed
from timeline.model import Change, ChangeKind
from timeline.settings import Settings
from timeline.site import dates
from timeline.site.shelf import Shelf
from timeline.site.views import Link

FEED = "data/changes.xml"
PAGE = "changes/"


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change, ready to be shown."""

    kind: ChangeKind
    """'moved'"""
    text: str
    """'Moved from 27 Jan 2022'"""
    when: str
    """'26 Jan 2022', the event's date now, or its last"""
    event: Link
    """Link('NATO rejects Russia's demand', 'events/…/index.html'); no address where the event is gone"""


def changes(shelf: Shelf) -> tuple[tuple[ChangeView, ...], ...]:
    """The changes in batches, a build each, the latest first."""
    return tuple(tuple(_view(change, shelf) for change in batch) for batch in shelf.timeline.history.changes)


def changes_feed(shelf: Shelf, settings: Settings) -> bytes:
    """The changes as an Atom feed; each is dated by the latest document of its event, and no clock."""
    entries: dict[str, Entry] = {}
    for batch in shelf.timeline.history.changes:
        for change in batch:
            view = _view(change, shelf)
            path = view.event.url.removesuffix("index.html") or PAGE
            key = " ".join((change.kind, change.id, change.value, change.was))
            summary = f"{view.text}. [{change.value}]"
            entries.setdefault(key, Entry(key, change.headline, change.reported or NEVER, path, summary))
    title = f"{shelf.timeline.title}: {shelf.words.say('changes.title')}"
    head = Head("changes", title, FEED, PAGE, shelf.timeline.title)
    return feed(head, list(entries.values()), settings).encode("utf-8", "replace")


def _view(change: Change, shelf: Shelf) -> ChangeView:
    words = shelf.words
    was = dates.value(change.was, words, dates.MEDIUM) if change.kind == "moved" else change.was
    url = f"events/{change.id}/index.html" if change.id in shelf.ids else ""
    text = words.say(f"changes.{change.kind}", was=was)
    return ChangeView(change.kind, text, dates.value(change.value, words, dates.MEDIUM), Link(change.headline, url))
