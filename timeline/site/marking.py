"""A sentence and the expressions of time in it → pieces of text, each plain or standing for a date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from timeline import calendar
from timeline.model import Grain, Span, Timex
from timeline.site import dates
from timeline.site.words import Words

_LONG = 24  # characters of an expression that may be broken into lines


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence."""

    text: str
    """'on Wednesday'"""
    label: str = ""
    """'26 Jan', what it stands for; '' for plain text"""
    machine: str = ""
    """'2022-01-26' for <time datetime>; '' for plain text, and where HTML has no way to say it"""
    dating: bool = False
    """whether it is the expression that dates the sentence's event"""
    long: bool = False
    """whether it is too long to be kept on one line"""


@dataclass(frozen=True, slots=True)
class Marker:
    """A document's text with the expressions in it."""

    text: str
    """the whole text"""
    timexes: Sequence[Timex]
    """in order of the text"""
    year: int | None
    """2022, the year of publication, which labels leave out; None for an undated document"""

    def pieces(self, sentence: Span, words: Words, dating: Timex | None = None) -> tuple[Piece, ...]:
        """The pieces of a sentence, in order and without loss; `dating` is the expression that dates its event."""
        return tuple(self._pieces(sentence, words, dating))

    def _pieces(self, sentence: Span, words: Words, dating: Timex | None) -> Iterator[Piece]:
        at = sentence.start
        for timex in self._inside(sentence):
            label = dates.label(timex, self.year, words)
            if timex.span.start < at or timex.span.end > sentence.end or not label:
                continue
            if timex.span.start > at:
                yield Piece(self.text[at : timex.span.start])
            said = timex.span.of(self.text)
            main = dating is not None and timex.span == dating.span
            yield Piece(said, label, machine(timex.value), main, len(said) > _LONG)
            at = timex.span.end
        if at < sentence.end:
            yield Piece(self.text[at : sentence.end])

    def _inside(self, sentence: Span) -> Iterator[Timex]:
        """The expressions that begin in the sentence."""
        first = bisect_left(self.timexes, sentence.start, key=lambda timex: timex.span.start)
        return takewhile(lambda timex: timex.span.start < sentence.end, self.timexes[first:])


def machine(value: str) -> str:
    """The value as <time datetime> may hold it; '' for a season, a decade, or a year before 1."""
    grain, period = calendar.grain(value), calendar.period(value)
    if grain is None or period is None or period.first < 1 or value.endswith("-WE"):
        return ""
    if grain <= Grain.HOUR and len(value) >= 16 and value[13] == ":":
        return value[:16]
    if grain <= Grain.DAY:
        return value[:10]
    return value if grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR) else ""
