"""Words → the stems of those that carry content, by which texts are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import snowballstemmer

from timeline.events.words import Lexicon, Word, lexicon

_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "ru": "russian",
}


@cache
def stem(word: str, language: str) -> str:
    """The stem of a word in small letters, after Snowball; words of one group of synonyms share one.

    >>> stem("replied", "en") == stem("responses", "en")
    True
    """
    known = lexicon(language).synonyms.get(word, word)
    return str(_stemmer(language).stemWord(known)) if language in _STEMMERS else _without_ending(known, language)


def _without_ending(word: str, language: str) -> str:
    """A word without its longest case ending that leaves three letters."""
    endings = lexicon(language).case_endings
    return next((word[: -len(end)] for end in endings if word.endswith(end) and len(word) >= len(end) + 3), word)


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])


def content(found: Iterable[Word], language: str) -> list[str]:
    """The stems of the words that carry content, in order; numbers count, stop words don't.

    Two words that a language lists as one, joined by a hyphen ('walked-out'), are one.
    """
    return terms([word.lower for word in found], language)


def terms(small: Sequence[str], language: str) -> list[str]:
    """The same of words in small letters."""
    return [term for word in _joined(small, lexicon(language)) if (term := _term(word, language))]


def _joined(small: Sequence[str], known: Lexicon) -> Sequence[str]:
    """The words, two that are listed as one joined."""
    if known.compounding.isdisjoint(small):
        return small
    kept: list[str] = []
    whole = False
    for word, following in zip(small, [*small[1:], ""], strict=True):
        if whole:  # the word before has taken this one
            whole = False
            continue
        both = f"{word}-{following}"
        whole = word in known.compounding and both in known.synonyms
        kept.append(both if whole else word)
    return kept


@cache
def _term(word: str, language: str) -> str:
    """The stem of a word in small letters that carries content; '' for one that carries none."""
    return stem(word, language) if len(word) > 1 and word not in lexicon(language).stop else ""
