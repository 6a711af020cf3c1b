"""The blocks of a text: paragraphs, headings and single lines, hard-wrapped lines joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.model import Span
from timeline.reading.notations import CLOCK_FIRST

_LINE = re.compile(r"[^\n]+")
_CLOSED = re.compile(r"[.!?…。！？؟।۔։](?:\s?(?:''|[\"'”’»)\]]|-R[RS]B-)){0,4}$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}\s?[.!?…]['\"”’»)]{0,2}\s{1,3}['\"“‘«`(]{0,2}[^\W\d_]")
_BULLET = re.compile(r"(?:[*•·‣▪●◦–—-]|\\\*|\d{1,3}[.)])\s{1,4}")
_WIDEST = 120  # characters; a text with longer lines is not hard-wrapped
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, or a line that stands for itself."""

    span: Span
    """Span(10, 220), white space at either end left out"""
    text: str
    """the characters of the span"""
    heading: bool
    """whether the markup of the file says that it is a heading"""

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return closed(self.text)

    @property
    def prose(self) -> bool:
        """Whether it is a paragraph of running text, and neither a heading nor a teaser."""
        return not self.heading and prose(self.text)

    @property
    def item(self) -> bool:
        """Whether it is a point of a list, long enough to tell something."""
        return not self.heading and _BULLET.match(self.text) is not None and len(self.text.split()) >= 7


def closed(text: str) -> bool:
    """Whether a text ends with a full stop, a question mark or the like, closing quotes and brackets aside."""
    return _CLOSED.search(text[-24:].rstrip()) is not None


def prose(text: str) -> bool:
    """Whether a text is long enough, and ends so, that it is a paragraph of running text."""
    if closed(text):
        return len(text) >= 80 or len(text.split()) >= 12
    return len(text) >= 250 and _INNER_STOP.search(text) is not None


def bullet(text: str) -> int:
    """How many characters the mark of a list takes at the beginning of a text; 0 without one."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def blocks(text: str, headings: tuple[Span, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text in order; `headings` are the spans that the markup says are headings."""
    lines = _lines(text)
    width = _width(lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _continues(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    starts = {span.start for span in headings}
    return tuple(Block(span, span.of(text), span.start in starts) for span in joined)


def _lines(text: str) -> list[Span]:
    """The lines that are not blank, white space at either end left out."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(bare)))
    return found


def _width(lines: list[Span]) -> int:
    """The width to which lines are hard-wrapped, the first of a text apart; 0 where lines are paragraphs."""
    lengths = [span.end - span.start for span in lines[1:]]
    widest = max(lengths, default=0)
    full = sum(length > 0.8 * widest for length in lengths)
    return widest if _NARROWEST <= widest <= _WIDEST and full >= 2 else 0


def _continues(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether a line carries on the one before it.

    A line was broken for want of room where the first word of the next would not have fitted; elsewhere a line goes on
    only where a sentence is open and the next line begins in lower case, or with the time of day of a date.
    """
    gap = text[before.end : line.start]
    if gap.count("\n") != 1 or bullet(line.of(text)):
        return False
    if text[before.end - 1].isdigit() and CLOCK_FIRST.match(text, line.start):
        return True
    last = before.of(text).rsplit("\n", 1)[-1].strip()
    first = line.of(text).split(None, 1)[0]
    if width and len(last) + 1 + len(first) > width:
        return True
    return first[:1].islower() and not closed(last) and len(last) >= _NARROWEST
