"""The summary of an event: what its sources say beyond the headline, in their own sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from timeline.events import phrasing
from timeline.events.clusters import Cluster
from timeline.events.headline import WEIGHT
from timeline.events.stems import content
from timeline.events.tellings import Telling
from timeline.events.words import lexicon, words
from timeline.model import Document

LONGEST = 60  # words
MOST = 3  # sentences
NEW = 3  # stems that a sentence must add to what is already said
SHARE = 0.25  # of its stems that must be new: a sentence that mostly repeats the headline adds nothing
LONG = 40  # words of a sentence from which on it is less welcome
WELCOME = 0.1  # what each new stem is worth
ENOUGH = 12  # stems; more are worth no more


def summary(cluster: Cluster, documents: Mapping[str, Document], above: str) -> str:
    """One to three sentences from the sources that add to the headline `above`, at most some sixty words; or ''.

    One after the other, the sentence is taken that adds most for its faults.
    """
    language = documents[cluster.tellings[0].mention.document].language
    said = set(content(words(above), language))
    left, chosen = _sentences(cluster, documents), list[str]()
    while left and len(chosen) < MOST:
        length = sum(len(sentence.split()) for sentence in chosen)
        left = [row for row in left if _adds(row, said) and (not chosen or length + len(row.text.split()) <= LONGEST)]
        if left:
            best = min(left, key=lambda row: (row.faults - WELCOME * min(len(row.stems - said), ENOUGH), row.text))
            chosen.append(best.text)
            said |= best.stems
    return " ".join(chosen)


class _Sentence(NamedTuple):
    """A sentence of an event as it can be printed."""

    faults: float
    """0.0 for one that can stand; the more, the worse"""
    text: str
    """'NATO sent a paper of its own to Moscow.'"""
    stems: frozenset[str]
    """{'nato', 'paper', 'moscow'}"""


def _adds(row: _Sentence, said: set[str]) -> bool:
    new = len(row.stems - said)
    return new >= NEW and new >= SHARE * len(row.stems)


def _sentences(cluster: Cluster, documents: Mapping[str, Document]) -> list[_Sentence]:
    """The sentences of an event, those with a pronoun at the head only where there are no others."""
    rows = [_rated(telling, WEIGHT[verdict], documents) for telling, verdict in cluster.members]
    return [row for row in rows if row.faults < OPEN] or rows


OPEN = 10.0  # faults of a sentence whose first word speaks of one before it


def _rated(telling: Telling, weight: float, documents: Mapping[str, Document]) -> _Sentence:
    """A sentence with what speaks against it: length, a pronoun at its head, how late the article tells it."""
    document = documents[telling.mention.document]
    known = lexicon(document.language)
    text = phrasing.bare_sentence(phrasing.tidy(telling.mention.sentence.of(document.text)), document.language)
    found = words(text)
    faults = weight + 0.05 * min(telling.place, 10) + max(0, len(found) - LONG) / 10
    faults += OPEN * (bool(found) and found[0].lower in known.pronouns) + 2.0 * phrasing.runs_on(text, known)
    return _Sentence(faults, text, frozenset(content(found, document.language)))
