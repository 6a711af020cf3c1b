"""What a language says about names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline import languages
from timeline.events.places import SHORTEST, peoples, places
from timeline.events.stems import stem
from timeline.events.words import fold, lexicon


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a language says about names, from its `names.toml`; every word in small letters."""

    language: str
    """'de'"""
    titles: frozenset[str]
    """'president'"""
    title_parts: frozenset[str]
    """'prime'"""
    not_alone: frozenset[str]
    """'north'"""
    never: frozenset[str]
    """'monday'"""
    adverb_endings: frozenset[str]
    """'ly': a word that ends so begins a sentence and no name"""
    inside: frozenset[str]
    """'of'"""
    inside_bodies: frozenset[str]
    """'for': it stands inside a name only where a body or a title is named"""
    joining: frozenset[str]
    """'and': it also stands between two names"""
    articles: frozenset[str]
    """'the': it is no part of a name that begins with it"""
    bodies: frozenset[str]
    """'ministry'"""
    company_endings: frozenset[str]
    """'llc'"""
    common: frozenset[str]
    """'however', 'said': they begin sentences in capitals and are no names"""
    aliases: dict[str, str]
    """'uk' → 'united kingdom', both folded"""
    demonyms: dict[str, str]
    """'russian' → 'russia', folded; by the word or by its stem"""
    small_demonyms: bool
    """True where a people's adjective is written in small letters: 'russische'"""
    case_endings: tuple[str, ...]
    """'ого', the longest first: what a name loses, where it changes with its case; () where it does not"""
    noun_words: frozenset[str]
    """'berg': a common noun that is a surname behind a first name"""
    nouns: re.Pattern[str] | None
    """what a common noun ends in, where every noun has a capital; else None"""
    proper_adjectives: re.Pattern[str] | None
    """'Technische': in capitals inside a sentence it makes the noun behind it a name"""
    people_endings: tuple[str, ...]
    """'man', the longest first: behind a people's adjective it makes one of that people, which is no name"""
    adjective_endings: tuple[str, ...]
    """'en': of an adjective, which makes the word behind it a noun"""
    articled: frozenset[str]
    """'ukraine': a name though an article stands before it"""

    def place_of(self, word: str) -> str | None:
        """The place that a people's adjective in small letters stands for: 'russischen' → 'russia'."""
        return self.demonyms.get(word) or (
            self.demonyms.get(stem(word, self.language)) if self.small_demonyms else None
        )

    def is_of_a_people(self, word: str) -> bool:
        """Whether a word in small letters is one or several of a people: 'egyptians', 'frenchman'."""
        bare = (word.removesuffix(ending) for ending in self.people_endings)
        return any(self.place_of(adjective) is not None for adjective in bare)

    def is_of_a_title(self, word: str) -> bool:
        """Whether a word in small letters is a title, a part of one, or never part of a name."""
        return word in self.titles or word in self.title_parts or word in self.never

    def normal(self, parts: tuple[str, ...]) -> str:
        """The parts of a name folded, each without the ending of its case."""
        if not self.case_endings:
            return fold(" ".join(parts))
        return fold(" ".join(self._without_case(part.lower()) for part in parts))

    def _without_case(self, part: str) -> str:
        return next(
            (part[: -len(end)] for end in self.case_endings if part.endswith(end) and len(part) >= len(end) + 3), part
        )


_SETS = (
    "titles",
    "title_parts",
    "not_alone",
    "never",
    "adverb_endings",
    "inside",
    "inside_bodies",
    "joining",
    "articles",
    "bodies",
    "company_endings",
    "articled",
)


@cache
def name_words(language: str) -> NameWords:
    """The words about names of a language; those of English where it has none. A key that it leaves out has none."""
    table: dict[str, Any] = defaultdict(str, languages.load(language, "names"))
    known = lexicon(language)
    words = NameWords(
        **{field: frozenset(table[field].split()) for field in _SETS},
        language=language,
        common=known.stop | known.openers | known.pronouns | known.finite | known.possessives,
        aliases={},
        demonyms={},
        small_demonyms=bool(table["small_demonyms"]),
        case_endings=tuple(sorted(table["case_endings"].split(), key=len, reverse=True)),
        noun_words=frozenset(table["nouns"].split()),
        nouns=_ending(table["nouns"], table["noun_inflections"]),
        people_endings=tuple(sorted(table["people_endings"].split(), key=len, reverse=True)),
        adjective_endings=tuple(table["adjective_endings"].split()),
        proper_adjectives=_ending(table["proper_adjectives"], ""),
    )
    words.aliases.update(_aliases(words, table["aliases"]))
    words.demonyms.update(_demonyms(words, table["demonyms"]))
    return words


def _aliases(words: NameWords, groups: list[list[str]]) -> dict[str, str]:
    """Every writing of a place or body, folded → its usual name in English."""
    found = {}
    if languages.has(words.language, "names") and words.language != languages.FALLBACK:
        for name, english in places(words.language):
            if len(name) >= SHORTEST:
                found[words.normal(tuple(name.split()))] = _english(fold(english))
    for group in groups:
        found.update({words.normal(tuple(alias.split())): _english(fold(group[0])) for alias in group})
    return found


@cache
def _english_aliases() -> dict[str, str]:
    table = languages.load(languages.FALLBACK, "names")
    return {fold(alias): fold(group[0]) for group in table["aliases"] for alias in group}


def _english(folded: str) -> str:
    """The key that a name in English letters has in English texts."""
    return _english_aliases().get(folded, folded)


def _demonyms(words: NameWords, table: dict[str, str]) -> dict[str, str]:
    """A people's adjective → the key of its place; where adjectives are inflected, by their stems."""
    named = {adjective: _english(fold(place)) for adjective, place in table.items()}
    if not words.small_demonyms:
        return named
    known = dict(peoples(words.language)) if languages.has(words.language, "names") else {}
    found = {adjective: _english(fold(place)) for adjective, place in known.items()} | named
    return {stem(adjective, words.language): place for adjective, place in found.items()}


def _ending(words: str, inflections: str) -> re.Pattern[str] | None:
    """A pattern for words in small letters that end in one of a list, in any of its forms."""
    if not words.split():
        return None
    forms = "|".join(inflections.split())
    return re.compile(rf"(?:^|\w\w\w)(?:{'|'.join(words.split())}){f'(?:{forms})?' if forms else ''}$")
