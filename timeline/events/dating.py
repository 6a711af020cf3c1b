"""Which expression dates which clause of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline import calendar
from timeline.events.clauses import Clause, only_reports, verbs, verbs_behind
from timeline.events.dateable import dates_something
from timeline.events.lengths import counted
from timeline.events.words import Lexicon, Word, lexicon, words
from timeline.model import Document, Grain, Span, Timex

_STOP = re.compile(r"[,;:–—]")
VERB_NEAR = 5  # words between a coarse date and the verb that it dates
PASSING = 14  # words before a date in passing that belong to it


@dataclass(frozen=True, slots=True)
class Dated:
    """A clause with the expression that dates it."""

    clause: Clause
    """what the date is said of"""
    timex: Timex
    """'on Wednesday'"""
    context: Span
    """where names and content stand: the clause and what only says more of it; for a date in passing, names alone"""
    aside: tuple[Span, ...] = ()
    """stretches inside the clause that belong to another date"""
    passing: bool = False
    """True for a second date in a clause: 'the answers submitted this week' in news of Friday"""


def date_clauses(document: Document, clauses: Sequence[Clause], timexes: Sequence[Timex]) -> list[Dated]:
    """The clauses of a sentence that have a date, in order, and the dates that they name in passing."""
    ends = {timex.until for timex in timexes if timex.until}
    inside = [timex for timex in timexes if any(clause.span.overlaps(timex.span) for clause in clauses)]
    dated = [timex for timex in inside if dates_something(document, timex) and timex.value not in ends]
    if not dated:
        return []
    known = lexicon(document.language)
    pairs = _paired(document, clauses, dated, known)
    kept = [item for pair in pairs for item in _without_attribution(document, pair, pairs, known)]
    used = {pair.timex.value for pair in pairs}
    others = [timex for timex in dated if timex.value not in used]
    joined = [
        replace(pair, timex=timex) for pair in kept for timex in others if _is_joined(document, pair, timex, known)
    ]
    apart = [timex for timex in others if all(timex is not pair.timex for pair in joined)]
    passing = [_in_passing(document, clauses, timex, known) for timex in apart]
    aside = tuple(item.clause.span for item in passing) + tuple(pair.timex.span for pair in joined)
    aside += tuple(pair.timex.span for pair in kept if joined)
    kept = [replace(pair, aside=pair.aside + aside) for pair in kept + joined]
    found = [_narrowed(document, pair, known) or pair for pair in kept]
    found += passing
    return found + _counted(document, clauses, timexes, pairs, known)


def _of_the_noun(document: Document, pair: Dated, known: Lexicon) -> Dated | None:
    """'The first strike' in 'The first strike, on 12 November, cost …': what a date between commas is said of."""
    text, span = document.text, pair.timex.span
    before = words(text, pair.clause.span.start, span.start)
    while before and before[-1].lower in known.binding:
        before = before[:-1]
    if len(before) < 2 or verbs(before, known) or not text[before[-1].end :].startswith(", ") or text[span.end] != ",":
        return None
    noun = Span(pair.clause.span.start, span.end)
    return Dated(Clause(noun, pair.clause.marker), pair.timex, noun, passing=True)


def _of_a_participle(document: Document, pair: Dated, known: Lexicon) -> Dated | None:
    """'a pillar built in 1998' in 'when the ship hit a pillar built in 1998': a coarse date that describes a noun."""
    if (calendar.grain(pair.timex.value) or Grain.DAY) <= Grain.DAY:
        return None
    before = words(document.text, pair.clause.span.start, pair.timex.span.start)
    while before and before[-1].lower in known.binding:
        before = before[:-1]
    places = [place for place in verbs(before, known) if place < len(before) - 1]
    if len(before) < 3 or not places or any(word.lower in known.reporting for word in before):
        return None
    *_, noun, participle = before
    describes = participle.lower in known.past or participle.lower.endswith(known.participles)
    bound = noun.lower in known.finite | known.helpers | known.stop | known.binding or known.is_past(noun.lower)
    if not describes or bound:
        return None
    return Dated(
        Clause(Span(noun.start, pair.timex.span.end), pair.clause.marker), pair.timex, pair.context, passing=True
    )


def _of_what_attends(document: Document, pair: Dated, known: Lexicon) -> Dated | None:
    """A date that is not the verb's: 'gold closing at noon' in 'Prices fell, with gold closing at noon'.

    So is that of what lasts on from a happening: 'its launch in 2003' in 'has sold more since its launch in 2003'.
    """
    text, clause = document.text, pair.clause
    for word in reversed(words(text, clause.span.start, pair.timex.span.start)):
        behind_comma = text[clause.span.start : word.start].rstrip().endswith(",")
        if word.lower in known.starting or (behind_comma and word.lower in known.attending):
            inner = words(text, word.end, pair.timex.span.start)
            bare = all(other.lower in known.binding for other in inner)
            if not bare and verbs(words(text, clause.span.start, word.start), known) and not verbs(inner, known):
                span = Span(inner[0].start, pair.timex.span.end)
                return Dated(Clause(span, clause.marker), pair.timex, pair.context, passing=True)
    return None


def _narrowed(document: Document, pair: Dated, known: Lexicon) -> Dated | None:
    """The part of a clause that a date is said of in passing, if it is not said of the clause."""
    found = (find(document, pair, known) for find in (_of_the_noun, _of_a_participle, _of_what_attends))
    return next((part for part in found if part), None)


def _is_joined(document: Document, pair: Dated, timex: Timex, known: Lexicon) -> bool:
    """Whether a date goes with another as an equal: 'who struck on 12 and 19 November'."""
    between = words(document.text, pair.timex.span.end, timex.span.start)
    near = pair.timex.span.end <= timex.span.start and pair.clause.span.covers(timex.span)
    joins = len(between) == 1 and between[0].lower in known.joiners
    return near and joins and calendar.grain(timex.value) == calendar.grain(pair.timex.value)


def _counted(
    document: Document, clauses: Sequence[Clause], timexes: Sequence[Timex], pairs: Sequence[Dated], known: Lexicon
) -> list[Dated]:
    """What is dated by a length of time from a main clause, with the words of both: it speaks of the same things."""
    found = []
    for pair in pairs:
        for clause, timex in counted(document, clauses, timexes, pair.clause, pair.timex, known):
            whole = Span(min(pair.clause.span.start, clause.span.start), max(pair.clause.span.end, clause.span.end))
            found.append(Dated(Clause(whole, clause.marker), timex, whole, passing=True))
    return found


def _paired(document: Document, clauses: Sequence[Clause], dated: Sequence[Timex], known: Lexicon) -> list[Dated]:
    pairs: list[Dated] = []
    for place, clause in enumerate(clauses):
        own = [timex for timex in dated if clause.span.overlaps(timex.span)]
        marker = clause.marker.strip(" ,")
        if own:
            parted = _with_relative(document, clause, own, known) or _with_speech(document, clause, own, known)
            pairs += parted or [_by_main(document, clause, own, known)]
        elif pairs and pairs[-1].clause is clauses[place - 1]:
            last = pairs[-1]
            if marker in known.meanwhile:
                pairs.append(Dated(clause, last.timex, clause.span))
            elif marker in known.whenever and not words(
                document.text, last.timex.span.end, clauses[place - 1].span.end
            ):
                pairs[-1] = Dated(clause, last.timex, clause.span)  # 'in 1997, when the act was signed'
    return [replace(pair, context=_with_tail(pair, clauses, timexes=dated, known=known)) for pair in pairs]


def _by_main(document: Document, clause: Clause, own: Sequence[Timex], known: Lexicon) -> Dated:
    """The clause with its main date: that of the verb in 'After the failure on Tuesday the court met on Thursday'."""
    first = words(document.text, clause.span.start, clause.span.end)[0]
    if first.lower in known.elsewhen:
        own = [timex for timex in own if verbs(words(document.text, own[0].span.end, timex.span.start), known)] or own
    return Dated(clause, main_timex(document, clause, own, known), clause.span)


def _with_tail(pair: Dated, clauses: Sequence[Clause], timexes: Sequence[Timex], known: Lexicon) -> Span:
    """The context of a clause with the undated clauses that only say more of it: 'talks that lasted five hours'."""
    end = pair.context.end
    for clause in clauses:
        more = clause.span.start >= end and clause.marker.strip(" ,") in known.relative
        if more and not any(timex.span.overlaps(clause.span) for timex in timexes):
            end = clause.span.end
        elif clause.span.start >= end:
            break
    return Span(pair.context.start, end)


def _with_relative(document: Document, clause: Clause, own: Sequence[Timex], known: Lexicon) -> list[Dated]:
    """'The master of the ferry that hit the pier last Friday was suspended on Monday' in two; [] where it is one."""
    if len(own) < 2 or own[0].value == own[1].value:
        return []
    first, second = own[0].span, own[1].span
    before = words(document.text, clause.span.start, first.start)
    between = words(document.text, first.end, second.start)
    places = [place for place, word in enumerate(before) if word.lower in known.relative]
    if not places or not verbs(between, known) or verbs_behind(before[places[-1] + 1 :], known)[:1] != [0]:
        return []
    inner = Clause(Span(before[places[-1] + 1].start, first.end), before[places[-1]].lower)
    context = Span(clause.span.start, first.end)
    return [Dated(inner, own[0], context), Dated(clause, own[1], clause.span, aside=(inner.span,))]


def _with_speech(document: Document, clause: Clause, own: Sequence[Timex], known: Lexicon) -> list[Dated]:
    """'The mayor said on Monday that the pier had burnt on Friday' in two: the saying, and what was said."""
    found = words(document.text, clause.span.start, clause.span.end)
    first = (verbs(found, known) or [len(found)])[0]
    binding = [word for word in found[first + 1 :] if word.lower in known.saying_that][:1]
    if not binding or found[first].lower not in known.reporting:
        return []
    saying = Clause(Span(clause.span.start, binding[0].start), clause.marker)
    said = Clause(Span(binding[0].end + 1, clause.span.end), binding[0].lower)
    before = [timex for timex in own if saying.span.covers(timex.span)]
    behind = [timex for timex in own if said.span.covers(timex.span)]
    if not before or not behind or not verbs(words(document.text, said.span.start, said.span.end), known):
        return []
    what = main_timex(document, said, behind, known)
    return [Dated(saying, before[0], saying.span), Dated(said, what, said.span)]


def main_timex(document: Document, clause: Clause, timexes: Sequence[Timex], known: Lexicon) -> Timex:
    """Of the expressions in a clause, the one that dates it: the first that names a day, else the first.

    One that stands behind 'according to', or the like, dates what is quoted, if there is another.
    """
    proper = [timex for timex in timexes if not _credited(document, clause, timex, known)] or timexes
    exact = [timex for timex in proper if (calendar.grain(timex.value) or Grain.YEAR) <= Grain.DAY]
    return (exact or list(proper))[0]


def _credited(document: Document, clause: Clause, timex: Timex, known: Lexicon) -> bool:
    """Whether a date belongs to the source that a clause names: 'according to figures released on 3 April'."""
    before = " ".join(document.text[clause.span.start : timex.span.start].lower().split())
    return any(f" {phrase} " in f" {before} " for phrase in known.attributing)


def _is_to_come(document: Document, timex: Timex) -> bool:
    """Whether a date lies behind the day of publication."""
    days = calendar.period(timex.value)
    return days is not None and document.dct is not None and days.last > calendar.ordinal(document.dct)


def _without_attribution(document: Document, pair: Dated, pairs: Sequence[Dated], known: Lexicon) -> list[Dated]:
    """A pair as it is; nothing for one that only says that something was said, while another says what, with a date.

    What is announced to come is news by itself: 'The firm said on Monday that it would close the plant in 2011' tells
    of Monday, and of 2011.
    """
    later = [other for other in pairs if other.clause.span.start > pair.clause.span.start][:1]
    says_that = bool(later) and later[0].clause.marker in known.saying_that
    if len(pairs) == 1 or not _only_attribution(document, pair, known, MOST if says_that else FEW):
        return [pair]
    if later and _is_to_come(document, later[0].timex) and not _is_to_come(document, pair.timex):
        whole = Span(pair.clause.span.start, later[0].clause.span.end)
        return [Dated(Clause(whole, pair.clause.marker), pair.timex, whole, aside=(later[0].timex.span,))]
    return []


FEW = 4  # words with content that a clause may have which only says that something was said
MOST = 12  # the same for one that 'that' follows


def _only_attribution(document: Document, pair: Dated, known: Lexicon, most: int) -> bool:
    """Whether a clause only says that something was said."""
    found = words(document.text, pair.clause.span.start, pair.clause.span.end)
    others = [word for word in found if word.lower not in known.stop and word.lower not in known.reporting]
    return only_reports(found, known) and len(others) <= most


def _in_passing(document: Document, clauses: Sequence[Clause], timex: Timex, known: Lexicon) -> Dated:
    """A date beside the main one with the words before it that it is said of: back over one verb to what binds them."""
    clause = next(clause for clause in clauses if clause.span.overlaps(timex.span))
    before = words(document.text, clause.span.start, timex.span.start)
    carrying = set(verbs(before, known))
    if before and before[0].lower in known.elsewhen and not carrying and len(before) <= PASSING:
        return Dated(Clause(Span(before[0].end + 1, timex.span.end), clause.marker), timex, clause.span, passing=True)
    before, carrying = before[-PASSING:], set(verbs(before[-PASSING:], known))
    start, seen = timex.span.start, not carrying
    for place in range(len(before) - 1, -1, -1):
        another = place in carrying and place + 1 not in carrying  # 'was sent' is one
        if seen and (another or before[place].lower in known.introducing | known.binding):
            break
        if _STOP.search(document.text, before[place].end, start):
            break
        seen = seen or place in carrying
        start = before[place].start
    return Dated(Clause(Span(start, timex.span.end), clause.marker), timex, clause.span, passing=True)


def is_close_to_a_verb(document: Document, dated: Dated) -> bool:
    """Whether a verb stands a few words before the date, or right behind one that opens its clause."""
    known = lexicon(document.language)
    span = dated.clause.span
    if not span.overlaps(dated.timex.span):
        return True
    before = words(document.text, span.start, dated.timex.span.start)
    if len(before) <= 2:
        return True
    places = verbs_behind(before, known) if dated.clause.marker else verbs(before, known)
    return any(
        _apart(before[max(place, 0) :]) <= VERB_NEAR or _has_participle(before[max(place, 0) :], known)
        for place in places
    )


def _apart(found: Sequence[Word]) -> int:
    """How many words a stretch has, a name of several counted as one."""
    capitals = [False, *(word.text[0].isupper() for word in found)]
    return sum(not (here and before) for before, here in pairwise(capitals))


def _has_participle(found: Sequence[Word], known: Lexicon) -> bool:
    """Whether a helping verb has its participle a few words before a date: 'was one day founded by two brothers'."""
    if found[0].lower not in known.helpers:
        return False
    participles = (place for place, word in enumerate(found) if place and _is_participle(word.lower, known))
    return any(_apart(found[place + 1 :]) <= VERB_NEAR for place in participles)


def _is_participle(word: str, known: Lexicon) -> bool:
    return known.is_past(word) or word.endswith(known.leaning_endings)
