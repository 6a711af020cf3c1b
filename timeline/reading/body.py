"""Which parts of a text are the article proper: its sentences, its title, its furniture."""

from __future__ import annotations

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
    lines = frozenset(index for index, block in enumerate(blocks) if block.span in header.furniture)
    furniture = find_furniture(blocks, lines, language)
    heading = find_heading(blocks, furniture, header, title)
    spans = {blocks[index].span for index in furniture}
    spans |= {span for span in header.furniture if not any(other.covers(span) for other in spans)}
    spans -= {heading.span} if heading else set()
    last = max((block.span.start for block in blocks if block.closed and block.span not in spans), default=0)
    proper = [
        block
        for block in blocks
        if block.span not in spans and block is not heading and _tells(block, tail=block.span.start > last)
    ]
    sentences = [span for block in proper for span in _sentences(text, block, header, language)]
    return Body(heading.span if heading else None, tuple(sentences), tuple(sorted(spans)))


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


def _sentences(text: str, block: Block, header: Header, language: str) -> Iterator[Span]:
    """The sentences of a block outside of the lines of the header that are run into it."""
    start = block.span.start + bullet(block.text)
    for gap in sorted((*header.furniture, *header.before)):
        if block.span.covers(gap):
            yield from split(text, Span(start, max(start, gap.start)), language)
            start = max(start, gap.end)
    yield from split(text, Span(start, block.span.end), language)
