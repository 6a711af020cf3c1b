"""A text → its words, where each begins, and one code for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from timeline.dates.codes import Codes

_WORD = re.compile(r"([^\W\d_]+|\d+|[^\w\s]|_|\n[^\S\n]*\n)")
_INNER = re.compile(r"([^\W\d_])['’]([^\W\d_])")


class Spelling(NamedTuple):
    """How a language writes words together and apart."""

    joined: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """{'montagabend': ('montag', 'abend')}, words that are two written as one"""
    apostrophe: str = ""
    """'ʼ' where apostrophes stand inside words; '' where they part words"""


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A text as words: runs of letters, runs of digits, single marks, and blank lines."""

    text: str
    """'Until 3 May.'"""
    words: list[str]
    """['until', '3', 'may', '.'], in small letters"""
    starts: list[int]
    """[0, 6, 8, 11, 12], in code points; the last is the length of the text"""
    codes: str
    """one character a word, the same for words of the same classes"""

    def end(self, index: int) -> int:
        """Where the word of that index ends in the text."""
        return self.starts[index] + len(self.words[index])

    def word(self, index: int) -> str:
        """The word of that index, '' before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def written(self, first: int, last: int) -> str:
        """The text from the word `first` up to the word `last`, which is not included."""
        return self.text[self.starts[first] : self.end(last - 1)]


def tokenise(text: str, codes: Codes, spelling: Spelling) -> Tokens:
    """The words of a text and their codes. Time grows in step with the length of the text."""
    small = lowered(text)
    if spelling.apostrophe:
        small = _INNER.sub(rf"\1{spelling.apostrophe}\2", small)
    pieces = _WORD.split(small)  # gap, word, gap, word, …, gap
    words = pieces[1::2]
    starts = list(accumulate(map(len, pieces)))[::2]
    if spelling.joined:
        words, starts = _parted(words, starts, spelling.joined)
    return Tokens(text, words, starts, "".join(map(codes.__getitem__, words)))


def _parted(words: list[str], starts: list[int], joined: Mapping[str, tuple[str, str]]) -> tuple[list[str], list[int]]:
    """The words and their places, each joined word as its two."""
    parted: list[str] = []
    places: list[int] = []
    for word, start in zip(words, starts, strict=False):
        one, other = joined.get(word, (word, ""))
        parted.append(one)
        places.append(start)
        if other:
            parted.append(other)
            places.append(start + len(one))
    return parted, [*places, starts[-1]]


def lowered(text: str) -> str:
    """The text in small letters, every character at its place: 'İ' alone stays, its small form is two characters."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
