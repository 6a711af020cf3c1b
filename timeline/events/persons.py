"""Who 'he' or 'she' at the head of a clause is: a name from the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import verbs, verbs_behind
from timeline.events.names import Names
from timeline.events.vocabulary import name_words
from timeline.events.words import Word, lexicon, words
from timeline.model import Document, Span

BACK = 3  # sentences
DESCRIPTION = 5  # words, the article among them


def person_meant(document: Document, clause: Span, date: Span, sentence: Span, names: Names) -> str | None:
    """The key of the person that a clause's leading pronoun stands for; None without a pronoun or a person.

    `date`: the expression that dates the clause; it may stand before the pronoun ('Earlier Friday he told').
    """
    known = lexicon(document.language)
    found = words(document.text, clause.start, clause.end)
    told = (word.lower for word in found if not date.start <= word.start < date.end)
    first = next((word for word in told if word not in known.openers and word not in known.binding), None)
    return person_before(document, sentence, names) if first in known.subjects else None


def person_before(document: Document, sentence: Span, names: Names) -> str | None:
    """In the nearest of three sentences before that names people: the one who acts, else the first.

    Where a thing can be 'he' too, only who acts in the very sentence before.
    """
    gendered = lexicon(document.language).gendered
    before = [span for span in document.sentences if span.end <= sentence.start][-1 if gendered else -BACK :]
    for span in reversed(before):
        people = [(key, place) for key, place in names.places(document, span) if is_person(document, key, names)]
        acting = [key for key, place in people if _acts(document, place, span)]
        others = [key for key, place in names.places(document, span) if _acts(document, place, span)]
        if gendered:
            return acting[0] if acting else None
        if others and others[0] not in acting and not is_place(document, others[0]):
            return None  # somebody acts whose name says not who it is
        if people:
            return (acting or [people[0][0]])[0]
    return None


def subject_before(document: Document, sentence: Span, *, several: bool) -> Span | None:
    """Who 'they' are, or 'it' that announces: an article and a noun that act in the sentence before: 'The dockers'."""
    known = lexicon(document.language)
    for span in [span for span in document.sentences if span.end <= sentence.start][-1:]:
        found = words(document.text, span.start, span.end)
        acting = [word for word in found[: (verbs(found, known) or [0])[0]] if word.lower not in known.relative]
        subject = _description(acting[-DESCRIPTION:], document)
        if subject and subject.of(document.text).lower().endswith(known.plural_nouns) == several:
            return subject
    return None


def actor(document: Document, clause: Span, names: Names) -> str | None:
    """The key of the first name in a clause that a verb follows: who does what it tells."""
    return next((key for key, place in names.places(document, clause) if _acts(document, place, clause)), None)


def described_before(document: Document, sentence: Span) -> str | None:
    """The person that the nearest of three sentences before has as a subject without a name: 'The Mexican boy'."""
    known = lexicon(document.language)
    before = [span for span in document.sentences if span.end <= sentence.start][-BACK:]
    for span in reversed(before):
        found = words(document.text, span.start, span.end)
        for verb in verbs(found, known):
            subject = _description(found[max(0, verb - DESCRIPTION) : verb], document)
            if subject:
                return " ".join(subject.of(document.text).split())
    return None


def _description(before: Sequence[Word], document: Document) -> Span | None:
    """An article and a noun right before a verb, with nothing in capitals but a people's adjective."""
    known, vocabulary = lexicon(document.language), name_words(document.language)
    articles = [place for place, word in enumerate(before) if word.lower in known.determiners]
    noun = before[articles[-1] + 1 :] if articles else []
    if not noun or any(word.text[0].isupper() and vocabulary.place_of(word.lower) is None for word in noun):
        return None
    return Span(before[articles[-1]].start, noun[-1].end)


def is_place(document: Document, key: str) -> bool:
    """Whether a name is known as a country's, a city's or a body's."""
    vocabulary = name_words(document.language)
    return key in vocabulary.aliases.values() or key in vocabulary.demonyms.values()


def is_person(document: Document, key: str, names: Names) -> bool:
    """Whether a name can be a person's: several words, none of them a body's."""
    vocabulary = name_words(document.language)
    parts = key.split()
    if key in names.things:
        return False
    several = len(parts) > 1 and " " in names.shown.get(key, key)
    return (
        several
        and key not in vocabulary.aliases
        and vocabulary.bodies.isdisjoint(parts)
        and vocabulary.inside.isdisjoint(parts)
    )


def _acts(document: Document, name: Span, sentence: Span) -> bool:
    """Whether a verb follows right behind a name."""
    behind = words(document.text, name.end, sentence.end)[:2]
    return bool(verbs_behind(behind, lexicon(document.language)))
