"""What the words beside a date make of it: 'Published:', 'Last modified', 'Retrieved on'."""

from __future__ import annotations

import re
from typing import Any

from timeline.reading.raw import Trust

MARKS = " \t\n,;:|·•@/()[]<>«»-–—*_#\\.'\"“”„‚‘’"
_KINDS = ((Trust.GUESS, "never"), (Trust.UPDATED, "updated"), (Trust.LABELLED, "published"))
_CLOCK = re.compile(r"\(?\d{4}\s[A-Z]{2,4}\)?")  # '2010 GMT (0410 HKT)'
_LONGEST = 10  # words; a longer stretch is no label


def plain(text: str) -> str:
    """A label without marks and capitals: 'Last modified: ' → 'last modified'."""
    return " ".join(text.strip(MARKS).casefold().split())


def last_word(text: str) -> str:
    """The last word, without marks and capitals; '' without one."""
    words = text.split()
    return words[-1].casefold().strip(MARKS) if words else ""


def kind_of(prefix: str, words: dict[str, Any]) -> Trust | None:
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
