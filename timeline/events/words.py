"""Words of a text, and the few things that a language says about them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from anyascii import anyascii

from timeline import languages
from timeline.events.memory import remembered

# A number with its separators, or letters and digits joined by single apostrophes, hyphens, dots or '&' as in
# "40,000", "O'Brien", "sub-unit", "U.S", "AT&T"; an article that lost its vowel stands by itself: "l'" in "l'accord".
_WORD = re.compile(
    r"\d+(?:[.,]\d+)+"
    r"|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|all|dall|dell|nell|sull|un|quest)[’'](?=[^\W\d_])"
    r"|(?:[CDJLMNST]|Qu|Jusqu|Lorsqu|Puisqu|All|Dall|Dell|Nell|Sull|Un|Quest)[’'](?=[a-zà-ÿ])"
    r"|[^\W_]+(?:[’'\-.&][^\W_]+)*"
)
_POSSESSIVES = ("’s", "'s", "’S", "'S", "’", "'")


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

    language: str
    """'en'"""
    stop: frozenset[str]
    """'the', 'about': no content"""
    finite: frozenset[str]
    """'was', 'met', 'meets': a verb that carries a clause"""
    past: frozenset[str]
    """'met'"""
    present: frozenset[str]
    """'meets'; many are nouns as well"""
    past_endings: tuple[str, ...]
    """'ed': a word that ends so is mostly a verb in the past"""
    participles: tuple[str, ...]
    """'ado' in Spanish: a word that ends so describes the noun before it, or goes with a helping verb"""
    not_verbs: frozenset[str]
    """'hundred': no verb, though it ends in -ed"""
    order: frozenset[str]
    """'verb-second', 'verb-may-lead', 'verb-may-close'; nothing where the subject stands before its verb"""
    genitives: frozenset[str]
    """'des': the noun behind it belongs to the one before"""
    gendered: bool
    """whether 'he' and 'she' also stand for things"""
    plural_endings: tuple[str, ...]
    """'en' in German: of a verb that has several who act; () where the verb's own form does not tell"""
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
    foretold: frozenset[str]
    """'would': in what somebody said, it speaks of what is to come"""
    asking: frozenset[str]
    """'how': what begins with it asks or explains"""
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
    adverb_endings: tuple[str, ...]
    """'ly': so does a word that ends so"""
    leaning_endings: tuple[str, ...]
    """'ing': a word that ends so asks for what stands behind it"""
    attributing: tuple[str, ...]
    """'according to': it begins a phrase that names who said something"""
    subordinate: frozenset[str]
    """'where': the clause behind it hangs on the one before"""
    reference: tuple[str, ...]
    """'compared to': a date behind it is not one on which something happened; the longest first"""
    starting: frozenset[str]
    """'since': behind it stands with what a length of time began"""
    lasting: frozenset[str]
    """'been': in 'has been ill since March', which tells that it began in March"""
    elsewhen: frozenset[str]
    """'after': what stands behind it happened on another day"""
    earlier: frozenset[str]
    """'after': what stands behind it happened before the other clause did"""
    later: frozenset[str]
    """'before'"""
    several: frozenset[str]
    """'they': named before, as several people or things"""
    bodies: frozenset[str]
    """'it': a body named before, where it says something"""
    plural_nouns: tuple[str, ...]
    """'s': in what a noun for several ends"""
    trims: tuple[str, ...]
    """', who ': from where a clause can be cut, the longest first"""
    empty_phrases: tuple[str, ...]
    """'about it': it says nothing without what stands before"""
    habitual: tuple[str, ...]
    """'at night': a part of any day"""
    indefinite: frozenset[str]
    """'a': a Wednesday is any Wednesday"""
    attributive: frozenset[str]
    """'of': a coarse date behind it describes the noun before it"""
    attending: frozenset[str]
    """'with': behind a comma it begins a phrase that has the date in it to itself"""
    standing: tuple[str, ...]
    """'as of': it says when something stood so, though it ends in 'of'"""
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
    light: frozenset[str]
    """'came': the noun before it says what happened, mostly too little"""
    saying_that: frozenset[str]
    """'that': what is said stands behind it"""
    having: frozenset[str]
    """'had': a participle behind it asks for its object"""
    beginning: frozenset[str]
    """'the': in capitals amid a line it begins a sentence"""
    unfinished: frozenset[str]
    """'of': no headline ends in it"""
    case_endings: tuple[str, ...]
    """'ами' in Ukrainian, the longest first: what comes off a word, where there is no stemmer for the language"""
    synonyms: dict[str, str]
    """'replied' → 'reply', the first word of its group"""
    adjoining: frozenset[str]
    """'the', 'of', 'after': what is a noun or a verb is no verb behind it"""
    telling: frozenset[str]
    """'died', 'will': it says that something happens"""
    compounding: frozenset[str]
    """'walked': with the word behind it, it may be one word of a group, 'walked-out'"""

    def is_past(self, word: str) -> bool:
        """Whether a word in small letters is a verb in the past, by the list or by its ending."""
        if word in self.past:
            return True
        word = word.removesuffix("-se")  # 'demitiu-se' in Portuguese
        return len(word) > 3 and word.endswith(self.past_endings) and "-" not in word and word not in self.not_verbs


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; that of English where it has none. A key that it leaves out has no words in it."""
    table: dict[str, Any] = defaultdict(str, languages.load(language, "events"))
    sets = {name: frozenset(table[name].split()) for name in _SETS}
    synonyms = {word: group.split()[0] for group in reversed(table["synonyms"]) for word in group.split()}
    return Lexicon(
        **sets,
        language=language,
        finite=sets["past"] | sets["present"] | frozenset(table["auxiliaries"].split()),
        article=table["article"],
        gendered=bool(table["gendered"]),
        parts=_markers(table["parts"]),
        reference=_markers(table["reference"]),
        empty_phrases=_markers(table["empty_phrases"]),
        habitual=_markers(table["habitual"]),
        attributing=_markers(table["attributing"]),
        standing=_markers(table["standing"]),
        plural_nouns=tuple(table["plural_nouns"].split()),
        participles=tuple(table["participles"].split()),
        past_endings=tuple(table["past_endings"].split()),
        plural_endings=tuple(table["plural_endings"].split()),
        adverb_endings=tuple(table["adverb_endings"].split()),
        leaning_endings=tuple(table["leaning_endings"].split()),
        case_endings=tuple(sorted(table["case_endings"].split(), key=len, reverse=True)),
        trims=_markers(table["trims"]),
        adjoining=sets["determiners"] | sets["hanging"] | sets["introducing"],
        telling=(sets["past"] | sets["present"] | sets["complete"]) - sets["stop"] | sets["coming"],
        synonyms=synonyms,
        compounding=frozenset(word[: hyphen.start()] for word in synonyms for hyphen in re.finditer("-", word)),
    )


_SETS = (
    "stop",
    "past",
    "present",
    "not_verbs",
    "order",
    "genitives",
    "helpers",
    "determiners",
    "complete",
    "reporting",
    "possible",
    "coming",
    "foretold",
    "asking",
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
    "starting",
    "lasting",
    "elsewhen",
    "earlier",
    "later",
    "several",
    "bodies",
    "indefinite",
    "attending",
    "attributive",
    "equals",
    "hanging",
    "units",
    "quantities",
    "binding",
    "introducing",
    "impersonal",
    "subjects",
    "light",
    "saying_that",
    "having",
    "beginning",
    "unfinished",
)


def _markers(text: str) -> tuple[str, ...]:
    markers = {" ".join(marker.split()) for marker in text.split("|") if marker.strip()}
    return tuple(sorted(markers, key=lambda marker: (-len(marker), marker)))


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text` between two offsets, in order, each with its offsets in the whole text."""
    end = len(text) if end is None else end
    if len(text) < SHORT:
        return _words(text, start, end)
    table = _table(text)
    first, last = bisect_left(table.starts, start), bisect_left(table.starts, end)
    cut = (first and table.ends[first - 1] > start) or (last > first and table.ends[last - 1] > end)
    return _words(text, start, end) if cut else table.words[first:last]


def small_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The same in small letters, without their offsets, which is quicker."""
    return list(map(_small, _WORD.findall(text, start, len(text) if end is None else end)))


def _small(found: str) -> str:
    return _forms(found)[1]


def word_before(text: str, place: int) -> Word | None:
    """The last word of a document that ends before an offset; None at its beginning."""
    table = _table(text)
    last = bisect_right(table.ends, place)
    return table.words[last - 1] if last else None


SHORT = 300  # characters of a text that is no document


class _Table(NamedTuple):
    """The words of a whole text, to be sliced: every step of the stage asks for the words of the same sentences."""

    words: tuple[Word, ...]
    """(Word('Putin', 12, 17, 'putin'), …)"""
    starts: tuple[int, ...]
    """(12, …), where each begins"""
    ends: tuple[int, ...]
    """(19, …), where each ends, its possessive ending included"""


@remembered
def _table(text: str) -> _Table:
    matches = tuple(_WORD.finditer(text))
    starts, ends = tuple(match.start() for match in matches), tuple(match.end() for match in matches)
    return _Table(tuple(map(_word, matches)), starts, ends)


@remembered
def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(map(_word, _WORD.finditer(text, start, end)))


_new = tuple.__new__  # of the words of thousands of documents: what the constructor of a named tuple calls


def _word(match: re.Match[str]) -> Word:
    """What was matched, without its possessive ending."""
    text, small = _forms(match.group())
    start = match.start()
    return _new(Word, (text, start, start + len(text), small))


@cache
def _forms(found: str) -> tuple[str, str]:
    """A word without its possessive ending, and that in small letters; something is left, for no word begins so."""
    text = found
    if found.endswith(_POSSESSIVES):
        text = found[:-2] if found[-1] in "sS" else found[:-1]
    return text, text.lower()


@cache
def fold(text: str) -> str:
    """The text in small Latin letters without accents, for comparing.

    >>> fold("Orbán"), fold("Зеленський")
    ('orban', 'zelenskii')
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").lower())
    return "".join(_latin(char) for char in decomposed if not unicodedata.combining(char))


@cache
def _latin(char: str) -> str:
    """A letter of another script in Latin ones, without the marks of soft and hard signs."""
    return anyascii(char).lower().replace("'", "") if char.isalpha() and char > "\u024f" else char
