"""The sentences of an event as short marks, by which the next build knows it again."""

from __future__ import annotations

import hashlib

from timeline.events.words import fold
from timeline.model import Event

EXACT, SENTENCE = 2, 1  # what a sentence in common weighs: with the same value, and with another


def marks(event: Event) -> tuple[str, ...]:
    """A mark for each quoted sentence, in order: a hash of its words, and the value that it gives.

    The document is left out: one that was renamed, or printed again, tells the same.
    """
    return tuple(sorted({_mark(item.quote, item.mention.value or "") for item in event.evidence}))


def hash_of(mark: str) -> str:
    """The part of a mark that stands for the words of the sentence."""
    return mark.partition("@")[0]


def _mark(quote: str, value: str) -> str:
    words = fold(" ".join(quote.split())).encode("utf-8", "replace")
    return f"{hashlib.sha256(words).hexdigest()[:12]}@{value}"
