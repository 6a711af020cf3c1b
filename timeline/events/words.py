"""Words of a text, and the few things that a language says about them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from timeline import languages

# A number with its separators, or letters and digits joined by single apostrophes, hyphens, dots or '&' as in
# "40,000", "O'Brien", "sub-unit", "U.S", "AT&T".
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[’'\-.&][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)
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


class Word(NamedTuple):
    """A word where it stands."""

    text: str
    """'Putin', the possessive ending taken off"""
    start: int
    """12, its first code point"""
    end: int
    """17, behind its last code point, the possessive ending left out"""
    lower: str
    """'putin'"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language says about the words of happenings, from its `events.toml`; every word in small letters."""

    stop: frozenset[str]
    """'the', 'about': no content"""
    finite: frozenset[str]
    """'was', 'met', 'meets': a verb that carries a clause"""
    past: frozenset[str]
    """'met'"""
    present: frozenset[str]
    """'meets'; many are nouns as well"""
    not_verbs: frozenset[str]
    """'hundred': no verb, though it ends in -ed"""
    helpers: frozenset[str]
    """'been': the participle behind it is no verb of its own"""
    determiners: frozenset[str]
    """'the': an -ed word behind it is an adjective"""
    complete: frozenset[str]
    """'died': a verb that needs nothing behind it"""
    reporting: frozenset[str]
    """'said'"""
    possible: frozenset[str]
    """'could'"""
    coming: frozenset[str]
    """'will'"""
    first_person: frozenset[str]
    """'I'"""
    openers: frozenset[str]
    """'however'"""
    pronouns: frozenset[str]
    """'he'"""
    deictic: frozenset[str]
    """'today': it says nothing on another day"""
    vague: frozenset[str]
    """'it': it leaves a headline open"""
    possessives: frozenset[str]
    """'his'"""
    article: str
    """'The ', what stands in for a possessive at the head of a headline"""
    parts: tuple[str, ...]
    """', while ': where a sentence may be parted, the longest first"""
    joiners: frozenset[str]
    """'and': it also joins two nouns"""
    alternatives: frozenset[str]
    """'or': it also joins two dates"""
    leading: frozenset[str]
    """'after': it may begin a sentence, with the main clause behind a comma"""
    meanwhile: frozenset[str]
    """'while': what stands behind it happened at the same time"""
    whenever: frozenset[str]
    """'when': what stands behind it happened at the time just named"""
    relative: frozenset[str]
    """'who': the clause behind it speaks of the noun before it"""
    adverbs: frozenset[str]
    """'first': it may stand before the verb"""
    subordinate: frozenset[str]
    """'where': the clause behind it hangs on the one before"""
    reference: tuple[str, ...]
    """'compared to': a date behind it is not one on which something happened; the longest first"""
    elsewhen: frozenset[str]
    """'after': what stands behind it happened on another day"""
    trims: tuple[str, ...]
    """', who ': from where a clause can be cut, the longest first"""
    habitual: tuple[str, ...]
    """'at night': a part of any day"""
    indefinite: frozenset[str]
    """'a': a Wednesday is any Wednesday"""
    attributive: frozenset[str]
    """'of': a coarse date behind it describes the noun before it"""
    equals: frozenset[str]
    """'be': a year behind it is a thing by itself"""
    hanging: frozenset[str]
    """'of': a date behind it cannot be taken out"""
    units: frozenset[str]
    """'weeks'"""
    quantities: frozenset[str]
    """'two'"""
    binding: frozenset[str]
    """'on': it goes with a date that is taken out"""
    introducing: frozenset[str]
    """'after': it begins a phrase before the subject"""
    impersonal: frozenset[str]
    """'understood': in 'it is understood that …'"""
    subjects: frozenset[str]
    """'he': a person named before, who can be named in its place"""
    unfinished: frozenset[str]
    """'of': no headline ends in it"""
    synonyms: dict[str, str]
    """'replied' → 'reply', the first word of its group"""


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; that of English where it has none."""
    table = languages.load(language, "events")
    sets = {name: frozenset(table[name].split()) for name in _SETS}
    return Lexicon(
        **sets,
        finite=sets["past"] | sets["present"] | frozenset(table["auxiliaries"].split()),
        article=table["article"],
        parts=_markers(table["parts"]),
        reference=_markers(table["reference"]),
        habitual=_markers(table["habitual"]),
        trims=_markers(table["trims"]),
        synonyms={word: group.split()[0] for group in reversed(table["synonyms"]) for word in group.split()},
    )


_SETS = (
    "stop",
    "past",
    "present",
    "not_verbs",
    "helpers",
    "determiners",
    "complete",
    "reporting",
    "possible",
    "coming",
    "first_person",
    "openers",
    "pronouns",
    "deictic",
    "vague",
    "possessives",
    "joiners",
    "alternatives",
    "leading",
    "meanwhile",
    "whenever",
    "relative",
    "adverbs",
    "subordinate",
    "elsewhen",
    "indefinite",
    "attributive",
    "equals",
    "hanging",
    "units",
    "quantities",
    "binding",
    "introducing",
    "impersonal",
    "subjects",
    "unfinished",
)


def _markers(text: str) -> tuple[str, ...]:
    markers = {" ".join(marker.split()) for marker in text.split("|")}
    return tuple(sorted(markers, key=lambda marker: (-len(marker), marker)))


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text` between two offsets, in order, each with its offsets in the whole text."""
    return _words(text, start, len(text) if end is None else end)


@lru_cache(maxsize=16384)
def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The same, remembered: every step of the stage asks for the words of the same sentences."""
    found = []
    for match in _WORD.finditer(text, start, end):
        bare = _POSSESSIVE.sub("", match.group())
        if bare:
            found.append(Word(bare, match.start(), match.start() + len(bare), bare.lower()))
    return tuple(found)


@cache
def fold(text: str) -> str:
    """The text in small letters and without accents, for comparing.

    >>> fold("Orbán")
    'orban'
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


@cache
def stem(word: str, language: str) -> str:
    """The stem of a word in small letters, after Snowball; words of one group of synonyms share one.

    >>> stem("replied", "en") == stem("responses", "en")
    True
    """
    known = lexicon(language).synonyms.get(word, word)
    return str(_stemmer(language).stemWord(known)) if language in _STEMMERS else known


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])


def content(found: Iterable[Word], language: str) -> list[str]:
    """The stems of the words that carry content, in order; numbers count, stop words don't."""
    stop = lexicon(language).stop
    return [stem(word.lower, language) for word in found if word.lower not in stop and len(word.text) > 1]
