"""What a format hands on: plain text, what the file says of itself, and claims of its publication date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import IntEnum

from timeline.model import Publish, Span


class Trust(IntEnum):
    """How far a kind of evidence for a publication date is believed; the smaller the more."""

    SETTINGS = 1
    FRONT_MATTER = 2
    METADATA = 3
    LABELLED = 4
    LINE = 5
    RUN_IN = 6
    ADDRESS = 7
    FILE_NAME = 8
    DATELINE = 9
    UPDATED = 10
    GUESS = 11


@dataclass(frozen=True, slots=True)
class Claim:
    """A day on which a document may have been published, with the evidence for it."""

    readings: tuple[datetime.date, ...]
    """(date(2022, 2, 1),); two where day and month cannot be told apart by the notation alone"""
    evidence: str
    """"the line 'January 28, 2022'\""""
    trust: Trust
    """Trust.LINE"""
    other: datetime.date | None = None
    """date(2022, 1, 27) where a time in UTC leaves it open whether it was still that day at the place"""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a file says of itself; None where it says nothing."""

    title: str | None = None
    """"Putin Says U.S. Ignored Russia's Demands\""""
    publisher: str | None = None
    """'The Moscow Times'"""
    author: str | None = None
    """'R. Ames'"""
    url: str | None = None
    """'https://example.org/2022/01/28/demands'"""
    language: str | None = None
    """'en', or with its country as the file has it: 'en-GB'"""
    publish: Publish | None = None
    """'full'"""
    archive: str | None = None
    """'https://archive.example/2022/demands'"""
    image: str | None = None
    """'demands.jpg'"""
    image_alt: str | None = None
    """'Two flags before a grey sky'"""
    image_credit: str | None = None
    """'Photograph: M. Ito'"""


@dataclass(frozen=True, slots=True)
class Raw:
    """A file with its format taken off."""

    text: str
    """plain text, line ends as '\\n', blocks of markup separated by a blank line"""
    fields: Fields = Fields()
    """Fields(title='…')"""
    claims: tuple[Claim, ...] = ()
    """claims of the publication date that do not stand in the text: front matter, metadata"""
    headings: tuple[Span, ...] = field(default=())
    """the blocks that the markup says are headings; () for a format that cannot say"""
