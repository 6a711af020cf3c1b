"""What the lines around an article say of it: when it was published, where it stands on the web, where its text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from timeline.languages import load
from timeline.model import Span
from timeline.reading.address import web_address
from timeline.reading.layout import Block
from timeline.reading.notations import Notation, find, month_numbers
from timeline.reading.raw import Claim, Trust

_SHORT = 200  # characters; a longer block is no line of a header
_REACH = 450  # characters of a block in which a header can be run into its first sentence
_TEXT = 40  # characters; less behind a date is no text into which it was run
_DEPTH = 40  # blocks from the top in which a header is looked for
_ADDRESS = re.compile(r"(?P<label>[^:/]{0,40}):?\s{0,3}(?P<url>https?://[^\s<>\"]{4,1990})")
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,20}(?:[\s/]{1,2}[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,20}){0,4}"
_NAME = r"[A-ZÀ-Þ][\w.'’\-]{1,20}(?:\s[A-ZÀ-Þ][\w.'’\-]{1,20}){0,3}"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_CAPITALS})|(?P<name>{_NAME}))?"
    r"(?:\s?,\s?[A-Z][A-Za-z.]{1,15}(?:\s[A-Z][A-Za-z.]{1,15}){0,2})?"
    r"(?:\s?,?\s?(?:[A-Z][a-z]{2,8}\.?,?\s)?(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})(?:\s?,\s?(?P<year>(?:19|20)\d\d))?"
    r"|\s?,?\s?(?P<day2>\d{1,2})\s(?P<month2>[A-Z][a-z]{2,8})\.?(?:\s?,?\s?(?P<year2>(?:19|20)\d\d))?)?"
    r"\s?,?\s?(?P<agency>(?:\(|-LRB-\s)[A-Z][^()\n]{1,40}?(?:\)|\s-RRB-))?\s{0,2}(?P<dash>[-–—]{1,3}|:)\s{1,2}"
)
_UNLIKELY_PLACE = re.compile(r"(?:[A-Z]\.?){1,3}|[A-Z][\w]*\d\w*")
_SEPARATORS = re.compile(r"[\s,;:|·•]{0,9}(?:[-–—]{1,3}\s{1,3})?")
_MARKS = " \t\n,;:|·•@/()[]<>«»-–—*_#\\.'\"“”„‚‘’"


@dataclass(frozen=True, slots=True)
class Header:
    """What was learnt from the lines around an article."""

    claims: tuple[Claim, ...]
    """claims of the publication date, those after the title first"""
    datelines: tuple[tuple[int, int, str], ...]
    """((4, 24, 'MEXICO CITY, April 24'),): month, day and words of datelines that name no year"""
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
    """What one block gives."""

    claims: tuple[Claim, ...] = ()
    dateline: tuple[int, int, str] | None = None
    url: str | None = None
    furniture: tuple[Span, ...] = ()
    before: tuple[Span, ...] = ()


def read_header(blocks: tuple[Block, ...], language: str) -> Header:
    """The header of a text, from its blocks."""
    words = load(language, "publication")
    body = _body(blocks)
    found = [_block(block, index < body, index, blocks, words, language) for index, block in enumerate(blocks)]
    title = next((i for i, b in enumerate(blocks) if not found[i].furniture and len(b.text.split()) >= 3), 0)
    claims = [claim for row in (*found[title:], *found[:title]) for claim in row.claims]
    return Header(
        claims=tuple(claims),
        datelines=tuple(row.dateline for row in found if row.dateline),
        notations=tuple(notation for block in blocks for notation in find(block.text, language)),
        url=next((row.url for row in found if row.url), None),
        furniture=tuple(span for row in found for span in row.furniture),
        before=tuple(span for row in found for span in row.before),
    )


def _body(blocks: tuple[Block, ...]) -> int:
    """The number of blocks in which header lines can stand: up to the third paragraph of running text."""
    prose = [index for index, block in enumerate(blocks) if block.prose]
    return min(prose[2] if len(prose) > 2 else prose[-1] + 1 if prose else len(blocks), _DEPTH)


def _block(
    block: Block, head: bool, index: int, blocks: tuple[Block, ...], words: dict[str, Any], language: str
) -> Found:
    labelled = index > 0 and _label(blocks[index - 1].text) in words["addresses"]
    if address := _address(block, labelled, head, words):
        return Found(url=address, furniture=(block.span,))
    if len(block.text) <= _SHORT and (found := date_line(block, head, language)):
        return found
    if not head:
        return Found()
    return _run_in(block, words, language) or _dateline(block, language) or Found()


def _address(block: Block, labelled: bool, head: bool, words: dict[str, Any]) -> str | None:
    """The address that a line consists of, at the head of a text or after a label such as 'Original url:'."""
    match = _ADDRESS.fullmatch(block.text)
    if not match:
        return None
    label = _label(match["label"])
    return web_address(match["url"]) if label in words["addresses"] or (not label and (labelled or head)) else None


def _label(text: str) -> str:
    return " ".join(text.strip(_MARKS).casefold().split())


def date_line(block: Block, head: bool, language: str) -> Found | None:
    """The claims of a line that is there for its date; None for another line."""
    words = load(language, "publication")
    claims, found, start = [], False, 0
    notations = find(block.text, language)
    rest = _without(block.text, notations)
    several = len({notation.days for notation in notations}) > 1
    for notation in notations:
        prefix = block.text[start : notation.span.start]
        kind = _kind(prefix, words)
        short = len(rest.split()) <= 14
        start = notation.span.end
        if kind is None and head and not several and _stands_alone(block, notation, rest, words):
            kind = Trust.LINE
        if kind is None or not short:
            continue
        found = True
        if kind is Trust.LABELLED or (head and kind in (Trust.LINE, Trust.UPDATED)):
            claims.append(Claim(notation.days, f"the line {_quoted(block.text)}", kind))
    return Found(tuple(claims), furniture=(block.span,)) if found else None


def _without(text: str, notations: tuple[Notation, ...]) -> str:
    """A line without its dates."""
    for notation in reversed(notations):
        text = text[: notation.span.start] + " " + text[notation.span.end :]
    return text


def _kind(prefix: str, words: dict[str, Any]) -> Trust | None:
    """What the words before a date make of it; GUESS for a date that is never that of publication."""
    label = _label(prefix)
    marked = ":" in prefix or label.endswith((" on", " at"))
    for kind, name in ((Trust.GUESS, "never"), (Trust.UPDATED, "updated"), (Trust.LABELLED, "published")):
        if label and any(_is_label(label, phrase, marked or " " in phrase) for phrase in words[name]):
            return kind
    return None


def _is_label(label: str, phrase: str, loose: bool) -> bool:
    """Whether words are a label, or, where it is long or marked as one, begin or end with it."""
    if label == phrase:
        return True
    return loose and len(label.split()) <= 10 and (label.startswith(phrase + " ") or label.endswith(" " + phrase))


def _stands_alone(block: Block, notation: Notation, rest: str, words: dict[str, Any]) -> bool:
    """Whether a line is a date, an author's or a place's name and a date, or a name and a date with a bar between."""
    bare = rest.strip(_MARKS)
    if notation.compact and bare:
        return False
    prefix = block.text[: notation.span.start]
    if not bare:
        return True
    if _last_word(prefix) in words["prepositions"] or len(bare.split()) > 9:
        return False
    first = bare.split(None, 1)[0].casefold().strip(_MARKS)
    if first in words["bylines"] or prefix.rstrip().endswith(("|", "•", "·", "—", "–")):
        return True
    after = block.text[notation.span.end :].lstrip()
    if not prefix.strip() and (notation.timed or after[:1] in "|•·—–"):
        return not block.closed
    if not block.closed and (notation.timed or notation.weekday):
        return True
    return bare.isupper() or (len(bare.split()) <= 3 and prefix.rstrip().endswith(",") and bare[:1].isupper())


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1].casefold().strip(_MARKS) if words else ""


def _run_in(block: Block, words: dict[str, Any], language: str) -> Found | None:
    """The claim of a date that stands before the first sentence on the same line, with what belongs to it."""
    for notation in find(block.text[:_REACH], language):
        prefix, after = block.text[: notation.span.start], block.text[notation.span.end :].lstrip(_MARKS + "`")
        if len(after) < _TEXT or not (after[0].isupper() or (after[0].isdigit() and notation.timed)):
            continue
        kind = _kind(prefix[-40:], words) if len(prefix) <= 40 else None
        if kind is None and (not (notation.timed or not prefix.strip()) or _last_word(prefix) in words["prepositions"]):
            continue
        if kind is Trust.GUESS or notation.compact:
            continue
        end = block.span.start + notation.span.end + _trailing(block.text[notation.span.end :])
        start, before = _lead(block, prefix, kind)
        trust = kind if kind is Trust.UPDATED else Trust.RUN_IN
        quoted = _quoted(block.text[start - block.span.start : end - block.span.start])
        found = Found(
            (Claim(notation.days, f"the words {quoted} before the text", trust),), furniture=(Span(start, end),)
        )
        return _with_dateline(replace(found, before=before), block, end, language)
    return None


def _trailing(text: str) -> int:
    """How many characters of separators follow a date."""
    match = _SEPARATORS.match(text)
    return match.end() if match else 0


def _lead(block: Block, prefix: str, kind: Trust | None) -> tuple[int, tuple[Span, ...]]:
    """Where the date's own words begin, and the span of other words before them."""
    place = prefix.rstrip().endswith(("|", "•", "·")) and len(prefix.split()) <= 8
    if kind is not None or place or not prefix.strip():
        return block.span.start, ()
    start = block.span.start + len(prefix.rstrip())
    return block.span.start + len(prefix), (Span(block.span.start, start),)


def _with_dateline(found: Found, block: Block, start: int, language: str) -> Found:
    """The same with a dateline that follows directly."""
    rest = Block(Span(start, block.span.end), block.text[start - block.span.start :], False)
    match = _DATELINE.match(rest.text)
    if not match or not _is_dateline(match):
        return found
    return replace(found, furniture=(*found.furniture, Span(start, start + match.end())))


def _dateline(block: Block, language: str) -> Found | None:
    """The dateline before the first sentence: 'MEXICO CITY, April 24 (Reuters) -'; with what stands before it."""
    for match in _datelines(block.text[:_REACH]):
        span = Span(block.span.start + match.start(), block.span.start + match.end())
        before = (Span(block.span.start, span.start),) if match.start() else ()
        words = " ".join(match.group().strip(_MARKS).split())
        found = Found(furniture=(span,), before=before)
        month = month_numbers(language).get((match["month"] or match["month2"] or "").casefold())
        if not month:
            return found
        day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
        if not year:
            return replace(found, dateline=(month, day, words))
        notation = next(iter(find(f"{year}-{month:02d}-{day:02d}")), None)
        claim = Claim(notation.days, f"the dateline {_quoted(words)}", Trust.DATELINE) if notation else None
        return replace(found, claims=(claim,) if claim else ())
    return None


def _datelines(text: str) -> Iterator[re.Match[str]]:
    """The datelines of a beginning of text; one that does not stand at its very beginning needs an agency's name."""
    for match in _DATELINE.finditer(text):
        if _is_dateline(match) and (not match.start() or (match["agency"] and text[match.start() - 1].isspace())):
            yield match


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether it names a day or an agency, or is a place in capitals before a dash."""
    if match["agency"]:
        return True
    place, dated = match["place"], match["month"] or match["month2"]
    if match["dash"] == ":" or (not place and not match["name"]):
        return False
    return bool(dated) or (place is not None and len(place) >= 4 and not _UNLIKELY_PLACE.fullmatch(place))


def _quoted(text: str) -> str:
    """The words of a line in quotation marks, cut to a readable length."""
    words = " ".join(text.split())
    return f"'{words if len(words) <= 80 else words[:79].rstrip() + '…'}'"
