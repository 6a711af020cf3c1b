"""Which parts of a text are the article proper: its sentences, its title, its furniture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model import Span
from timeline.reading.furniture import find_furniture
from timeline.reading.header import Header
from timeline.reading.layout import Block, bullet
from timeline.reading.naming import find_heading
from timeline.reading.notations import find
from timeline.reading.sentences import split

_LONG = 20  # words; a line without a full stop that is longer is no sub-heading


@dataclass(frozen=True, slots=True)
class Body:
    """The parts of a text."""

    heading: Span | None
    """Span(0, 38), the title where it stands in the text"""
    sentences: tuple[Span, ...]
    """the sentences of the article, in order"""
    furniture: tuple[Span, ...]
    """what is no part of the article, in order, never overlapping"""


def read_body(text: str, blocks: tuple[Block, ...], header: Header, title: str | None, language: str) -> Body:
    """The parts of a text; `title` is the one that a field names, or None."""
    known = frozenset(header.furniture)
    lines = frozenset(index for index, block in enumerate(blocks) if block.span in known)
    furniture = find_furniture(blocks, lines, language)
    heading = find_heading(blocks, furniture, header, title, language)
    whole = {blocks[index].span for index in furniture} - ({heading} if heading else set())
    rest = [block for block in blocks if block.span not in whole and not (heading and block.span.covers(heading))]
    last = max((block.span.start for block in rest if block.closed), default=0)
    parts = _parts(rest, (*header.furniture, *header.before))
    proper = [block for block in rest if _tells(block, tail=block.span.start > last)]
    sentences = [span for block in proper for span in _sentences(text, block, parts.get(block.span, ()), language)]
    inner = {part for spans in parts.values() for part in spans} | {part for part in known if _leads(part, heading)}
    return Body(heading, tuple(sentences), tuple(sorted(whole | (inner & known))))


def _leads(part: Span, heading: Span | None) -> bool:
    """Whether a date stands directly before the title, on its line."""
    return heading is not None and part.end == heading.start


def _parts(blocks: list[Block], spans: tuple[Span, ...]) -> dict[Span, tuple[Span, ...]]:
    """The spans that lie in each block, in order."""
    starts = [block.span.start for block in blocks]
    found: dict[Span, tuple[Span, ...]] = {}
    for span in sorted(spans):
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and blocks[index].span.covers(span):
            found[blocks[index].span] = (*found.get(blocks[index].span, ()), span)
    return found


def _tells(block: Block, tail: bool) -> bool:
    """Whether a block has sentences: it ends as one does, is a point of a list, or is too long for a sub-heading.

    In the tail, behind all that ends with a full stop, length says nothing: there stand teasers and tag lines.
    """
    if block.heading:
        return False
    words = len(block.text.split())
    if block.closed or block.item or (words > _LONG and not tail):
        return True
    dated = next((notation.span.start == 0 for notation in find(block.text[:60])), False)
    return words >= 7 and (dated or block.text.endswith(":"))


def _sentences(text: str, block: Block, gaps: tuple[Span, ...], language: str) -> Iterator[Span]:
    """The sentences of a block outside of the lines of the header that are run into it."""
    start = block.span.start + bullet(block.text)
    for gap in gaps:
        yield from split(text, Span(start, max(start, gap.start)), language)
        start = max(start, gap.end)
    yield from split(text, Span(start, block.span.end), language)
