"""What the author says of one event, set in it: headline, summary, date, note, and the marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline import calendar
from timeline.correcting.nouns import Place, Wishes
from timeline.correcting.quoting import ordered
from timeline.correcting.verdicts import verdict
from timeline.model import Correctable, Correction, Event, Problem


def fulfilled(event: Event, wishes: Wishes, place: Place) -> tuple[Event, tuple[Problem, ...]]:
    """The event as the author wants it, with what it was before, and a problem for an end that lies before its date."""
    until, problems = _until(event, wishes, place)
    if wishes.date or until:
        event = _dated(event, wishes.date or event.value, until, wishes.approximate or False)
    elif wishes.approximate is not None:
        event = replace(event, approximate=wishes.approximate)
    for name in ("headline", "summary"):
        event = _set(event, name, getattr(wishes, name))
    if wishes.planned is not None and wishes.planned != event.planned:
        event = _noted(event, "planned", "planned" if event.planned else "not planned", planned=wishes.planned)
    if wishes.disputed and not event.contested:
        event = _noted(event, "disputed", "", contested=True)
    if wishes.note:
        event = replace(event, note=wishes.note)
    return (replace(event, pinned=True, score=1.0) if wishes.pin else event), problems


def _until(event: Event, wishes: Wishes, place: Place) -> tuple[str | None, tuple[Problem, ...]]:
    """The end that the author gives, where it does not lie before the date."""
    if wishes.until is None:
        return None, ()
    first, last = calendar.period(wishes.date or event.value), calendar.period(wishes.until)
    if first and last and last.last >= first.first:
        return wishes.until, ()
    message = f"until = {wishes.until!r} lies before the event's date, {wishes.date or event.value!r}."
    return None, (
        Problem("correction", place.file, place.line_of("until"), message, "Write a later one, or remove it."),
    )


def _dated(event: Event, value: str, until: str | None, approximate: bool) -> Event:
    """The event on another date, every sentence of it judged anew."""
    was = event.value + (f"/{event.until}" if event.until else "")
    if (event.value, event.until, event.approximate) == (value, until, approximate):
        return event
    evidence = [replace(item, verdict=verdict(item.mention, value, until)) for item in event.evidence]
    changed = replace(event, value=value, until=until, approximate=approximate, evidence=ordered(evidence))
    return _noted(changed, "date", was)


def _set(event: Event, name: Correctable, text: str | None) -> Event:
    was = getattr(event, name)
    return _noted(event, name, was, **{name: text}) if text and text != was else event


def _noted(event: Event, what: Correctable, was: str, **changed: Any) -> Event:
    """The event with a change and the note of it."""
    return replace(event, **changed, corrections=(*event.corrections, Correction(what, was)))
