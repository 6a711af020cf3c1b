"""Common nouns in a language that writes every noun with a capital, as German does: they are no names."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.memory import remembered
from timeline.events.vocabulary import NameWords, name_words
from timeline.events.words import Lexicon, Word, lexicon, words
from timeline.model import Span


@remembered
def behind_articles(text: str, span: Span, language: str) -> frozenset[str]:
    """The words of a sentence, in small letters, that an article, a number or an inflected adjective marks as nouns."""
    vocabulary, known = name_words(language), lexicon(language)
    found = words(text, span.start, span.end)
    marked = (place for place in range(1, len(found)) if _is_marked(text, found, place, vocabulary, known))
    return frozenset(found[place].lower for place in marked)


def common_nouns(text: str, found: Sequence[Word], language: str) -> frozenset[int]:
    """The places, in the words of a sentence, of nouns that are no names: by their ending or by what stands before."""
    vocabulary, known = name_words(language), lexicon(language)
    return frozenset(
        place
        for place, word in enumerate(found)
        if word.text[0].isupper()
        and not _is_part_of_name(text, found, place, vocabulary)
        and (_is_noun(word, vocabulary) or _is_marked(text, found, place, vocabulary, known))
    )


def _is_noun(word: Word, vocabulary: NameWords) -> bool:
    assert vocabulary.nouns is not None
    return vocabulary.nouns.search(word.lower) is not None and not _is_known(word, vocabulary)


def _is_known(word: Word, vocabulary: NameWords) -> bool:
    """Whether it is a name whatever stands before it: 'NATO', 'Ukraine', 'Bundestag'."""
    return sum(char.isupper() for char in word.text) > 1 or word.lower in vocabulary.articled


def _is_marked(text: str, found: Sequence[Word], place: int, vocabulary: NameWords, known: Lexicon) -> bool:
    """Whether an article, a number or an inflected adjective stands right before a word in capitals."""
    word = found[place]
    if not place or not word.text[0].isupper() or _is_known(word, vocabulary):
        return False
    if vocabulary.normal((word.text,)) in vocabulary.aliases or (
        vocabulary.proper_adjectives and vocabulary.proper_adjectives.search(word.lower)
    ):
        return False
    before = found[place - 1]
    if text[before.end : word.start].strip():
        return False
    if before.lower in known.determiners | known.quantities or before.text.isdigit():
        return True
    other = before.lower in known.stop or before.lower in known.finite or known.is_past(before.lower)
    return before.text.islower() and not other and before.lower.endswith(vocabulary.adjective_endings)


def _is_part_of_name(text: str, found: Sequence[Word], place: int, vocabulary: NameWords) -> bool:
    """Whether an adjective in capitals or a first name stands before it: 'Technisches Hilfswerk', 'Anna Berg'."""
    if not place or vocabulary.proper_adjectives is None:
        return False
    before, word = found[place - 1], found[place]
    if text[before.end : word.start].strip() or not before.text[0].isupper():
        return False
    named = place > 1 and word.lower in vocabulary.noun_words and not _is_noun(before, vocabulary)
    return named or vocabulary.proper_adjectives.search(before.lower) is not None
