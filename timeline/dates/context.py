"""What is known of a document when one of its expressions is resolved: its publication, and the dates named before."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from timeline import calendar
from timeline.dates.domain import Domain
from timeline.dates.meanings import Meaning, Point, Step
from timeline.model import Anchor, Grain


class Answer(NamedTuple):
    """The value of an expression and how it was worked out."""

    value: str
    """'2022-01-26'"""
    anchor: Anchor | None
    """Anchor('2022-01-28', 'dct')"""
    why: str
    """'A weekday in the past tense: the last Wednesday up to publication, Fri 28 Jan 2022.'"""

    def at(self, clock: str) -> Answer:
        """The same at a time of that day."""
        return self._replace(value=self.value + clock)


class Place(NamedTuple):
    """Where an expression stands and which way its clause looks."""

    sentence: int
    """3, how many sentences end before it"""
    tense: int
    """1 forward, 2 surely forward, -1 back, 0 unknown"""
    ended: str | None = None
    """'1989-09-30' for 'the quarter ended Sept. 30'"""
    ahead: str | None = None
    """'1940-05-10', the next date that the text writes out with its year"""


@dataclass(slots=True)
class Context:
    """The anchors of one document, carried from one expression to the next."""

    published: Anchor | None
    """the day of publication as an anchor; None for an undated document"""
    domain: Domain
    """'news'"""
    essay: bool = False
    """True for a long text that names no day near its own, so that its 'today' mostly means nowadays"""
    named: str | None = None
    """the last calendar value that was named, '1939-09-17'"""
    named_in: int = 0
    """the sentence in which it was named"""
    story: str | None = None
    """where a narrative stands: the last value of a season, a month or finer, '1940-04'"""
    year: str | None = None
    """the last bare year that was named since then, '1941'"""
    quarter: str | None = None
    """the quarter that the document reports on, '1989-Q3'"""
    yearly: bool = False
    """True where the text compares years or most of a year, and no quarters"""
    decade: str | None = None
    """the last decade or century that was named since then, '192'"""
    day: str | None = None
    """the last day that was named"""
    day_in: int = -9
    """the sentence in which that was"""
    changes: int = 0
    """how often it was changed by what was named"""

    @classmethod
    def of(cls, anchor: datetime.date | None, domain: Domain, *, essay: bool = False) -> Context:
        """The context at the beginning of a document."""
        return cls(None if anchor is None else Anchor(anchor.isoformat(), "dct"), domain, essay)

    @property
    def before(self) -> Anchor | None:
        """The date named before as an anchor; None where there is none."""
        return None if self.named is None else Anchor(self.named, "mention")

    def anchor(self, base: str) -> Anchor | None:
        """The anchor of that base: narratives count everything from the date named before, news what asks for it."""
        if self.domain == "narrative" or base == "mention":
            return self.before or (self.published if self.domain == "news" else None)
        return self.published or self.before

    def ground(self, sentence: int) -> tuple[int, bool, int, int]:
        """What an expression in that sentence rests on: the same ground gives the same answer."""
        return self.changes, self.yearly, sentence - self.named_in, sentence - self.day_in

    def remember(self, value: str, sentence: int, meaning: Meaning) -> None:
        """Take note of a calendar value that a sentence names, and of what its expression means."""
        value = value.partition("T")[0]
        if self.domain == "narrative" and _looks_back(meaning):
            return
        if value == self.named:
            self.named_in = sentence
            self.day_in = sentence if value == self.day else self.day_in
            return
        grain = calendar.grain(value)
        if grain is None:
            return
        self.changes += 1
        self.decade = value if grain > Grain.YEAR else None
        if grain > Grain.YEAR:
            return
        self.named_in = sentence
        if grain is Grain.DAY:
            self.named = self.day = self.story = value
            self.day_in, self.year = sentence, None
            return
        if grain is Grain.QUARTER and (self.quarter is None or (_is_reported(meaning) and self._is_over(value))):
            self.quarter = value
        if grain in (Grain.QUARTER, Grain.YEAR):
            self.yearly = grain is Grain.YEAR
        if grain <= Grain.SEASON:
            self.story, self.year = value, None
        elif grain is Grain.YEAR:
            self.year = value
        if self.named is None or not calendar.contains(value, self.named):
            self.named = value

    def _is_over(self, value: str) -> bool:
        """Whether all of its days lie before publication."""
        days = calendar.period(value)
        published = calendar.period(self.published.value) if self.published else None
        return published is None or days is None or days.last < published.first


def _looks_back(meaning: Meaning) -> bool:
    """Whether it only looks back from where a narrative stands: 'four years earlier', 'the previous day'."""
    return isinstance(meaning, Step) and meaning.base == "mention" and meaning.amount < 0


def _is_reported(meaning: Meaning) -> bool:
    """Whether it is a quarter of the present report: one without a year, and not the one a year before."""
    return isinstance(meaning, Point) and meaning.year is None and meaning.years is None
