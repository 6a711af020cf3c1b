"""Names of people, places and organisations across a collection, found without a model.

A name is a run of words in capitals. At the beginning of a sentence a capital says nothing, so there a word counts only
if the collection shows it in capitals elsewhere too. Writings of one name are then brought together: an accent or a
transliteration apart (Zelensky, Zelenskyy), the surname alone (Putin), the initials behind the full name
(World Health Organization (WHO)), and the aliases that a language lists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from timeline.events.capitals import Candidate, Usage, candidates, settle, writing
from timeline.events.kinds import Use, things
from timeline.events.memory import remembered
from timeline.events.nouns import behind_articles
from timeline.events.vocabulary import name_words
from timeline.events.words import fold, words
from timeline.model import Document, Span

_INITIALS = re.compile(r"[ \n]{0,2}(?:\(|-LRB-)[ \n]{0,2}(?P<short>[A-Z][A-Za-z]{1,9})[ \n]{0,2}(?:\)|-RRB-)")
# What transliterations into English, German and French write for one letter.
_EVEN = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"tsch|tch", "ch"),
        (r"sch", "sh"),
        (r"ph|ff", "f"),
        (r"kh", "h"),
        (r"ou", "u"),
        (r"(?<=in)e(?= |$)", ""),
        (r"c(?!h)|ck", "k"),
        (r"w", "v"),
        (r"z", "s"),
        (r"(.)\1", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a collection: how each document's writings lead to one key, and how a key is shown."""

    keys: Mapping[tuple[str, str], str]
    """(document id, folded writing) → key: ('moscow-times', 'putin') → 'vladimir putin'"""
    shown: Mapping[str, str]
    """key → the writing that readers see: 'vladimir putin' → 'Vladimir Putin'"""
    usage: Usage
    """how the words of the collection are written"""
    things: frozenset[str]
    """'eighth amendment': writings of several words that are no person's"""
    entities: Mapping[str, Sequence[Span]]
    """document id → names that a pipeline found besides, in order"""

    def places(self, document: Document, span: Span) -> list[tuple[str, Span]]:
        """The keys of the names in a stretch of a document, with their spans, in order of the text."""
        vocabulary = name_words(document.language)
        found = _candidates(document, span, self.entities)
        settled = [name for one in found for name in settle(one, self.usage, document.language)]
        writings = [(writing(name.parts, vocabulary), name.span) for name in settled]
        return [(self.keys.get((document.id, folded), folded), place) for folded, place in writings]

    def within(self, document: Document, span: Span) -> tuple[str, ...]:
        """The keys of the names in a stretch of a document, each once, in order of the text."""
        return tuple(dict.fromkeys(key for key, _ in self.places(document, span)))

    def peoples(self, document: Document, span: Span) -> frozenset[str]:
        """The keys of the places that adjectives of people in a stretch stand for: 'Russian' → 'russia'."""
        vocabulary = name_words(document.language)
        found = words(document.text, span.start, span.end)
        told = (word for word in found if word.text[0].isupper() or vocabulary.small_demonyms)
        return frozenset(place for place in (vocabulary.place_of(word.lower) for word in told) if place)


def collect(documents: Iterable[Document], entities: Mapping[str, Sequence[Span]] = MappingProxyType({})) -> Names:
    """The names of a collection of documents; `entities`: document id → those that a pipeline found, in order."""
    documents = tuple(documents)
    found = {document.id: _found(document, entities) for document in documents}
    usage = _usage(documents, found)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    firm: Counter[str] = Counter()
    expansions: dict[str, str] = {}
    uses: list[Use] = []
    for document in documents:
        vocabulary = name_words(document.language)
        for name in (name for one in found[document.id] for name in settle(one, usage, document.language)):
            folded = writing(name.parts, vocabulary)
            seen[document.id][folded] += 1
            shown[folded][" ".join(name.parts)] += 1
            firm[folded] += 1 if name.initial else 2
            uses.append(Use(folded, name, document))
            _expand(document.text, name, folded, expansions)
    skeletons = _bare if any(name_words(document.language).case_endings for document in documents) else skeleton
    apart = frozenset(word for document in documents for word in name_words(document.language).not_alone)
    no_persons = things(uses)
    full = {folded for folded, count in firm.items() if count > 1 and folded.split()[0] not in apart}
    keys = _keys(seen, expansions, frozenset(full - no_persons), skeletons)
    return Names(keys, _shown(keys, shown), usage, no_persons, entities)


def _found(document: Document, entities: Mapping[str, Sequence[Span]]) -> list[Candidate]:
    found = (_candidates(document, sentence, entities) for sentence in document.sentences)
    return [name for names in found for name in names]


def _candidates(document: Document, span: Span, entities: Mapping[str, Sequence[Span]]) -> Sequence[Candidate]:
    """The runs of capitals in a stretch; where a pipeline found a name, that stands instead."""
    plain = candidates(document.text, span, document.language)
    given = [_given(document.text, entity) for entity in entities.get(document.id, ()) if span.covers(entity)]
    told = [name for name in given if name.parts]
    kept = [name for name in plain if not any(name.span.overlaps(other.span) for other in told)]
    return sorted([*kept, *told], key=lambda name: name.span)


def _given(text: str, entity: Span) -> Candidate:
    """A name that a pipeline found, as a run of words."""
    return Candidate(tuple(word.text for word in words(text, entity.start, entity.end)), entity, initial=False)


def _usage(documents: Iterable[Document], found: Mapping[str, Sequence[Candidate]]) -> Usage:
    """How often words stand in capitals where only a name has them, and in small letters."""
    capitals: Counter[str] = Counter()
    small: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    alone: set[str] = set()
    for document in documents:
        normal = name_words(document.language).normal
        alone.update(normal(name.parts) for name in found[document.id] if len(name.parts) == 1 and not name.initial)
        for name in found[document.id]:
            capitals.update(fold(part) for part in name.parts[name.initial :])
        for sentence in document.sentences:
            every = words(document.text, sentence.start, sentence.end)
            small.update(fold(word.text) for word in every if word.text.islower())
            if name_words(document.language).nouns:
                nouns.update(fold(word) for word in behind_articles(document.text, sentence, document.language))
    known = frozenset(word for word, count in capitals.items() if count > small[word])
    return Usage(known, frozenset(small), frozenset(alone), frozenset(nouns))


def _expand(text: str, name: Candidate, folded: str, expansions: dict[str, str]) -> None:
    """Notes the initials in brackets behind a name: 'World Health Organization (WHO)'."""
    match = _INITIALS.match(text, name.span.end)
    letters = "".join(part[0] for part in name.parts if part[0].isupper())
    if match and (match["short"].upper().startswith(letters) or letters.endswith(match["short"].upper())):
        expansions.setdefault(fold(match["short"]), folded)


@remembered
def skeleton(folded: str) -> str:
    """A writing with what transliterations disagree on evened out: double letters, y/i/j, c/k, w/v, sch/sh, a last -y.

    >>> skeleton("zelensky") == skeleton("zelenskyy") == skeleton("zelenskiy")
    True
    """
    even = re.sub(r"[yij]+", "i", folded)
    for pattern, instead in _EVEN:
        even = pattern.sub(instead, even)
    return re.sub(r"i(?= |$)", "", even) if len(even) > 4 else even


@remembered
def _bare(folded: str) -> str:
    """The skeleton without what a Slavic name loses or gains with its case: last vowels, a fleeting e or o.

    >>> _bare("pavel gromov") == _bare("pavl gromova")
    True
    """
    parts = (re.sub(r"(?<=..)[aeiou]+$", "", part) for part in skeleton(folded).split())
    return " ".join(re.sub(r"(?<=..)[eo](?=[^aeiou]$)", "", part) for part in parts)


def _keys(
    seen: Mapping[str, Counter[str]], expansions: Mapping[str, str], firm: frozenset[str], even: Callable[[str], str]
) -> dict[tuple[str, str], str]:
    """Leads every writing of every document to its key, by the document's own names first, then by all.

    `firm`: the writings that stand inside a sentence, or begin several, for others may begin with a word that is no
    name; but for those that begin with a part of places' names, which is no first name: 'Port', 'Upper'.
    `even`: what a writing has in common with the others of its name.
    """
    every: Counter[str] = Counter()
    for counts in seen.values():
        every.update(counts)
    overall = _fuller(every, firm, even)
    keys = {}
    for document, counts in seen.items():
        own = _fuller(counts, firm, even)
        for folded in counts:
            whole = expansions.get(folded, folded)
            key = own.get(whole, whole)
            key = overall.get(key, key)
            keys[document, folded] = expansions.get(key, key)
    return keys


def _fuller(counts: Counter[str], firm: frozenset[str], even: Callable[[str], str]) -> dict[str, str]:
    """Writing → the fuller or more frequent writing of the same name, where just one comes into question."""
    groups: dict[str, list[str]] = defaultdict(list)
    for folded in sorted(counts, key=lambda name: (-counts[name], name)):
        groups[even(folded).replace(" ", "")].append(folded)  # 'World Wide', 'Worldwide'
    lead = {folded: group[0] for group in groups.values() for folded in group}
    # Scraped texts lose apostrophes: 'Ukraines' is Ukraine where that is a name of the collection.
    lead |= {name: lead[name[:-1]] for name in counts if name.endswith("s") and counts[name[:-1]] > counts[name]}
    people: dict[str, set[str]] = defaultdict(set)
    for folded in counts:
        if 2 <= len(folded.split()) <= 4 and folded in firm:
            people[even(folded.split()[-1])].add(lead[folded])
    longer = _longer(lead)
    return {
        name: longer.get(name)
        or longer.get(lead[name])
        or _one_person(people[even(name.split()[-1])], name, even)
        or lead[name]
        for name in counts
    }


def _longer(lead: Mapping[str, str]) -> dict[str, str]:
    """Name of several words → the one longer name that ends in it: 'Security Council' → 'UN Security Council'."""
    endings: dict[str, set[str]] = defaultdict(set)
    for name in lead:
        parts = name.split()
        for start in range(1, len(parts) - 1):
            endings[" ".join(parts[start:])].add(lead[name])
    return {ending: next(iter(names)) for ending, names in endings.items() if len(names) == 1}


def _one_person(full: set[str], folded: str, even: Callable[[str], str]) -> str | None:
    """The full name that a surname or a shorter full name stands for, if all that fit agree on the first name."""
    parts = [even(part) for part in folded.split()]
    firsts = {name: even(name.split()[0]) for name in full}
    fitting = [name for name in full if len(parts) == 1 or _agree(firsts[name], parts[0], even)]
    shortest = min((firsts[name] for name in fitting), key=len, default="")
    if not fitting or not all(_agree(firsts[name], shortest, even) for name in fitting):
        return None
    return min(fitting, key=lambda name: (len(name.split()), name))


def _agree(one: str, other: str, even: Callable[[str], str]) -> bool:
    """Whether two first names are one; between scripts their first three letters decide: 'andrse', 'andsh'."""
    return one == other or (even is _bare and len(one) > 2 and one[:3] == other[:3])


def _case(text: str, key: str) -> tuple[int, int, bool]:
    """How far a writing is from the name in full and in its first case, where its letters are Cyrillic; else nothing.

    A case mostly adds a letter: 'Громов', 'Громова'; a name that ends in -а or -я changes it: 'Москва', 'Москву'.
    """
    if not any("\u0400" <= letter <= "\u04ff" for letter in text):
        return 0, 0, False
    return abs(len(text.split()) - len(key.split())), len(text.rsplit(maxsplit=1)[-1]), not text.endswith(("а", "я"))


def _shown(keys: Mapping[tuple[str, str], str], shown: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Key → its most frequent writing: one that reads as the key itself first, and one that is not all in capitals."""
    writings: dict[str, Counter[tuple[bool, bool, str]]] = defaultdict(Counter)
    for folded, key in sorted({(folded, key) for (_, folded), key in keys.items()}):
        for text, count in shown[folded].items():
            writings[key][fold(text) == key, " " in text and text.isupper(), text] += count
    best = {
        key: min(counts, key=lambda item: (-item[0], item[1], _case(item[2], key), -counts[item], item[2]))
        for key, counts in writings.items()
    }
    return {key: _with_stops(text.title() if loud else text) for key, (_, loud, text) in best.items()}


def _with_stops(text: str) -> str:
    """'U.S' as 'U.S.': the last stop of initials, which may also end a sentence, is no part of a word."""
    return f"{text}." if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", text) else text
