"""What the author can say, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.model import Reference


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands that the author wrote."""

    file: str
    """'corrections.toml', relative to the content folder"""
    line: int
    """12, of its head"""
    keys: Mapping[str, int] = field(default_factory=dict)
    """'headline' → 13, the line of each key"""

    def line_of(self, key: str) -> int:
        """The line of a key; that of the head where it is not known."""
        return self.keys.get(key, self.line)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What can be said of any event; None where nothing is."""

    headline: str | None = None
    """'The ferry Aurora hits the pier'"""
    summary: str | None = None
    """'Nine passengers were treated.'"""
    date: str | None = None
    """'2019-05-07', a TIMEX3 calendar value"""
    until: str | None = None
    """'2019-05-09'"""
    approximate: bool | None = None
    """True for 'about'"""
    planned: bool | None = None
    """False where it took place, whatever the sources say"""
    note: str | None = None
    """'The harbour log says 14:00.'"""
    pin: bool | None = None
    """True where it belongs to the most important"""
    disputed: bool | None = None
    """True where its date or course is disputed"""


@dataclass(frozen=True, slots=True)
class Part:
    """What is split off an event."""

    quotes: tuple[str, ...]
    """('Divers went down on Thursday',), sentences of its evidence or parts of them"""
    wishes: Wishes
    """Wishes(headline='Divers inspect the hull')"""
    place: Place
    """Place('corrections.toml', 20)"""


@dataclass(frozen=True, slots=True)
class Entry:
    """All that `corrections.toml` says of one event."""

    event: str
    """'2019-05-07-ferry-aurora-hit-pier-tarn', an id or a former one"""
    place: Place
    """Place('corrections.toml', 12)"""
    hide: bool = False
    """whether it is left out"""
    merge: tuple[str, ...] = ()
    """('2019-05-07-nine-passengers-treated',), ids of the events that are brought into it"""
    split: tuple[Part, ...] = ()
    """what goes to events of its own"""
    wishes: Wishes = Wishes()
    """Wishes(headline='The ferry Aurora hits the pier')"""


class Citation(NamedTuple):
    """A sentence that the author gives as evidence."""

    document: str
    """'quay-post-2019-05-10', the id of a document, or its path"""
    quote: str
    """'hit the pier on Tuesday', letter for letter"""


@dataclass(frozen=True, slots=True)
class Written:
    """An event that the author wrote: a Markdown file with front matter."""

    id: str
    """'2019-05-01-line-opens', the name of its file"""
    place: Place
    """Place('_events/2019-05-01-line-opens.md', 1)"""
    wishes: Wishes
    """Wishes(headline='The line opens', date='2019-05-01')"""
    names: tuple[str, ...] = ()
    """('Tarn Quay',)"""
    links: tuple[Reference, ...] = ()
    """(Reference('Timetable', 'https://…'),)"""
    evidence: tuple[Citation, ...] = ()
    """(Citation('quay-post-2019-05-10', 'hit the pier on Tuesday'),)"""
    body: str = ""
    """'It ran *twice* a day.', Markdown"""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The author's hand, whole."""

    entries: tuple[Entry, ...] = ()
    """in order of the file"""
    written: tuple[Written, ...] = ()
    """in order of their files"""

    @property
    def named(self) -> frozenset[str]:
        """Every id that an entry names."""
        return frozenset(name for entry in self.entries for name in (entry.event, *entry.merge))
