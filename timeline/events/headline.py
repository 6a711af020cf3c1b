"""The headline of an event, in its sources' own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from timeline import calendar
from timeline.events import phrasing
from timeline.events.clauses import only_reports, verbs
from timeline.events.clusters import Cluster
from timeline.events.names import Names
from timeline.events.persons import described_before, is_person, person_before, subject_before
from timeline.events.ranking import is_planned
from timeline.events.tellings import Telling
from timeline.events.words import Lexicon, Word, fold, lexicon, words
from timeline.model import Document, Grain, Span

CHOICE = 2  # printable clauses and titles, from which on no whole sentence is looked at
PRINTABLE = 6.0  # faults from which on words are no headline


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that could head an event."""

    text: str
    """'The US and NATO formally rejected Russia's demand to bar Ukraine'"""
    faults: float
    """0.0 for words that can be printed as they are; the more, the worse"""


def headlines(cluster: Cluster, documents: Mapping[str, Document], names: Names) -> list[Candidate]:
    """The sentences of at most some fourteen words that the sources give for an event, the best first."""
    keys = Counter(name for telling in cluster.tellings for name in telling.names)
    happened = not is_planned(cluster)
    found = [_from_telling(telling, verdict, documents, names) for telling, verdict in cluster.members]
    found = [
        replace(item, faults=item.faults + FORESEEN * (happened and telling.planned) + ASIDE * telling.weak)
        for item, telling in zip(found, cluster.tellings, strict=True)
    ]
    found += _titles(cluster, documents)
    if sum(bool(item.text) and item.faults < PRINTABLE for item in found) < CHOICE:
        found += [_whole_sentence(telling, verdict, documents) for telling, verdict in cluster.members]
    rated = [Candidate(item.text, item.faults + _strangeness(item.text, keys, names)) for item in found if item.text]
    return sorted(rated, key=lambda item: (item.faults, len(item.text), item.text))


def _strangeness(text: str, keys: Counter[str], names: Names) -> float:
    """What a headline lacks of the names that the event's tellings share."""
    if not keys:
        return 0.0
    folded = fold(text)
    wanted = [key for key, _ in sorted(keys.items(), key=lambda item: (-item[1], item[0]))[:4]]
    missing = [key for key in wanted if key.split()[-1] not in folded and fold(names.shown.get(key, key)) not in folded]
    return 2.0 * len(missing) / len(wanted)


def _whole_sentence(telling: Telling, verdict: str, documents: Mapping[str, Document]) -> Candidate:
    """The sentence as it is, its date and attribution included: for want of anything better."""
    document = documents[telling.mention.document]
    sentence = phrasing.tidy(telling.mention.sentence.of(document.text))
    text = phrasing.capitalised(phrasing.bare_sentence(sentence, document.language)) or sentence
    if len(text.split()) > phrasing.LONGEST_WHOLE:
        return Candidate(text, 2 * PRINTABLE)
    parts = PARTLY * (telling.clause.end - telling.clause.start < MOSTLY * len(sentence))
    return Candidate(text, _faults(text, document.language) + WHOLE + parts + WEIGHT[verdict])


MOSTLY = 0.6  # share of its sentence that a clause must have, if the sentence is to head what it tells
PARTLY = 2.0  # faults of a sentence that tells other things as well
WHOLE = 3.0  # a sentence with its date is no headline where a clause without it says as much


WEIGHT = {"supports": 0.0, "coarser": 1.0, "undated": 2.0, "disagrees": 2.0}


def _from_telling(telling: Telling, verdict: str, documents: Mapping[str, Document], names: Names) -> Candidate:
    """The clause of a telling as a headline, with names in full if that leaves it short enough."""
    document = documents[telling.mention.document]
    clause = phrasing.bare(_clause_text(telling, document), document.language)
    clause = _with_subject(clause, telling, document, names)
    fuller = _in_full(clause, telling, document, names)
    short = phrasing.capitalised(phrasing.shorten(fuller, document.language))
    if clause != fuller and len(short.split()) > phrasing.MOST:
        shorter = phrasing.capitalised(phrasing.shorten(clause, document.language))
        short = shorter if len(shorter.split()) <= phrasing.MOST else short
    faults = _faults(short, document.language) + WEIGHT[verdict] + 0.05 * min(telling.place, 10)
    return Candidate(short, faults + LOST * (not _keeps_what_is_dated(short, telling, document)))


LOST = 8.0
ASIDE = 4.0  # what is told in passing heads no event that others tell
FORESEEN = 3.0  # a plan is no headline for what took place


def _keeps_what_is_dated(short: str, telling: Telling, document: Document) -> bool:
    """Whether the word that a coarse date is said of is still there after a clause was cut."""
    timex = telling.mention.timex
    if timex is None or telling.grain is None or telling.grain <= Grain.DAY or not telling.clause.covers(timex.span):
        return True
    known = lexicon(document.language)
    before = words(document.text, telling.clause.start, timex.span.start)
    if not verbs(before, known):
        return True
    said_of = [word for word in before if word.lower not in known.binding | known.stop]
    return not said_of or fold(said_of[-1].text) in fold(short)


def _clause_text(telling: Telling, document: Document) -> str:
    """The clause on one line, without its date, its subject before it where it has none."""
    timex = telling.mention.timex
    text = telling.clause.of(document.text)
    if timex and not timex.until:
        text = phrasing.without(document.text, telling.clause, timex.span, document.language)
    if telling.subject:
        subject = telling.subject.of(document.text)
        text = f"{subject}{',' * (', ' in subject)} {text}"
    return phrasing.tidy(text)


def _with_subject(text: str, telling: Telling, document: Document, names: Names) -> str:
    """The clause with a leading 'he' or 'she' named, where a sentence before names the person."""
    known = lexicon(document.language)
    first = words(text)[:1]
    if not first or first[0].start or first[0].lower not in known.subjects | known.several | known.bodies:
        return text
    if first[0].lower not in known.subjects:
        return _with_noun(text, first[0], telling, document)
    person = person_before(document, telling.mention.sentence, names)
    who = names.shown[person].split()[-1] if person else described_before(document, telling.mention.sentence)
    return f"{who}{text[first[0].end :]}" if who else text


def _with_noun(text: str, pronoun: Word, telling: Telling, document: Document) -> str:
    """The clause with 'they', or an 'it' that announces something, named by who acts in the sentence before."""
    known = lexicon(document.language)
    several = pronoun.lower in known.several
    speaks = any(word.lower in known.reporting for word in words(text)[1:3])
    noun = subject_before(document, telling.mention.sentence, several=several) if several or speaks else None
    return f"{phrasing.tidy(noun.of(document.text))}{text[pronoun.end :]}" if noun else text


def _in_full(text: str, telling: Telling, document: Document, names: Names) -> str:
    """The clause with each surname that stands alone in it written out, at its first mention."""
    for key in sorted(telling.names):
        shown = names.shown.get(key, key)
        if shown not in text and is_person(document, key, names):
            alone = _alone(text, shown.split()[-1], lexicon(document.language))
            text = f"{text[: alone.start]}{shown}{text[alone.end :]}" if alone else text
    return text


def _alone(text: str, surname: str, known: Lexicon) -> Span | None:
    """Where a surname first stands without a word in capitals right beside it."""
    found = words(text)
    for place, word in enumerate(found):
        before, after = found[max(place - 1, 0) : place], found[place + 1 : place + 2]
        beside = [other for other in before if text[other.end : word.start] == " "]
        beside += [other for other in after if text[word.end : other.start] == " "]
        article = bool(before) and before[0].lower in known.determiners  # 'the Webb family'
        if word.text == surname and not article and not any(other.text[0].isupper() for other in beside):
            return Span(word.start, word.end)
    return None


def _faults(text: str, language: str) -> float:
    """What speaks against words as a headline: length, a pronoun at the head, a loose end, speech, a question."""
    known = lexicon(language)
    found = words(text)
    if len(found) < phrasing.SHORTEST:
        return 2 * PRINTABLE
    count = len(text.split())
    faults = 0.0 if phrasing.is_whole(text, known) else 6.0
    faults += 2.0 + 0.5 * (count - phrasing.MOST) if count > phrasing.MOST else 0.1 * abs(count - 10)
    faults += 2.0 * (":" in text)
    faults += 6.0 * _is_among(found[0], known.pronouns) + 3.0 * any(word.lower in known.first_person for word in found)
    inverted = "verb-second" in known.order  # 'In Wendesund ist das Pumpwerk ausgefallen' is a sentence
    faults += 6.0 * (
        any(found[0].lower in group for group in (known.leading, known.relative, known.possible, known.asking))
    )
    faults += (1.0 if inverted else 6.0) * (found[0].lower in known.introducing - known.leading)
    faults += PRINTABLE * any(word.lower in known.deictic for word in found)
    faults += 0.7 * min(2, sum(_is_among(word, known.vague) for word in found[1:]))
    faults += PRINTABLE * (not text[0].isalnum() and text[0] not in _OPENS) + PRINTABLE * bool(_LEFT_OVER.search(text))
    carrying = verbs(found, known)[:1]
    faults += EMPTY * any(found[place].lower in known.light for place in carrying)
    faults += PRINTABLE * phrasing.runs_on(text, known)
    faults += PRINTABLE * (len(found) < SAYS_LITTLE and only_reports(found, known))
    faults += 3.0 * (text[:1] in "“\"‘'") + 4.0 * text.endswith("?") + 1.0 * ("“" in text or '"' in text)
    faults += 0.2 * text.count(",")
    return faults + 1.0 * any(word.lower in known.possible for word in found)


_OPENS = "“\"'‘«„£$€¿¡"
_LEFT_OVER = re.compile(r"\||\.\.\.|…|^\d{1,2}[:.]\d\d\b")  # bars, gaps and clocks of pages
EMPTY = 2.5  # faults of a verb that says nothing: 'The announcement came at a meeting'
SAYS_LITTLE = 7  # words, with which 'Ann told her doctor' says nothing


def _is_among(word: Word, group: frozenset[str]) -> bool:
    """Whether a word is one of a group; 'US' is no 'us'."""
    return word.lower in group and not (len(word.text) > 1 and word.text.isupper())


def _titles(cluster: Cluster, documents: Mapping[str, Document]) -> Iterable[Candidate]:
    """The titles of the documents that open with the event; none for background, which no article is about."""
    if (calendar.grain(cluster.value) or Grain.YEAR) > Grain.MONTH:
        return
    for name in sorted({telling.mention.document for telling in cluster.tellings if telling.place <= 1}):
        document = documents[name]
        title = phrasing.tidy(document.source.title or "")
        short = phrasing.capitalised(phrasing.shorten(phrasing.bare(title, document.language), document.language))
        if short:
            faults = _faults(short, document.language) + 0.5 + 1.5 * _is_title_case(short)
            yield Candidate(short, faults + 1.0 * any(mark in short for mark in (":", " – ", " - ", " | ")))


def _is_title_case(text: str) -> bool:
    """Whether A Title Has Most of Its Words in Capitals."""
    found = [word for word in words(text) if len(word.text) > 3]
    return len(found) > 2 and sum(word.text[0].isupper() for word in found) > 0.8 * len(found)
