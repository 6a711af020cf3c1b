"""What the lines around an article say: when it was published, where it stands on the web, where its text begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline.model import Span
from timeline.reading.address import web_address
from timeline.reading.datelines import Dateline, find_datelines
from timeline.reading.labels import MARKS, kind_of, label_words, last_word, plain, quoted
from timeline.reading.layout import Block
from timeline.reading.notations import Notation, find
from timeline.reading.raw import Claim, Trust
from timeline.reading.run_in import REACH, find_run_in

_SHORT = 200  # characters; a longer block is no line of a header
_WORDS = 14  # beside its dates; a line with more is there for something else
_TITLE = 4  # words; fewer behind a date are a name
_NAMES = 9  # words; a line with more beside its date names no author or place
_DEPTH = 40  # blocks before the first paragraph in which a header is looked for
_MENU = 20  # lines; more above the first paragraph are the menu of a page
_ADDRESS = re.compile(r"(?P<label>[^:/]{0,40}):?\s{0,3}(?P<url>https?://[^\s<>\"]{4,1990})")
_WORD = re.compile(r"[^\W\d_]{1,40}")
_BARS = ("|", "•", "·", "—", "–", " /")


@dataclass(frozen=True, slots=True)
class Header:
    """What was learnt from the lines around an article."""

    claims: tuple[Claim, ...]
    """claims of the publication date, those after the title first"""
    datelines: tuple[Dateline, ...]
    """(Dateline(Span(0, 33), 'MEXICO CITY, April 24 (Reuters)', …),)"""
    notations: tuple[Notation, ...]
    """every complete date of the text, from which the order of day and month is told"""
    url: str | None
    """'https://example.org/demands', the address that stands on a line of its own"""
    furniture: tuple[Span, ...]
    """date lines, address lines and datelines"""
    before: tuple[Span, ...]
    """what stands before a date or a dateline that is run into the first sentence: a title and the like"""


@dataclass(frozen=True, slots=True)
class Found:
    """What one block gives to a header."""

    claims: tuple[Claim, ...] = ()
    """(Claim((date(2022, 1, 28),), "the line 'January 28, 2022'", Trust.LINE),)"""
    dateline: Dateline | None = None
    """Dateline(Span(0, 33), 'MEXICO CITY, April 24 (Reuters)', …)"""
    url: str | None = None
    """'https://example.org/demands'"""
    furniture: tuple[Span, ...] = ()
    """(Span(10, 26),)"""
    before: tuple[Span, ...] = ()
    """(Span(0, 9),)"""


def read_header(blocks: tuple[Block, ...], language: str) -> Header:
    """The header of a text, from its blocks."""
    words = label_words(language)
    head = _head(blocks)
    found = [_block(block, index in head, index, blocks, words, language) for index, block in enumerate(blocks)]
    ordered = sorted(range(len(found)), key=_order(blocks, found))
    return Header(
        claims=tuple(claim for index in ordered for claim in found[index].claims),
        datelines=tuple(row.dateline for row in found if row.dateline),
        notations=tuple(notation for block in blocks for notation in find(block.text, language)),
        url=next((row.url for row in found if row.url), None),
        furniture=tuple(span for row in found for span in row.furniture),
        before=tuple(span for row in found for span in row.before),
    )


def _head(blocks: tuple[Block, ...]) -> range:
    """The blocks in which header lines can stand: some before the first paragraph of text, up to the third."""
    prose = [index for index, block in enumerate(blocks) if block.prose]
    if not prose:
        return range(min(len(blocks), _DEPTH))
    return range(max(0, prose[0] - _DEPTH), prose[2] if len(prose) > 2 else prose[-1] + 1)


def _order(blocks: tuple[Block, ...], found: list[Found]) -> Callable[[int], int]:
    """The order in which the dates of lines are believed: those after the title first, for above it is today's date.

    Under a menu, where the title is not to be told from its lines, those nearest to the text come first.
    """
    first = next((index for index, block in enumerate(blocks) if block.prose), 0)
    if first > _MENU:
        return lambda index: abs(index - first)
    title = next((i for i, b in enumerate(blocks) if not found[i].furniture and len(b.text.split()) >= 3), 0)
    return lambda index: index if index >= title else index + len(blocks)


def _block(
    block: Block, head: bool, index: int, blocks: tuple[Block, ...], words: Mapping[str, Any], language: str
) -> Found:
    labelled = index > 0 and plain(blocks[index - 1].text) in words["addresses"]
    if address := _address(block, labelled, head, words):
        return Found(url=address, furniture=(block.span,))
    if len(block.text) <= _SHORT and (found := date_line(block, head, language)):
        return found
    if not head:
        return Found()
    return _beginning(block, language)


def _address(block: Block, labelled: bool, head: bool, words: Mapping[str, Any]) -> str | None:
    """The address that a line consists of, at the head of a text or after a label such as 'Original url:'."""
    match = _ADDRESS.fullmatch(block.text)
    if not match:
        return None
    label = plain(match["label"])
    return web_address(match["url"]) if label in words["addresses"] or (not label and (labelled or head)) else None


def date_line(block: Block, head: bool, language: str) -> Found | None:
    """The claims of a line that is there for its date; None for another line."""
    words = label_words(language)
    notations = find(block.text, language)
    rest = _without(block.text, notations)
    if not notations or len(_WORD.findall(rest)) > _WORDS or _heads_title(block.text, notations[-1], words):
        return None
    kinds = [kind_of(block.text[start:end], words) for start, end in _gaps(notations)]
    if head and len({notation.days for notation, kind in zip(notations, kinds, strict=True) if kind is None}) == 1:
        alone = [_stands_alone(block, notation, rest, words) for notation in notations]
        kinds = [kind or (Trust.LINE if here else None) for kind, here in zip(kinds, alone, strict=True)]
    if not any(kinds):
        return None
    believed = (Trust.LABELLED, Trust.LINE, Trust.UPDATED) if head else (Trust.LABELLED,)
    line = f"the line {quoted(block.text)}"
    dated = zip(notations, kinds, strict=True)
    claims = (Claim(notation.days, line, kind) for notation, kind in dated if kind and kind in believed)
    return Found(tuple(claims), furniture=(block.span,))


def _heads_title(text: str, last: Notation, words: Mapping[str, Any]) -> bool:
    """Whether a title follows the date on its line: 'date 2022-02-01 A day of calls and no way out'."""
    prefix, after = text[: last.span.start], text[last.span.end :]
    if not after[:1].isspace() or not after.lstrip()[:1].isupper() or len(_WORD.findall(after)) < _TITLE:
        return False
    if any(f" {bar} " in after for bar in "-–—|·•/"):
        return False
    label = plain(after)
    known = (*words["bylines"], *words["updated"], *words["published"])
    return (not prefix.strip() or kind_of(prefix, words) is Trust.LABELLED) and not label.startswith(known)


def _gaps(notations: tuple[Notation, ...]) -> Iterator[tuple[int, int]]:
    """Where the words before each date begin and end."""
    starts = (0, *(notation.span.end for notation in notations))
    return zip(starts, (notation.span.start for notation in notations), strict=False)


def _without(text: str, notations: tuple[Notation, ...]) -> str:
    """A line without its dates."""
    for notation in reversed(notations):
        text = text[: notation.span.start] + " " + text[notation.span.end :]
    return text


def _stands_alone(block: Block, notation: Notation, rest: str, words: Mapping[str, Any]) -> bool:
    """Whether a line is a date, an author's or a place's name and a date, or a name and a date with a bar between."""
    bare = rest.strip(MARKS)
    if notation.compact and bare:
        return False
    prefix = block.text[: notation.span.start]
    if not bare or bare.casefold() in words["before date"]:
        return not block.text.endswith(":")
    if len(_WORD.findall(bare)) > _NAMES or (block.closed and notation.span.end < len(block.text.rstrip())):
        return False
    if any(plain(bare).startswith(f"{word} ") for word in words["bylines"]) or prefix.rstrip(" \t").endswith(_BARS):
        return True
    if last_word(prefix) in words["prepositions"]:
        return False
    after = block.text[notation.span.end :].lstrip()
    if not prefix.strip() and any(plain(after).startswith(label) for label in words["updated"]):
        return True
    if not prefix.strip() and (notation.timed or after[:1] in "|•·—–"):
        return True
    if notation.timed or notation.weekday:
        return True
    return bare.isupper() or (len(bare.split()) <= 3 and prefix.rstrip().endswith(",") and bare[:1].isupper())


def _beginning(block: Block, language: str) -> Found:
    """What stands before the first sentence of a paragraph: a date, a dateline, or both."""
    run_in = find_run_in(block, language)
    start = run_in.span.end if run_in else block.span.start
    reach = block.text[start - block.span.start : REACH]
    dateline = next((found for found in find_datelines(reach, language) if not (run_in and found.span.start)), None)
    found = Found((run_in.claim,), None, None, (run_in.span,), _spans(run_in.before)) if run_in else Found()
    if not dateline:
        return found
    span = Span(start + dateline.span.start, start + dateline.span.end)
    before = Span(start, span.start) if dateline.span.start else None
    return replace(
        found, dateline=dateline, furniture=(*found.furniture, span), before=(*found.before, *_spans(before))
    )


def _spans(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()
