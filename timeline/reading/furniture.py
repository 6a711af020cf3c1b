"""Which blocks are no part of the article: buttons, captions, credits, related news and all under such heads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from timeline.languages import load
from timeline.reading.layout import Block, closed

_PHRASE_LIMIT = 200  # characters; a longer block is not made of buttons alone
_CAPTION_LIMIT = 450
_POLICY_LIMIT = 700
_HEAD_LIMIT = 90
_MARKS = re.compile(r"[\W\d_]{1,400}")
_HOST = re.compile(r"[.!?]['\"”’]?\s{1,3}(?:www\.)?[a-z0-9\-]{2,30}\.(?:[a-z]{2,4}\.)?[a-z]{2,10}/?$")
_AGE = re.compile(r"(?:\d{1,3}\s?(?:s|m|min|mins|h|hr|hrs|d|w|mo|y)|\d{1,3}\s[a-z]{3,7}\sago)\s?[|·•]\s?.{1,40}")
_BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Words:
    """The furniture of a language, compiled from its data."""

    phrases: re.Pattern[str]
    """what buttons and labels say: a line made of nothing else is furniture"""
    starts: re.Pattern[str]
    """how a line of furniture begins"""
    contains: tuple[str, ...]
    """what only furniture says, in small letters"""
    credits: re.Pattern[str]
    """a credit at the end of a caption"""
    bylines: re.Pattern[str]
    """a line of authorship"""
    inserts: re.Pattern[str]
    """a head under which other articles are named, within an article or after it"""
    closings: re.Pattern[str]
    """a head that stands after an article"""


@cache
def words_of(language: str) -> Words:
    """The furniture of a language; that of English where it has none."""
    table = load(language, "furniture")
    return Words(
        phrases=re.compile(rf"(?:{_any_of(table['phrases'])})", re.IGNORECASE),
        starts=re.compile(rf"[\W_]{{0,6}}(?:{_any_of(table['starts'])})", re.IGNORECASE),
        contains=tuple(table["contains"]),
        credits=_credits(table["credits"], table["agencies"]),
        bylines=re.compile(rf"(?:{_any_of(table['bylines'])})[\s:]\s?(?P<name>\S.{{0,100}})", re.IGNORECASE),
        inserts=_heads(table["inserts"]),
        closings=_heads(table["closings"]),
    )


def _credits(names: Iterable[str], agencies: Iterable[str]) -> re.Pattern[str]:
    """A credit at the end: 'Photo: Reuters', '© Jane Doe', 'Copyright Jane Doe/Pool via AP', 'REUTERS/Jane Doe'.

    Capitals tell 'Photo: Jane Doe' from what a sentence says of a photo.
    """
    name, agency = (
        _any_of(form for word in words for form in (word.capitalize(), word.title(), word.upper()))
        for words in (names, agencies)
    )
    return re.compile(
        rf"(?:^|[\s.;,|(\[/])(?:(?:{name})\s?[:©/]\s?|©\s?|(?:Copyright|COPYRIGHT|\([cC]\))\s[A-Z\d©]|(?:{agency})/|via\s(?:{agency}))"
        r"[^.!?\n]{0,90}\.?$"
    )


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, blanks as they come."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(
        re.escape(phrase)
        .replace(r"\ ", r"\s{1,3}")
        .replace("'", "['’]")
        .replace(r"\*", r"[^\n]{1,40}")
        .replace(r"\#", r"\d[\d,.]{0,6}")
        for phrase in longest
    )


def _heads(phrases: Iterable[str]) -> re.Pattern[str]:
    """A whole line; '*' in a phrase stands for some words."""
    return re.compile(rf"[\W_]{{0,4}}(?:{_any_of(phrases)})[\W_]{{0,4}}", re.IGNORECASE)


def find_furniture(blocks: tuple[Block, ...], taken: frozenset[int], language: str) -> frozenset[int]:
    """The indices of the blocks that are furniture; `taken` are those already known to be (lines of a header)."""
    words = words_of(language)
    single = {index for index, block in enumerate(blocks) if is_furniture(block.text, words)} | taken
    single |= _repeated(blocks) | _early_captions(blocks, single)
    return frozenset(single | _sections(blocks, single, words))


def is_furniture(text: str, words: Words) -> bool:
    """Whether a line or paragraph is furniture by its own words."""
    if len(text) <= _PHRASE_LIMIT and (_only_phrases(text, words) or _AGE.fullmatch(text)):
        return True
    if len(text) <= _CAPTION_LIMIT and (words.starts.match(text) or is_caption(text, words)):
        return True
    if len(text) <= _POLICY_LIMIT and _says(text, words):
        return True
    return is_byline(text, words)


def _only_phrases(text: str, words: Words) -> bool:
    """Whether a line is put together from buttons and labels alone, with digits and marks between."""
    place, count = 0, 0
    while place < len(text):
        match = words.phrases.match(text, place)
        count += match is not None
        match = match or _MARKS.match(text, place)
        if not match:
            return False
        place = match.end()
    return count > 0


def _says(text: str, words: Words) -> bool:
    plain = " ".join(text.lower().replace("’", "'").split())
    return any(phrase in plain for phrase in words.contains)


def is_caption(text: str, words: Words) -> bool:
    """Whether a text ends with a credit, or is a caption with a credit in brackets."""
    inside = text[1:-1] if text[:1] in _BRACKETS and text.endswith(_BRACKETS[text[0]]) else text
    return words.credits.search(inside[-130:]) is not None


def is_byline(text: str, words: Words) -> bool:
    """Whether a line names an author: 'By Euronews with AP'."""
    match = words.bylines.fullmatch(text)
    if not match or closed(text.rstrip(".")) or len(text.split()) > 14:
        return False
    names = [word for word in re.split(r"[\s,/|]{1,3}", match["name"]) if word]
    capitals = sum(not word[0].islower() for word in names)
    return not text.endswith((".", "!", "?")) and capitals * 2 >= len(names) and not names[0][0].islower()


def _repeated(blocks: tuple[Block, ...]) -> set[int]:
    """Captions that stand twice: a line that the next one repeats, with or without its credit."""
    pairs = ((index, index + 1) for index in range(len(blocks) - 1))
    same = [
        pair
        for pair in pairs
        if len(blocks[pair[0]].text) > 30 and blocks[pair[1]].text.startswith(blocks[pair[0]].text)
    ]
    return {index for pair in same for index in pair if not (index == 0 or blocks[index].prose)}


def _early_captions(blocks: tuple[Block, ...], single: set[int]) -> set[int]:
    """Captions before the first paragraph whose credit is the name of a site."""
    found = set()
    for index, block in enumerate(blocks[:12]):
        if len(block.text) <= 300 and _HOST.search(block.text[-60:]):
            found.add(index)
        elif block.prose and index not in single:
            break
    return found


def _sections(blocks: tuple[Block, ...], single: set[int], words: Words) -> set[int]:
    """The blocks under heads such as 'Related news', up to the next paragraph of the article or to the end.

    Above the article, where menus stand, a head is nothing but itself.
    """
    prose = _Prose(blocks, single)
    resume = 0
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if index < resume or len(block.text) > _HEAD_LIMIT:
            continue
        closing = words.closings.fullmatch(block.text)
        if closing or words.inserts.fullmatch(block.text):
            resume = prose.resumes(index + 1, closing=closing is not None)
            found |= set(range(index, resume))
    return found


class _Prose:
    """Where the paragraphs of running text stand among the blocks, and how much lies before and behind each block."""

    def __init__(self, blocks: tuple[Block, ...], single: set[int]) -> None:
        self._blocks = blocks
        self._weights = [len(b.text) if b.prose and i not in single else 0 for i, b in enumerate(blocks)]
        self._before = [0, *accumulate(self._weights)]
        self._places = [index for index, weight in enumerate(self._weights) if weight]
        self._proper = [index for index in range(len(blocks)) if index not in single]

    def resumes(self, start: int, *, closing: bool) -> int:
        """The index of the block at which the article goes on after a head; the number of blocks if it does not.

        Behind a closing head it is over if three of its paragraphs or most of all running text lie before. Else it
        goes on at once where most of the text lies behind, or at a paragraph that is followed by another: a lone
        paragraph between short lines is a teaser, unless it is the only one that is left.
        """
        first = bisect_left(self._places, start)
        before, behind = self._before[start], self._before[-1] - self._before[start]
        if not before:
            return start
        if first == len(self._places) or (closing and (first >= 3 or before > behind)):
            return len(self._blocks)
        if behind >= before or first == len(self._places) - 1:
            return self._places[first]
        return next((index for index in self._places[first:] if self._goes_on(index)), len(self._blocks))

    def _goes_on(self, index: int) -> bool:
        """Whether a paragraph is followed by another, or by a heading and two others."""
        place = bisect_right(self._proper, index)
        if place == len(self._proper):
            return False
        following = self._proper[place]
        rest = self._weights[following + 1 : following + 3]
        return bool(self._weights[following]) or (self._blocks[following].heading and len(rest) == 2 and all(rest))
