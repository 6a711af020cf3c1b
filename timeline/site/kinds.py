"""How exact and how sure an event's date is: one shape, and all the words that hold."""

from __future__ import annotations

from timeline import calendar
from timeline.model import Event, Grain
from timeline.site.words import Words

SHAPES = ("day", "range", "coarse", "approximate", "planned", "disputed")
"""every shape there is, in the order of the key"""


def shape(event: Event) -> str:
    """The one shape that stands for the event: that of its greatest doubt."""
    if event.disputed:
        return "disputed"
    if event.planned:
        return "planned"
    if event.approximate:
        return "approximate"
    if event.until:
        return "range"
    return "coarse" if grain(event) > Grain.DAY else "day"


def tags(event: Event, words: Words) -> tuple[str, ...]:
    """Words for all that holds of the date: ('Within a month', 'Approximate', 'Sources disagree')."""
    doubts = [name for name, holds in (("approximate", event.approximate), ("planned", event.planned)) if holds]
    names = ["range" if event.until else _exactness(event), *doubts]
    if event.approximate and names[0] == "day":
        names.pop(0)
    return tuple(words.say(f"kind.{name}") for name in names)


def filters(event: Event) -> tuple[str, ...]:
    """The marks that the filter for certainty looks for."""
    known = event.until is None and not event.approximate and grain(event) <= Grain.DAY
    exact = "exact" if known else "range" if event.until else "coarse"
    marks = [exact, "many" if len(event.documents) > 1 else "one"]
    marks += [name for name in ("approximate", "planned", "disputed") if getattr(event, name)]
    return tuple(marks)


def grain(event: Event) -> Grain:
    """How coarse the event's value is."""
    return calendar.grain(event.value) or Grain.DAY


def _exactness(event: Event) -> str:
    coarseness = grain(event)
    return "time" if coarseness < Grain.DAY else coarseness.name.lower()
