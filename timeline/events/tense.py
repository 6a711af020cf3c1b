"""How a sentence looks at time where it names none: back, at the present, ahead, or on from the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

from timeline import languages
from timeline.events.clauses import verbs
from timeline.events.words import Word, lexicon, words
from timeline.model import Document, Span

Tense = Literal["past", "present", "coming", "none"]

_OPENS = re.compile(r"[“«]|``")
_CLOSES = re.compile(r"[”»]|''")
_ENDS = (".", "!", "?")
_CLOSING = "”»\"') \n"
_QUOTED = re.compile(r"[“\"][^”\"“]{0,1200}[”\"]|``.{0,1200}?''", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a sentence looks at time."""

    tense: Tense
    """'past' for 'the minister left', 'present' for 'has left'; 'none' where no verb tells"""
    linked: bool
    """whether it goes on from the sentence before: 'Then …', 'She …'"""
    spoken: bool
    """whether it is somebody's own words, begun in a sentence before: 'I will miss the harbour.'"""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language says about the time of sentences, from its `placing.toml`; every word in small letters."""

    present: frozenset[str]
    """'is', 'has'"""
    being: frozenset[str]
    """'is'"""
    coming: frozenset[str]
    """'will'"""
    past: frozenset[str]
    """'was'"""
    linking: frozenset[str]
    """'then', 'she'"""
    speaker: frozenset[str]
    """'I'"""


@cache
def _words_of(language: str) -> _Words:
    table = languages.load(language, "placing")
    names = ("present", "being", "coming", "past", "linking", "speaker")
    return _Words(**{name: frozenset(table[name].split()) for name in names})


def outlooks(document: Document, sentences: Iterable[Span]) -> list[Outlook]:
    """How each of a document's sentences looks at time, by its first verb outside quotation marks."""
    found, speech = [], 0
    for sentence in sentences:
        found.append(_outlook(document, sentence, speech > 0))
        speech = _left_open(sentence.of(document.text), speech)
    return found


def _outlook(document: Document, sentence: Span, inside: bool) -> Outlook:
    vocabulary = _words_of(document.language)
    told = _told(document.text, sentence)
    first = told[0].lower if told else ""
    own_words = inside or not told or bool(vocabulary.speaker & {word.lower for word in told})
    tense = _tense(document.text, told, document.language)
    if tense == "none" and _is_full(sentence.of(document.text), told):
        tense = "present"
    return Outlook(tense, first in vocabulary.linking, own_words)


def _is_full(text: str, told: Sequence[Word]) -> bool:
    """Whether words are a sentence whose verb no list has: 'The pump works well.'; a caption has no full stop."""
    return text.rstrip(_CLOSING).endswith(_ENDS) and sum(word.text.islower() for word in told) >= FULL


FULL = 5  # words in small letters that a sentence has


def describes(document: Document, sentence: Span) -> bool:
    """Whether a sentence only says what something is: 'is a disused canal', but not 'is closing', 'is closed'."""
    known = lexicon(document.language)
    told = [word.lower for word in _told(document.text, sentence)]
    first = next(iter(verbs(_told(document.text, sentence), known)), len(told))
    behind = takewhile(lambda word: word not in known.determiners, told[first + 1 : first + 3])
    acts = any(known.is_past(word) or word.endswith(known.leaning_endings) for word in behind)
    return not acts and not _words_of(document.language).being.isdisjoint(told[first : first + 1])


def is_reported(document: Document, sentence: Span, place: Span) -> bool:
    """Whether a stretch of a sentence belongs to what somebody says: behind 'said that … would', or in quotes."""
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(document.text, sentence.start, sentence.end)]
    if any(span.covers(place) for span in quoted):
        return True
    known = lexicon(document.language)
    told = _told(document.text, sentence)
    carrying = [told[number] for number in verbs(told, known)]
    return len(carrying) > 1 and carrying[0].lower in known.reporting and carrying[1].end <= place.start


def _is_inserted(text: str, found: Sequence[Word], place: int, last: int) -> bool:
    """Whether a verb begins what stands between commas before another one: 'The suit, filed in May, claims that …'."""
    if place == last or not place or not text[: found[place].start].rstrip().endswith(","):
        return False
    return "," in text[found[place].end : found[last].start]


def _left_open(text: str, before: int) -> int:
    """1 where a quotation is open behind a sentence, else 0; straight marks open and close in turn."""
    opened = before + len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
    return max(0, min(1, opened)) ^ (text.count('"') % 2)


def _told(text: str, sentence: Span) -> list[Word]:
    """The words of a sentence that its author tells himself, those in quotation marks left out."""
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text, sentence.start, sentence.end)]
    every = words(text, sentence.start, sentence.end)
    return [word for word in every if not any(span.start <= word.start < span.end for span in quoted)]


def _tense(text: str, found: list[Word], language: str) -> Tense:
    vocabulary, known = _words_of(language), lexicon(language)
    places = verbs(found, known)
    for place in [place for place in places if not _is_inserted(text, found, place, places[-1])] or places:
        verb = found[place].lower
        if verb in vocabulary.coming:
            return "coming"
        if verb in vocabulary.present:
            return "present"
        if verb in vocabulary.past or verb in known.past or verb not in known.present:
            return "past"
        return "present"
    return "none"
