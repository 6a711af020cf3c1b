"""Sentences → tellings: which clause of a sentence tells a happening, and which expression dates it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.events.clauses import Clause, split, verbs, verbs_behind
from timeline.events.dating import Dated, date_clauses, is_close_to_a_verb
from timeline.events.names import Names
from timeline.events.persons import BACK, actor, person_meant, subject_before
from timeline.events.phrasing import heading_end
from timeline.events.stems import content
from timeline.events.vocabulary import name_words
from timeline.events.words import Lexicon, Word, lexicon, words
from timeline.model import Document, Grain, Mention, Span, Timex

_OPEN = re.compile(r"[“\"«]|``")
_CLOSE = re.compile(r"[”\"»]|''")


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause that may tell a happening, with all that merging looks at."""

    mention: Mention
    """Mention('moscow-times-2022-01-28', Span(210, 305), Timex(…), '2022-01-26')"""
    clause: Span
    """the part of the sentence that tells it"""
    subject: Span | None
    """who did it, where the clause itself begins with its verb: 'She' in 'She was admitted but died'"""
    days: calendar.Period | None
    """the days that it can mean; None without a date"""
    grain: Grain | None
    """Grain.DAY; None without a date"""
    actor: str | None
    """key of the name of who does it; None where no name stands right before a verb"""
    names: frozenset[str]
    """keys of the names in the clause"""
    implied: frozenset[str]
    """keys of names that the clause only implies: places by their people, and for 'the firm' the names just before"""
    terms: frozenset[str]
    """stems of the other words with content"""
    place: int
    """0 for the heading, 1 for the first sentence, …"""
    planned: bool
    """whether it is told as something to come"""
    weak: bool
    """whether it can only join an event: a date in passing, or in somebody's own words about himself"""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in its document, parted into clauses."""

    document: Document
    """the document that it stands in"""
    span: Span
    """Span(210, 305)"""
    place: int
    """0 for the heading, 1 for the first sentence, …"""
    clauses: Sequence[Clause]
    """(Clause(Span(210, 250), ''), Clause(Span(255, 305), 'while'))"""
    names: Names
    """the names of the collection"""


def of_document(document: Document, timexes: Sequence[Timex], names: Names) -> list[Telling]:
    """Every telling of a document, dated and undated, in order of the text."""
    found: list[Telling] = []
    sentences = ([document.heading] if document.heading else []) + list(document.sentences)
    first = 0 if document.heading else 1
    starts = [timex.span.start for timex in timexes]
    for place, sentence in enumerate(sentences, start=first):
        inside = timexes[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        proper = Span(heading_end(document.text, sentence, document.language), sentence.end)
        clauses = split(document.text, proper, document.language)
        found += _of_sentence(_Sentence(document, sentence, place, clauses, names), inside)
    return found


def _of_sentence(sentence: _Sentence, timexes: Sequence[Timex]) -> list[Telling]:
    dated = date_clauses(sentence.document, sentence.clauses, timexes)
    if not dated:
        return [_telling(sentence, Clause(sentence.span, ""), None)]
    return [_telling(sentence, item.clause, item) for item in dated]


def _telling(sentence: _Sentence, clause: Clause, dated: Dated | None) -> Telling:
    document, names = sentence.document, sentence.names
    known = lexicon(document.language)
    timex = dated.timex if dated else None
    value = timex.value if timex else None
    subject = _subject(document, clause, sentence.clauses, known)
    own = words(document.text, clause.span.start, clause.span.end)
    if dated and not dated.passing:
        own = words(document.text, clause.span.start, max(clause.span.end, dated.context.end))
    if not subject and own and own[0].lower in known.several:
        subject = subject_before(document, sentence.span, several=True)
    found = (words(document.text, subject.start, subject.end) if subject else ()) + own
    keys = _names(sentence, clause, dated, subject)
    terms = _terms(found, keys, dated, document.language)
    return Telling(
        mention=Mention(document.id, sentence.span, timex, value),
        clause=clause.span,
        subject=subject,
        days=_days(document, timex) if timex else None,
        grain=calendar.grain(value) if value else None,
        actor=actor(document, subject or clause.span, names) or actor(document, clause.span, names),
        names=keys,
        implied=names.peoples(document, clause.span) | (frozenset() if keys else _names_before(sentence)),
        terms=terms,
        place=sentence.place,
        planned=_is_planned(document, found, value, known),
        weak=dated is not None and (_says_little(keys, terms, own, known) or _is_weak(sentence, dated, own)),
    )


def _days(document: Document, timex: Timex) -> calendar.Period | None:
    """The days that an expression can mean: 'less than two weeks ago' those from then up to publication."""
    days = calendar.window(timex.value, timex.mod)
    if days and timex.mod == "LESS_THAN" and document.dct:
        return calendar.Period(days.first, max(days.last, calendar.ordinal(document.dct)))
    return days


def _names(sentence: _Sentence, clause: Clause, dated: Dated | None, subject: Span | None) -> frozenset[str]:
    """The keys of the names concerned: in the clause, its subject, whom a pronoun means, where a subclause hangs."""
    document, names = sentence.document, sentence.names
    known = lexicon(document.language)
    hangs = clause.marker.strip(" ,") in known.subordinate
    around = sentence.span if hangs else dated.context if dated else clause.span
    keys = frozenset(names.within(document, around))
    if subject:
        keys |= frozenset(names.within(document, subject))
    date = dated.timex.span if dated else Span(0, 0)
    person = person_meant(document, subject or clause.span, date, sentence.span, names)
    return keys | {person} if person else keys


def _names_before(sentence: _Sentence) -> frozenset[str]:
    """The keys of the names in the nearest of three sentences before that has any."""
    before = [span for span in sentence.document.sentences if span.end <= sentence.span.start][-BACK:]
    for span in reversed(before):
        keys = sentence.names.within(sentence.document, span)
        if keys:
            return frozenset(keys)
    return frozenset()


def _terms(found: Sequence[Word], keys: frozenset[str], dated: Dated | None, language: str) -> frozenset[str]:
    """The content of a clause beside its names, its date, and what belongs to another date."""
    parts, vocabulary = {part for key in keys for part in key.split()}, name_words(language)
    apart = (dated.timex.span, *dated.aside) if dated else ()
    kept = [word for word in found if not any(span.start <= word.start < span.end for span in apart)]
    return frozenset(content([word for word in kept if vocabulary.normal((word.text,)) not in parts], language))


def _says_little(keys: frozenset[str], terms: frozenset[str], found: Sequence[Word], known: Lexicon) -> bool:
    """Whether a clause has no content to speak of: 'Tuesday was busier', 'he got specific'; but 'she died' says all."""
    if len(terms) >= FEW:
        return False
    verbal = any(word.lower in known.telling or known.is_past(word.lower) for word in found)
    if len(terms) >= (2 if keys or verbal else FEW):
        return False
    return len(keys) < 2 and not (keys and verbal)


FEW = 3  # stems


def _subject(document: Document, clause: Clause, clauses: Sequence[Clause], known: Lexicon) -> Span | None:
    """Who or what a clause that begins with its verb speaks of."""
    own = words(document.text, clause.span.start, clause.span.end)
    place = (verbs_behind(own, known) or [9])[0]
    if not clause.marker or place > 1 or (place == 1 and not _is_adverb(own[0], known)):
        return None
    if clause.marker.strip(" ,") in known.relative:
        around = [other for other in clauses if other.span.start < clause.span.start][-1]
        before = words(document.text, around.span.start, clause.span.start)
        return _last_noun([word for word in before if word.end < clause.span.start - len(clause.marker)], known)
    if "verb-may-lead" in known.order and clause.marker.strip(" ,") not in known.joiners:
        return None  # its own subject stands behind the verb
    first = words(document.text, clauses[0].span.start, clauses[0].span.end)
    end = (verbs(first, known) or [len(first)])[0]
    return Span(first[0].start, first[end - 1].end) if 1 <= end <= 12 else None


def _is_adverb(word: Word, known: Lexicon) -> bool:
    return word.lower.endswith(known.adverb_endings) or word.lower in known.adverbs


def _last_noun(found: Sequence[Word], known: Lexicon) -> Span | None:
    """The noun that a clause ends in: 'the sanctions policy', 'health experts', 'Allied Resolve'."""
    capitals = tuple(word for word in found[-3:] if word.text[0].isupper())
    if capitals and found[-1] in capitals:
        return Span(capitals[0].start, found[-1].end)
    for length in range(1, min(NOUN, len(found)) + 1):
        first = found[-length]
        if first.lower in known.determiners:
            return Span(first.start, found[-1].end)
        if first.lower in known.stop or first.lower in known.finite:
            return Span(found[1 - length].start, found[-1].end) if length > 1 else None
    return None


NOUN = 6  # words of a noun and what describes it


def _is_planned(document: Document, found: Sequence[Word], value: str | None, known: Lexicon) -> bool:
    """Whether the date lies behind publication, or the clause's verb speaks of what is to come."""
    days = calendar.period(value) if value else None
    if days is None or document.dct is None:
        return False
    today = calendar.ordinal(document.dct)
    return days.first > today or (days.last >= today and _is_coming(found, known))


def _is_coming(found: Sequence[Word], known: Lexicon) -> bool:
    """Whether the verb says that something will be: 'will meet', 'is due to', 'plans to'; not 'told of plans'."""
    first = (verbs(found, known) or [len(found)])[0]
    verb = found[first].lower if first < len(found) else ""
    if known.is_past(verb):
        return False
    return any(word.lower in known.coming for word in found[first : first + 3])


def _is_weak(sentence: _Sentence, dated: Dated, found: Sequence[Word]) -> bool:
    """Whether a telling is no event by itself."""
    document = sentence.document
    known = lexicon(document.language)
    if dated.passing or any(word.lower in known.first_person for word in found):
        return True
    carrying = [found[place].lower for place in verbs(found, known)]
    announced = dated.clause.marker in known.saying_that
    possible = known.possible - known.foretold if announced else known.possible
    if carrying and (carrying[0] in possible or _is_told_before(document, carrying[0], dated, known)):
        return True
    coarse = (calendar.grain(dated.timex.value) or Grain.DAY) >= Grain.YEAR
    quoted = _is_quoted(document.text, sentence.span, dated.timex.span)
    return coarse and (quoted or not is_close_to_a_verb(document, dated))


def _is_told_before(document: Document, verb: str, dated: Dated, known: Lexicon) -> bool:
    """Whether a verb in the past has a date to come: that is some noun's, 'before the election on 3 April'."""
    days = calendar.period(dated.timex.value)
    past = known.is_past(verb)
    return past and days is not None and document.dct is not None and days.first > calendar.ordinal(document.dct)


def _is_quoted(text: str, sentence: Span, span: Span) -> bool:
    """Whether a span lies between an opening and a closing quotation mark of its sentence."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    opened = len(_OPEN.findall(before)) - len(re.findall(r"[”»]|''", before))
    return opened % 2 == 1 or (opened == 0 and len(_CLOSE.findall(after)) % 2 == 1)
