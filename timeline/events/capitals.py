"""Runs of words in capitals: what may be a name, by the writing alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.events.memory import remembered
from timeline.events.nouns import common_nouns
from timeline.events.vocabulary import NameWords, name_words
from timeline.events.words import Word, fold, words
from timeline.model import Span

_OPENING = re.compile(r"[\"“”„«»:`|)]|[.!?…][ \n]")
_JOIN = re.compile(r"[ \t\n]{1,3}|[ \t\n]{0,2}&[ \t\n]{0,2}")
_MODEL = re.compile(r"(?=.*\d)(?![A-Z]\d{1,2}$).*")  # 'CV-36', 'BA242'; but 'G20' is a name
_ARTICLES = ("al-", "el-")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words in capitals that may be a name."""

    parts: tuple[str, ...]
    """('Vladimir', 'Putin')"""
    span: Span
    """Span(10, 24)"""
    initial: bool
    """True where it begins a sentence, so that the capital of its first word says nothing"""


@remembered
def candidates(text: str, span: Span, language: str) -> tuple[Candidate, ...]:
    """Every run of words in capitals in a sentence, in order, titles and adjectives of people taken off."""
    vocabulary = name_words(language)
    found: list[Candidate] = []
    run: list[Word] = []
    initial = True
    end = span.start
    every = words(text, span.start, span.end)
    nouns = common_nouns(text, every, language) if vocabulary.nouns else frozenset()
    for place, word in enumerate(every):
        if not run and word.text.islower() and not word.text.startswith(_ARTICLES):
            end = word.end
            continue
        if run and (place in nouns or not _goes_on(text, run, word, vocabulary)):
            found += _closed(run, initial, vocabulary)
            run = []
        if (run or _capital(word)) and place not in nouns:
            if not run:
                initial = not place or _OPENING.search(text, end, word.start) is not None
            run.append(word)
        end = word.end
    return tuple(found + _closed(run, initial, vocabulary))


def _capital(word: Word) -> bool:
    return word.text[0].isupper() or (word.text.startswith(_ARTICLES) and word.text[3].isupper())


def _goes_on(text: str, run: list[Word], word: Word, vocabulary: NameWords) -> bool:
    """Whether a word carries on a run: next to it, and in capitals or one of the small words inside names."""
    if not _JOIN.fullmatch(text, run[-1].end, word.start):
        return False
    if _capital(word):  # a heading in capitals may run into a name
        return not (
            len(run) > 1 and word.text.istitle() and all(part.text.isupper() and len(part.text) > 3 for part in run)
        )
    parts = {part.lower for part in run}
    if word.lower in vocabulary.joining:  # only in 'Organization for Security and Co-operation'
        return not parts.isdisjoint(vocabulary.bodies) and not parts.isdisjoint(vocabulary.inside_bodies)
    if word.lower in vocabulary.inside_bodies:
        return not (parts.isdisjoint(vocabulary.bodies) and parts.isdisjoint(vocabulary.titles))
    return word.lower in vocabulary.inside


def _closed(run: list[Word], initial: bool, vocabulary: NameWords) -> list[Candidate]:
    """The names of a run, parted at titles and wherever a word can be no part of a name."""
    groups: list[list[Word]] = [[]]
    titled = False
    for place, word in enumerate(run):
        following = run[place + 1].lower if place + 1 < len(run) else ""
        if word.lower in vocabulary.titles:
            groups[-1] = _without_title_parts(groups[-1], vocabulary)
            groups.append([])
            titled = True
        elif titled and word.lower in vocabulary.title_parts:
            continue  # 'Attorney General Ann Berg'
        elif not _parts(word, following, vocabulary):
            groups[-1].append(word)
            titled = False
        else:
            groups.append([])
    bare = [group for group in (_trimmed(group, vocabulary) for group in groups) if group]
    return [
        Candidate(
            tuple(word.text for word in group), Span(group[0].start, group[-1].end), initial and group[0] is run[0]
        )
        for group in bare
    ]


def _parts(word: Word, following: str, vocabulary: NameWords) -> bool:
    """Whether a word ends a name: never part of one, or an adjective of people that describes what follows."""
    if word.lower in vocabulary.never:
        return True
    if not following and vocabulary.is_of_a_people(word.lower):
        return True
    return vocabulary.place_of(word.lower) is not None and (not following or vocabulary.is_of_a_title(following))


def _without_title_parts(group: list[Word], vocabulary: NameWords) -> list[Word]:
    while group and group[-1].lower in vocabulary.title_parts:
        group = group[:-1]
    return group


def _trimmed(group: list[Word], vocabulary: NameWords) -> list[Word]:
    """A group without small words around it and without the rest of a title ('of State'); [] where no name is left."""
    if len(group) > 1 and not _capital(group[0]) and group[1].lower in vocabulary.title_parts:
        group = group[2:]
    while group and (not _capital(group[0]) or _common(group[0].text, vocabulary)):
        group = group[1:]
    while group and (not _capital(group[-1]) or _common(group[-1].text, vocabulary)):
        group = group[:-1]
    if len(group) != 1:
        return group
    word = group[0]
    small = word.lower in vocabulary.not_alone or word.lower in vocabulary.title_parts
    part = small and not _is_short_form(word.text)
    return [] if part or _MODEL.fullmatch(word.text) else group


@dataclass(frozen=True, slots=True)
class Usage:
    """How the words of a collection are written."""

    known: frozenset[str]
    """words, folded, that stand in capitals inside sentences, and more often so than in small letters"""
    small: frozenset[str]
    """words, folded, that stand in small letters somewhere"""
    alone: frozenset[str]
    """names of one word, folded, without the endings of their case"""
    nouns: frozenset[str]
    """words, folded, that stand behind an article somewhere, in a language that writes every noun with a capital"""


def settle(candidate: Candidate, usage: Usage, language: str) -> tuple[Candidate, ...]:
    """The names of a candidate: mostly itself, or none.

    A first word whose capital says nothing must be used as a name elsewhere. Where names change with their case, a
    place may stand right before a person: 'в Риге Павла Громова'.
    """
    parts, vocabulary = candidate.parts, name_words(language)
    place = vocabulary.normal(parts[:1])
    if vocabulary.case_endings and len(parts) > 2 and (place in usage.alone or place in vocabulary.aliases):
        start = candidate.span.end - len(" ".join(parts[1:]))
        first = Candidate(parts[:1], Span(candidate.span.start, candidate.span.start + len(parts[0])), False)
        return first, Candidate(parts[1:], Span(start, candidate.span.end), False)
    name = _settled(candidate, usage, language)
    return (name,) if name else ()


def _settled(candidate: Candidate, usage: Usage, language: str) -> Candidate | None:
    first, rest = candidate.parts[0], candidate.parts[1:]
    if not rest and fold(first) in usage.nouns:
        return None
    if not candidate.initial or _is_known(first, usage.known) or _is_short_form(first):
        return candidate
    vocabulary = name_words(language)
    adverb = first.lower().endswith(tuple(sorted(vocabulary.adverb_endings)))
    if rest and not adverb and not _common(first, vocabulary) and fold(first) not in usage.small:
        return candidate
    if not rest or fold(rest[0]) not in usage.known:
        return None
    return Candidate(rest, Span(candidate.span.end - len(" ".join(rest)), candidate.span.end), initial=False)


def _is_known(word: str, known: frozenset[str]) -> bool:
    folded = fold(word)
    return folded in known or (folded.endswith("s") and folded[:-1] in known)  # 'Ukraines', its apostrophe lost


def _common(word: str, vocabulary: NameWords) -> bool:
    """Whether a word is one of the small or verbal words that begin sentences; a short form ('US', 'IT') is none."""
    return not _is_short_form(word) and word.lower() in vocabulary.common


def _is_short_form(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1


def writing(parts: tuple[str, ...], vocabulary: NameWords) -> str:
    """The parts as one folded writing, endings of firms and the article taken off, aliases followed."""
    kept = list(parts)
    while len(kept) > 1 and kept[-1].lower() in vocabulary.company_endings:
        kept.pop()
    if len(kept) > 1 and kept[0].lower() in vocabulary.articles:
        kept = kept[1:]
    folded = vocabulary.normal(tuple(kept))
    return vocabulary.aliases.get(folded, folded)
