"""Which way the words of a group point: back, forward, or at what was named."""

from __future__ import annotations

from timeline.dates.groups import Groups
from timeline.dates.meanings import Base


def direction(groups: Groups) -> tuple[int, Base] | None:
    """Years and their base in 'of last year', 'of the same year', 'of the following year'."""
    if "direction" not in groups:
        return None
    direct = groups.value("direction")
    if direct is not None:
        return int(direct), "dct"
    return narrated(groups, "direction"), "mention"


def narrated(groups: Groups, name: str) -> int:
    """How far from what was named before: 0 for 'that' and 'the same', 1 for 'the following', -1 for 'the previous'."""
    known = groups.language.values["narrated"]
    return next((int(known[word]) for word in groups.caught[name] if known.get(word)), 0)


def toward(groups: Groups) -> int | None:
    """-1 for 'last' and 'this past', 0 for 'this', 1 for 'next' and 'this coming'; None where no such word stands."""
    if "toward" not in groups:
        return None
    words, known = groups.caught["toward"], groups.language.values["direction"]
    return next((int(known[word]) for word in reversed(words) if word in known), None)
