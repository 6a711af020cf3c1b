"""What the words beside a date make of it: 'Published:', 'Last modified', 'Retrieved on'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from timeline.languages import FALLBACK, has, load
from timeline.reading.raw import Trust

MARKS = " \t\n,;:|·•@/()[]<>«»-–—*_#\\.'\"“”„‚‘’"
_KINDS = ((Trust.GUESS, "never"), (Trust.UPDATED, "updated"), (Trust.LABELLED, "published"))
_CLOCK = re.compile(r"\(?\d{4}\s[A-Z]{2,4}\)?")  # '2010 GMT (0410 HKT)'
_LONGEST = 10  # words; a longer stretch is no label
_OWN = frozenset(["prepositions"])  # of each language alone: English 'as' and 'on' are words of others


@cache
def label_words(language: str) -> Mapping[str, Any]:
    """A language's publication.toml, joined with that of English, which pages of all languages use."""
    english = load(FALLBACK, "publication")
    if language == FALLBACK or not has(language, "publication"):
        return english
    own = load(language, "publication")
    return english | {name: row if name in _OWN else _joined(row, english[name]) for name, row in own.items()}


def _joined(own: list[Any], english: list[Any]) -> list[Any]:
    """The words of both, a language's own first; lists of lists, one a month, are joined list by list."""
    if own and isinstance(own[0], list):
        return [[*one, *other] for one, other in zip(own, english, strict=True)]
    return [*own, *english]


def plain(text: str) -> str:
    """A label without marks and capitals: 'Last modified: ' → 'last modified'."""
    return " ".join(text.strip(MARKS).casefold().split())


def last_word(text: str) -> str:
    """The last word, without marks and capitals; '' without one."""
    words = text.split()
    return words[-1].casefold().strip(MARKS) if words else ""


def kind_of(prefix: str, words: Mapping[str, Any]) -> Trust | None:
    """What the words before a date make of it; GUESS for one that is never that of publication, None for no label."""
    label = plain(_CLOCK.sub(" ", prefix))
    marked = ":" in prefix or label.endswith((" on", " at"))
    for kind, name in _KINDS:
        if label and any(_is_label(label, phrase, marked or " " in phrase) for phrase in words[name]):
            return kind
    return None


def _is_label(label: str, phrase: str, loose: bool) -> bool:
    """Whether words are a label, or, where it is long or marked as one, begin or end with it."""
    if label == phrase:
        return True
    return loose and len(label.split()) <= _LONGEST and (label.startswith(phrase + " ") or label.endswith(" " + phrase))


def quoted(text: str) -> str:
    """The words of a line in quotation marks, cut to a readable length."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= 80 else line[:79].rstrip() + '…'}'"
