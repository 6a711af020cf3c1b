"""Which names of several words are no person's, by how a collection uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from timeline.events.capitals import Candidate
from timeline.events.words import lexicon, word_before
from timeline.model import Document

BEHIND_ARTICLES = 3  # one in so many uses


class Use(NamedTuple):
    """A name where it stands."""

    folded: str
    """'eighth amendment'"""
    name: Candidate
    """Candidate(('Eighth', 'Amendment'), Span(210, 226), False)"""
    document: Document
    """the document that it stands in"""


def things(uses: Iterable[Use]) -> frozenset[str]:
    """The writings that are no person's.

    They stand behind an article ('the Eighth Amendment'), begin with what is mostly a name by itself ('Apple
    Macintosh') or with another name of several words ('Ann Berg Lane'), or end in initials ('Old BP').
    """
    rows = list(uses)
    counts = Counter(row.folded for row in rows)
    behind = Counter(row.folded for row in rows if _has_article(row))
    shouted = {row.folded for row in rows if _ends_in_initials(row.name)}
    several = {folded for folded in counts if " " in folded}
    return frozenset(
        folded
        for folded in several
        if BEHIND_ARTICLES * behind[folded] >= counts[folded]
        or counts[folded.split()[0]] > counts[folded]
        or folded in shouted
        or any(" ".join(folded.split()[:length]) in several for length in range(2, len(folded.split())))
    )


def _ends_in_initials(name: Candidate) -> bool:
    """Whether only the last word of a name is all in capitals."""
    *first, last = name.parts
    return len(last) > 1 and last.isupper() and not all(part.isupper() for part in first)


def _has_article(use: Use) -> bool:
    """Whether an article stands right before a name."""
    text, start = use.document.text, use.name.span.start
    before = word_before(text, start)
    if before is None or text[before.end : start].strip():
        return False
    return before.lower in lexicon(use.document.language).determiners
