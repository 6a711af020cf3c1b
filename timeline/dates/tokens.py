"""A text → its words, where each begins, and one code for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

UNKNOWN = " "
"""The code of a word that no rule speaks of"""

_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A text as words: runs of letters, runs of digits, single marks, and blank lines."""

    text: str
    """'Until 3 May.'"""
    words: list[str]
    """['until', '3', 'may', '.'], in small letters"""
    starts: list[int]
    """[0, 6, 8, 11], in code points"""
    codes: str
    """one character a word, the same for words of the same classes"""

    def end(self, index: int) -> int:
        """Where the word of that index ends in the text."""
        return self.starts[index] + len(self.words[index])

    def written(self, first: int, last: int) -> str:
        """The text from the word `first` up to the word `last`, which is not included."""
        return self.text[self.starts[first] : self.end(last - 1)]


def tokenise(text: str, codes: Mapping[str, str]) -> Tokens:
    """The words of a text, coded by the table `codes`. Time grows in step with the length of the text."""
    small = lowered(text)
    words = _WORD.findall(small)
    coded = "".join([codes.get(word, UNKNOWN) for word in words])
    return Tokens(text, words, [match.start() for match in _WORD.finditer(small)], coded)


def lowered(text: str) -> str:
    """The text in small letters, every character at its place: 'İ' alone stays, since its small form is two characters."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
