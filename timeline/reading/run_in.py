"""A date line that lost its line break: 'Saturday 25 April 2009 22.09 BST A member of the crew was …'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timeline.model import Span
from timeline.reading.labels import MARKS, kind_of, label_words, last_word, quoted
from timeline.reading.layout import Block
from timeline.reading.notations import Notation, find
from timeline.reading.raw import Claim, Trust

REACH = 450  # characters of a block in which a header can be run into its first sentence
_TEXT = 15  # characters; less behind a date is no text into which it was run
_SEPARATORS = re.compile(r"[\s,;:|·•]{0,9}(?:[-–—]{1,3}\s{1,3})?")


@dataclass(frozen=True, slots=True)
class RunIn:
    """A date before the first sentence on the same line."""

    claim: Claim
    """Claim((date(2009, 4, 25),), "the words '…' before the text", Trust.RUN_IN)"""
    span: Span
    """Span(120, 153), the date with its label, weekday, time and the marks after it"""
    before: Span | None
    """Span(0, 119), a title and the like that stand before it; None where nothing does"""


def find_run_in(block: Block, language: str) -> RunIn | None:
    """The claim of a date that stands before the first sentence on the same line, with what belongs to it."""
    words = label_words(language)
    for notation in find(block.text[:REACH], language):
        prefix = block.text[: notation.span.start]
        kind = kind_of(prefix[-40:], words) if len(prefix) <= 40 else None
        if kind is Trust.GUESS or not _opens_text(block, notation, words):
            continue
        if kind is None and not _is_stamp(notation, prefix, words):
            continue
        end = block.span.start + notation.span.end + _trailing(block.text[notation.span.end :])
        start, before = _lead(block, prefix, kind)
        trust = kind if kind is Trust.UPDATED else Trust.RUN_IN
        line = quoted(block.text[start - block.span.start : end - block.span.start])
        claim = Claim(notation.days, f"the words {line} before the text", trust)
        return RunIn(claim, Span(start, end), before)
    return None


def _is_stamp(notation: Notation, prefix: str, words: Mapping[str, Any]) -> bool:
    """Whether a date without a label is that of a page: with weekday, time and zone, or one that no sentence holds."""
    if notation.timed and notation.weekday and notation.zone:
        return True
    return (notation.timed or not prefix.strip()) and last_word(prefix) not in words["prepositions"]


def _opens_text(block: Block, notation: Notation, words: Mapping[str, Any]) -> bool:
    """Whether a text begins behind a date; behind a time of day it may begin on the next line."""
    after = block.text[notation.span.end :].lstrip(MARKS + "`")
    if notation.timed and not after:
        return not block.closed
    if notation.compact or len(after) < (1 if notation.timed else _TEXT):
        return False
    first = after.split(None, 1)[0].casefold().strip(MARKS)
    return after[0].isupper() or (notation.timed and (after[0].isdigit() or first in words["bylines"]))


def _trailing(text: str) -> int:
    """How many characters of separators follow a date."""
    match = _SEPARATORS.match(text)
    return match.end() if match else 0


def _lead(block: Block, prefix: str, kind: Trust | None) -> tuple[int, Span | None]:
    """Where the date's own words begin, and the span of other words before them."""
    place = prefix.rstrip().endswith(("|", "•", "·")) and len(prefix.split()) <= 8
    if kind is not None or place or not prefix.strip():
        return block.span.start, None
    start = block.span.start + len(prefix.rstrip())
    return block.span.start + len(prefix), Span(block.span.start, start)
