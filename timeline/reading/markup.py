"""A tree of markup → plain text, block by block."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxml import etree

from timeline.model import Span

_BREAKS = {"br", "lb"}


def text_of(root: etree._Element, blocks: Container[str], headings: Container[str]) -> tuple[str, tuple[Span, ...]]:
    """The text of a tree, its blocks apart by blank lines, and the spans of those that are headings.

    `blocks` and `headings` are names of elements; all others count as part of the line in which they stand.
    """
    parts: list[str] = []
    spans, length = [], 0
    for piece, heading in _pieces(root, blocks, headings):
        words = "\n".join(" ".join(line.split()) for line in piece.split("\n")).strip()
        if not words:
            continue
        if heading:
            spans.append(Span(length, length + len(words)))
        parts.append(words)
        length += len(words) + 2
    return "\n\n".join(parts), tuple(spans)


def _pieces(root: etree._Element, blocks: Container[str], headings: Container[str]) -> Iterator[tuple[str, bool]]:
    """The text between the ends of blocks, in order, and whether it is a heading."""
    collected: list[str] = []
    heading = False
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in blocks or element.tag in headings:
            yield "".join(collected), heading
            collected.clear()
            heading = event == "start" and element.tag in headings
        if event == "end":
            collected.append(_flat(element.tail))
        else:
            collected.append("\n" if element.tag in _BREAKS else _flat(element.text))
    yield "".join(collected), heading


def _flat(text: str | None) -> str:
    """A line end in markup is a blank."""
    return (text or "").replace("\n", " ")
