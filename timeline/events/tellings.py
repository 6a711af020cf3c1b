"""Sentences → tellings: which clause of a sentence tells a happening, and which expression dates it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline import calendar
from timeline.events.clauses import Clause, split, verbs
from timeline.events.names import Names
from timeline.events.words import Lexicon, Word, content, fold, lexicon, words
from timeline.model import Document, Grain, Mention, Span, Timex

_ATTRIBUTIVE = re.compile(r"[ \n]{0,2}[^\W\d_]")
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
    names: frozenset[str]
    """keys of the names in the clause"""
    peoples: frozenset[str]
    """keys of the places that adjectives of people in the clause stand for"""
    terms: frozenset[str]
    """stems of the other words with content"""
    place: int
    """0 for the heading, 1 for the first sentence, …"""
    quoted: bool
    """whether the date stands inside direct speech"""
    planned: bool
    """whether it is told as something to come"""


def of_document(document: Document, timexes: Sequence[Timex], names: Names) -> list[Telling]:
    """Every telling of a document, dated and undated, in order of the text."""
    found: list[Telling] = []
    sentences = ([document.heading] if document.heading else []) + list(document.sentences)
    first = 0 if document.heading else 1
    for place, sentence in enumerate(sentences, start=first):
        inside = [timex for timex in timexes if sentence.covers(timex.span)]
        clauses = split(document.text, sentence, document.language)
        found += _of_sentence(_Sentence(document, sentence, place, clauses, names), inside)
    return found


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in its document, parted into clauses."""

    document: Document
    span: Span
    place: int
    clauses: Sequence[Clause]
    names: Names


def _of_sentence(sentence: _Sentence, timexes: Sequence[Timex]) -> list[Telling]:
    ends = {timex.until for timex in timexes if timex.until}
    dated = [timex for timex in timexes if dates_something(sentence.document, timex) and timex.value not in ends]
    pairs = _dated_clauses(sentence.document, sentence.clauses, dated)
    if not pairs:
        return [_telling(sentence, Clause(sentence.span, ""), None)]
    return [_telling(sentence, clause, timex) for clause, timex in pairs]


def dates_something(document: Document, timex: Timex) -> bool:
    """Whether an expression can be the date of a happening: a point of the calendar, and no mere reference."""
    if timex.type not in ("DATE", "TIME") or calendar.period(timex.value) is None:
        return False
    before = document.text[max(0, timex.span.start - 30) : timex.span.start]
    if not timex.until and _reference(document.language).search(before):
        return False
    coarse = (calendar.grain(timex.value) or Grain.DAY) > Grain.DAY
    return not (coarse and _is_attribute(document, timex, before))


def _is_attribute(document: Document, timex: Timex, before: str) -> bool:
    """Whether a coarse date only describes the noun behind it, as in 'the firm's 2008 revenue'."""
    after = document.text[timex.span.end : timex.span.end + 40]
    follows = _ATTRIBUTIVE.match(after) is not None
    first = words(after)[:1]
    known = lexicon(document.language)
    noun = bool(first) and first[0].lower not in known.stop and first[0].lower not in known.finite
    behind = words(before)[-1:]
    owner = bool(behind) and (
        behind[0].lower in known.determiners or before.rstrip().endswith(("'s", "’s", "s'", "s’"))
    )
    return timex.value.isdigit() and follows and noun and owner


@cache
def _reference(language: str) -> re.Pattern[str]:
    """What ends right before a date that is only compared with or counted from."""
    phrases = (r"[ \n]".join(re.escape(word) for word in phrase.split()) for phrase in lexicon(language).reference)
    return re.compile(rf"(?:^|[^\w])(?:{'|'.join(phrases)})(?: the end of| early| late)?[ \n]{{1,2}}$", re.IGNORECASE)


def _dated_clauses(document: Document, clauses: Sequence[Clause], dated: Sequence[Timex]) -> list[tuple[Clause, Timex]]:
    """Each clause with the expression that dates it; clauses without any are left to the sentence."""
    known = lexicon(document.language)
    own = [[timex for timex in dated if clause.span.overlaps(timex.span)] for clause in clauses]
    pairs: list[tuple[Clause, Timex]] = []
    for place, clause in enumerate(clauses):
        if own[place]:
            pairs.append((clause, main_timex(own[place])))
        elif (
            pairs
            and clause.marker.strip(" ,") in known.meanwhile | known.whenever
            and pairs[-1][0] is clauses[place - 1]
        ):
            pairs.append((clause, pairs[-1][1]))
    return [pair for pair in pairs if not _only_attribution(document, pair[0], pairs, known)]


def main_timex(timexes: Sequence[Timex]) -> Timex:
    """Of the expressions in a clause, the one that dates it: the first that names a day, else the first."""
    exact = [timex for timex in timexes if (calendar.grain(timex.value) or Grain.YEAR) <= Grain.DAY]
    return (exact or list(timexes))[0]


def _only_attribution(document: Document, clause: Clause, pairs: Sequence[object], known: Lexicon) -> bool:
    """Whether a clause only says that something was said, while another one says what, with its date."""
    if len(pairs) < 2:
        return False
    found = words(document.text, clause.span.start, clause.span.end)
    carrying = [found[place].lower for place in verbs(found, known)]
    others = [word for word in found if word.lower not in known.stop and word.lower not in known.reporting]
    return bool(carrying) and all(verb in known.reporting for verb in carrying) and len(others) <= 4


def _telling(sentence: _Sentence, clause: Clause, timex: Timex | None) -> Telling:
    document, names = sentence.document, sentence.names
    known = lexicon(document.language)
    value = timex.value if timex else None
    found = words(document.text, clause.span.start, clause.span.end)
    keys = frozenset(names.within(document, clause.span))
    subject = _subject(document, clause, sentence.clauses, known)
    if subject:
        keys |= frozenset(names.within(document, subject))
    parts = {part for key in keys for part in key.split()}
    inside = [word for word in found if fold(word.text) not in parts and not _in_timex(word, timex)]
    return Telling(
        mention=Mention(document.id, sentence.span, timex, value),
        clause=clause.span,
        subject=subject,
        days=calendar.window(value, timex.mod) if timex and value else None,
        grain=calendar.grain(value) if value else None,
        names=keys,
        peoples=names.peoples(document, clause.span),
        terms=frozenset(content(inside, document.language)),
        place=sentence.place,
        quoted=timex is not None and _is_quoted(document.text, sentence.span, timex.span),
        planned=_is_planned(document, found, value, known),
    )


def _in_timex(word: Word, timex: Timex | None) -> bool:
    return timex is not None and timex.span.start <= word.start < timex.span.end


def _subject(document: Document, clause: Clause, clauses: Sequence[Clause], known: Lexicon) -> Span | None:
    """The words before the first verb of the sentence, for a clause that begins with its own verb."""
    if not clause.marker:
        return None
    own = words(document.text, clause.span.start, clause.span.end)
    first = words(document.text, clauses[0].span.start, clauses[0].span.end)
    place = (verbs(first, known) or [0])[0]
    if (verbs(own, known) or [9])[0] > 1 or not 1 <= place <= 12:
        return None
    return Span(first[0].start, first[place - 1].end)


def _is_quoted(text: str, sentence: Span, span: Span) -> bool:
    """Whether a span lies between an opening and a closing quotation mark of its sentence."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    opened = len(_OPEN.findall(before)) - len(re.findall(r"[”»]|''", before))
    return opened % 2 == 1 or (opened == 0 and before.count("“") == 0 and len(_CLOSE.findall(after)) % 2 == 1)


def _is_planned(document: Document, found: Sequence[Word], value: str | None, known: Lexicon) -> bool:
    """Whether the date lies behind publication, or the clause speaks of what is to come."""
    days = calendar.period(value) if value else None
    if days is None or document.dct is None:
        return False
    today = calendar.ordinal(document.dct)
    if days.first > today:
        return True
    return days.last >= today and any(word.lower in known.coming for word in found)
