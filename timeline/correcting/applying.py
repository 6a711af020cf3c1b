"""Events and corrections → the events that readers see, and a problem for each correction that fits none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence

from timeline.correcting.nouns import Corrections, Entry, Place
from timeline.correcting.setting import fulfilled
from timeline.correcting.shaping import Shelf, merged, parted, written
from timeline.events.finding import in_order
from timeline.model import Document, Event, Problem, Timex


def correct(
    events: Iterable[Event],
    corrections: Corrections,
    documents: Sequence[Document],
    timexes: Mapping[str, Sequence[Timex]],
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events with the author's own among them and his corrections made, in the order of a timeline.

    First what does not belong together is split, so that a part can be named like any event; then what is hidden goes,
    what belongs together is merged, and last come headlines, dates and notes. `timexes`: document id → the expressions
    found in it.
    """
    desk = _Desk(events, Shelf({document.id: document for document in documents}, timexes))
    for event in corrections.written:
        desk.add(*written(event, desk.shelf), event.place)
    for step in (desk.split, desk.hide, desk.merge, desk.fulfil):
        for entry in corrections.entries:
            step(entry)
    return tuple(sorted(desk.events.values(), key=in_order)), tuple(desk.problems)


class _Desk:
    """The events while they are worked on."""

    def __init__(self, events: Iterable[Event], shelf: Shelf) -> None:
        self.shelf = shelf
        self.events = {event.id: event for event in events}
        self.leads = {old: event.id for event in self.events.values() for old in event.former}
        self.hidden: set[str] = set()
        self.problems: list[Problem] = []

    def add(self, event: Event, problems: Iterable[Problem], place: Place) -> None:
        """Put an event of the author's beside the others."""
        self.problems += problems
        if event.id in self.events or event.id in self.leads:
            message = f"Another event has the id {event.id!r}, which is the name of this file."
            self.problems.append(Problem("written event", place.file, None, message, "Rename the file."))
        else:
            self.events[event.id] = event

    def hide(self, entry: Entry) -> None:
        """Leave an event out."""
        event = self._event(entry.event, entry) if entry.hide else None
        if event is None:
            return
        if event.id != entry.event:
            message = f"{entry.event!r} has become a part of {event.id!r}, which is hidden with it."
            remedy = "Name that one if it is right, or split it."
            self.problems.append(Problem("correction", entry.place.file, entry.place.line, message, remedy))
        self.hidden |= {event.id, *event.former}
        del self.events[event.id]

    def merge(self, entry: Entry) -> None:
        """Bring other events into one."""
        for name in entry.merge:
            event, other = self._event(entry.event, entry), self._event(name, entry, "merge")
            if event is not None and other is not None and event.id != other.id:
                self.events[event.id] = merged(event, other, self.shelf)
                del self.events[other.id]
                self.leads |= dict.fromkeys((other.id, *other.former), event.id)

    def split(self, entry: Entry) -> None:
        """Take parts out of an event."""
        for part in entry.split:
            event = self._event(entry.event, entry)
            if event is not None:
                found, problems = parted(event, part, self.shelf, {*self.events, *self.leads})
                self.problems += problems
                self.events |= {one.id: one for one in found}

    def fulfil(self, entry: Entry) -> None:
        """Give an event its headline, its date, its note."""
        event = None if entry.hide else self._event(entry.event, entry)
        if event is not None:
            self.events[event.id], problems = fulfilled(event, entry.wishes, entry.place)
            self.problems += problems

    def _event(self, name: str, entry: Entry, key: str = "event") -> Event | None:
        """The event that an id names, by a former id too; None, with one problem, where there is none."""
        found = name
        while found not in self.events and found in self.leads:
            found = self.leads[found]
        if found in self.events:
            return self.events[found]
        what = f"The event {name!r} is hidden." if name in self.hidden else f"No event has the id {name!r}."
        near = difflib.get_close_matches(name, self.events, n=1)
        remedy = f"Is it {near[0]!r}? " if near else ""
        remedy += "'python -m timeline events' lists the ids; mend the entry, or remove it."
        problem = Problem("no such event", entry.place.file, entry.place.line_of(key), what, remedy)
        self.problems += [problem] if problem not in self.problems else []
        return None
