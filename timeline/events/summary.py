"""The summary of an event: what its sources say beyond the headline, in their own sentences."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events import phrasing
from timeline.events.clusters import Cluster
from timeline.events.headline import WEIGHT
from timeline.events.tellings import Telling
from timeline.events.words import content, lexicon, words
from timeline.model import Document

LONGEST = 60  # words
MOST = 2  # sentences
NEW = 3  # stems that a sentence must add to what is already said
LONG = 40  # words of a sentence from which on it is less welcome


def summary(cluster: Cluster, documents: Mapping[str, Document], above: str) -> str:
    """One or two sentences from the sources that add to the headline `above`, at most some sixty words; or ''."""
    language = documents[cluster.tellings[0].mention.document].language
    said = set(content(words(above), language))
    chosen: list[str] = []
    for text, stems in _sentences(cluster, documents):
        length = sum(len(sentence.split()) for sentence in [*chosen, text])
        if len(stems - said) < NEW or (chosen and length > LONGEST):
            continue
        chosen.append(text)
        said |= stems
        if len(chosen) == MOST:
            break
    return " ".join(chosen)


def _sentences(cluster: Cluster, documents: Mapping[str, Document]) -> list[tuple[str, frozenset[str]]]:
    """The sentences of an event as they can be printed, with their stems, the best first."""
    ranked = sorted(_rated(telling, WEIGHT[verdict], documents) for telling, verdict in cluster.members)
    return [(text, frozenset(stems)) for _, text, stems in ranked]


def _rated(telling: Telling, weight: float, documents: Mapping[str, Document]) -> tuple[float, str, list[str]]:
    """A sentence with what speaks against it: length, a pronoun at its head, how late the article tells it."""
    document = documents[telling.mention.document]
    text = phrasing.bare_sentence(phrasing.tidy(telling.mention.sentence.of(document.text)), document.language)
    found = words(text)
    faults = weight + 0.05 * min(telling.place, 10) + max(0, len(found) - LONG) / 10
    faults += 2.0 * (bool(found) and found[0].lower in lexicon(document.language).pronouns)
    return faults, text, sorted(content(found, document.language))
