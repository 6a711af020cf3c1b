"""The nouns that every stage speaks of: frozen, slotted, and without any knowledge of how they are made.

Those that a text has by the thousand are tuples, which are made in a third of the time.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal, NamedTuple

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Verdict = Literal["supports", "coarser", "disagrees", "undated"]
Publish = Literal["excerpts", "full", "none"]
Correctable = Literal["headline", "summary", "date", "planned", "disputed", "merged", "split"]
ChangeKind = Literal["new", "moved", "merged", "corroborated", "gone"]


class Grain(IntEnum):
    """How coarse a TIMEX3 value is; a greater grain is a coarser one."""

    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEK = 4
    MONTH = 5
    SEASON = 6
    QUARTER = 7
    HALF = 8
    YEAR = 9
    DECADE = 10
    CENTURY = 11


class Span(NamedTuple):
    """A stretch of a text, in Unicode code points, the end not included."""

    start: int
    """10"""
    end: int
    """22"""

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Anchor(NamedTuple):
    """The date that a relative expression was counted from."""

    value: str
    """'2022-01-28', a TIMEX3 calendar value"""
    kind: Literal["dct", "mention"]
    """'dct': the document creation time; 'mention': a date named before in the text"""


class Timex(NamedTuple):
    """An expression of time in a text and what it was worked out to mean, in the terms of TIMEX3."""

    span: Span
    """Span(10, 22)"""
    text: str
    """'on Wednesday'"""
    type: TimexType
    """'DATE'"""
    value: str
    """'2022-01-26'"""
    mod: str | None
    """'END' for 'late last month'; None where nothing modifies the value"""
    anchor: Anchor | None
    """Anchor('2022-01-28', 'dct'); None for an expression that is complete by itself"""
    rule: str
    """'weekday', the name of the rule that found it"""
    explanation: str
    """'A weekday in the past tense: the last Wednesday up to publication, Fri 28 Jan 2022.'"""
    until: str | None = None
    """'2022-02-20' on the first expression of 'from Thursday until 20 February'; else None"""


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published, and how that is known."""

    date: datetime.date | None
    """date(2022, 1, 28); None where nothing tells it"""
    evidence: str
    """"the line 'January 28, 2022'"; for an undated document, why it is undated"""
    inferred: bool = False
    """True where the date rests on other documents and not on this one"""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from and what its author allows."""

    path: str
    """'news/moscow-times.txt', relative to the content folder, with forward slashes"""
    title: str | None = None
    """'Putin Says U.S. Ignored Russia's Demands'"""
    publisher: str | None = None
    """'The Moscow Times'"""
    author: str | None = None
    """'R. Ames'"""
    url: str | None = None
    """'https://example.org/2022/01/28/demands', http or https only"""
    publish: Publish = "excerpts"
    """how much of the text the site may show"""
    archive: str | None = None
    """'https://archive.example/2022/demands', where a copy is kept, http or https only"""
    image: str | None = None
    """'demands.jpg', a picture as the document names it; None where it names none"""
    image_alt: str | None = None
    """'Two flags before a grey sky', what the picture shows"""
    image_credit: str | None = None
    """'Photograph: M. Ito'"""


@dataclass(frozen=True, slots=True)
class Document:
    """A source that was read: its text, when it was published, and which parts of the text are the article proper."""

    id: str
    """'moscow-times-2022-01-28', unique, safe in an address"""
    source: Source
    """Source('news/moscow-times.txt', …)"""
    language: str
    """'en', an ISO 639-1 code"""
    publication: Publication
    """Publication(date(2022, 1, 28), "the line 'January 28, 2022'")"""
    text: str
    """the whole text, markup taken off, line ends as '\\n'; every span of the document counts in it"""
    heading: Span | None
    """where the title stands in the text; None where it stands elsewhere (front matter) or nowhere"""
    sentences: tuple[Span, ...]
    """the sentences of the article proper, in order, heading and furniture left out"""
    furniture: tuple[Span, ...]
    """what is no part of the article: share buttons, captions, related news; in order, never overlapping"""
    digest: str
    """'1e416466…', the SHA-256 of the file's bytes in hexadecimal"""

    @property
    def dct(self) -> datetime.date | None:
        """The document creation time, a day; None for an undated document."""
        return self.publication.date


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a document as the site shows it: scaled down, and without what a camera adds of its own."""

    data: bytes
    """b'\\xff\\xd8…', the file"""
    suffix: str
    """'.jpg' or '.png'"""
    width: int
    """1280, in pixels"""
    height: int
    """853"""
    alt: str
    """'Two flags before a grey sky', what it shows"""
    credit: str
    """'Photograph: M. Ito'; '' where it is not known"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that tells a happening, with the expression that dates it."""

    document: str
    """'moscow-times-2022-01-28', the document's id"""
    sentence: Span
    """Span(210, 305), in the document's text"""
    timex: Timex | None
    """the expression that dates the happening; None for a telling without one"""
    value: str | None
    """'2022-01-26', the day it is placed on by itself; None where it has no date of its own"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A mention as a part of an event, with what it says about the event's date."""

    mention: Mention
    """Mention('moscow-times-2022-01-28', Span(210, 305), Timex(…), '2022-01-26')"""
    quote: str
    """the sentence, letter for letter as the document has it"""
    explanation: str
    """'A weekday in the past tense: the last Wednesday up to publication, Fri 28 Jan 2022.'"""
    verdict: Verdict
    """'supports' the event's date, is 'coarser', 'disagrees', or is 'undated'"""

    @property
    def goes_on(self) -> bool:
        """Whether it says nothing of the date and only goes on from another sentence of its article."""
        return self.verdict == "undated" and self.mention.value is not None


@dataclass(frozen=True, slots=True)
class Reference:
    """Where an event that the author wrote can be read up on."""

    title: str
    """'The communiqué'"""
    url: str
    """'https://example.org/communique', http or https only"""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the author changed in an event that was found."""

    what: Correctable
    """'date'"""
    was: str
    """'2022-01-27', what the documents gave; for 'merged' and 'split' the other event's headline; '' for none"""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, told by one or many documents, or written by the author: a cluster of mentions."""

    id: str
    """'2022-01-26-nato-rejects-russia-demand', unique, safe in an address; it stays while the event grows"""
    value: str
    """'2022-01-26', a TIMEX3 calendar value"""
    until: str | None
    """'2022-02-20', the value on which a happening of several days ends; else None"""
    approximate: bool
    """True for 'late January' or 'about 1997'"""
    planned: bool
    """True where it is told as something to come and no document tells that it took place"""
    headline: str
    """'The US and NATO formally reject Russia's demand to bar Ukraine'"""
    summary: str
    """one to three sentences that add to the headline; '' where nothing is to be added"""
    names: tuple[str, ...]
    """('NATO', 'Ukraine'), the people, places and organisations, the most frequent first"""
    score: float
    """importance in this timeline, 0.0 to 1.0, 1.0 the highest"""
    evidence: tuple[Evidence, ...]
    """one a quoted sentence, the best first"""
    outlets: int
    """how many independent outlets tell it; a reprint does not count again"""
    former: tuple[str, ...] = ()
    """('2022-01-26-written-answer',), ids of events that are one with it now; their addresses lead here"""
    written: bool = False
    """True where the author wrote it; its evidence may be empty"""
    body: str = ""
    """'The ministers *met alone*.', Markdown, of an event that the author wrote; '' for all others"""
    links: tuple[Reference, ...] = ()
    """(Reference('The communiqué', 'https://…'),), of an event that the author wrote"""
    note: str = ""
    """'The court's own record says 14:00.', what the author adds; ''"""
    pinned: bool = False
    """True where the author wants it shown among the most important"""
    contested: bool = False
    """True where the author calls it disputed, whatever the sources say"""
    corrections: tuple[Correction, ...] = ()
    """(Correction('date', '2022-01-27'),), in the order in which they were made"""

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that tell it, each once, in the order of the evidence."""
        return tuple(dict.fromkeys(item.mention.document for item in self.evidence))

    @property
    def disputed(self) -> bool:
        """Whether a source names another date, or the author calls it disputed."""
        return self.contested or any(item.verdict == "disagrees" for item in self.evidence)


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or is in doubt; the build goes on without it."""

    name: str
    """'undated', one word or two that a summary can count by"""
    path: str
    """'news/moscow-times.txt', relative to the content folder"""
    line: int | None
    """3, where a line can be named; counted from 1"""
    message: str
    """'The front matter is not closed.'"""
    remedy: str
    """"Add a line '---' after the last field.\""""
    fatal: bool = False
    """True where the document was left out"""


@dataclass(frozen=True, slots=True)
class Found:
    """An event as the documents gave it, so far as the next build must know it again."""

    id: str
    """'2022-01-26-nato-rejects-russia-demand'"""
    evidence: tuple[str, ...]
    """('3f2a9c1d2e4b@2022-01-26',), a mark for each quoted sentence: its hash and the value that it gives"""


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as readers saw it, so far as they are told what has changed."""

    id: str
    """'2022-01-26-nato-rejects-russia-demand'"""
    value: str
    """'2022-01-26'"""
    until: str | None
    """'2022-02-20', or None"""
    headline: str
    """'NATO rejects Russia's demand'"""
    outlets: int
    """3"""


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of one event from one build to the next."""

    kind: ChangeKind
    """'moved'"""
    id: str
    """'2022-01-26-nato-rejects-russia-demand', the event's; for 'merged' that of the one it is a part of now"""
    value: str
    """'2022-01-26', its date now; of one that is gone, or merged, the last one"""
    headline: str
    """'NATO rejects Russia's demand'"""
    was: str
    """'2022-01-27' for 'moved'; '2', the outlets before, for 'corroborated'; the old id for 'merged'; else ''"""
    reported: str
    """'2022-01-28', when the latest of its documents was published; '' where none is dated"""


@dataclass(frozen=True, slots=True)
class History:
    """What one build leaves to the next, so that addresses stay and changes can be told."""

    found: tuple[Found, ...] = ()
    """every event that the documents gave, hidden and merged ones too, in order of id"""
    former: tuple[tuple[str, str], ...] = ()
    """(('2022-01-26-written-answer', '2022-01-26-nato-rejects-russia-demand'),), old id → id, in order"""
    shown: tuple[Shown, ...] = ()
    """the events of this build, in order of id"""
    changes: tuple[tuple[Change, ...], ...] = ()
    """what has changed, the latest build that changed anything first"""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the site and the exports are made from."""

    title: str
    """'Written answers'"""
    documents: tuple[Document, ...]
    """every document that was read, in order of their paths"""
    timexes: dict[str, tuple[Timex, ...]]
    """document id → every expression found in it, in order of the text"""
    events: tuple[Event, ...]
    """in order of first day, last day, id"""
    problems: tuple[Problem, ...] = ()
    """in order of path and line"""
    history: History = History()
    """what the next build is to know of this one, and what has changed since the last"""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """document id → its picture"""
    key: int = 0
    """12, how many events are key events, those with the highest scores; 0 where that was not worked out"""
