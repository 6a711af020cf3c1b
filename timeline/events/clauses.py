"""Parts a sentence into clauses, so that each happening in it can go to its own date.

Without a grammar of the language: a boundary is one of the language's parting words ('while', ', but', 'after') with a
verb on both sides of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.events.words import Lexicon, Word, lexicon, words
from timeline.model import Span

_QUOTED = re.compile(r"“[^”]{0,600}”|\"[^\"]{0,600}\"|``.{0,600}?''|\([^)]{0,300}\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with a verb of its own."""

    span: Span
    """Span(210, 260), the parting word left out"""
    marker: str
    """'while', the parting word before it; '' for the first clause"""


def split(text: str, sentence: Span, language: str) -> list[Clause]:
    """The clauses of a sentence, in order; they cover it but for the parting words."""
    known = lexicon(language)
    clauses = _leading(text, sentence, known) or [Clause(sentence, "")]
    for start, end, marker in _boundaries(text, sentence, language):
        last = clauses[-1]
        if start <= last.span.start:
            continue
        left, right = Span(last.span.start, start), Span(end, sentence.end)
        if _is_finished(text, left, known) and _goes_on(text, right, marker, known):
            clauses[-1:] = [Clause(_without_length(text, left, marker, known), last.marker), Clause(right, marker)]
        elif marker.strip(" ,") in known.relative:
            clauses[-1:] = _inserted(text, last, left, right, marker, known) or [last]
    return clauses


def _leading(text: str, sentence: Span, known: Lexicon) -> list[Clause]:
    """'After the vote failed on Monday, the house met' in two, the first without its 'After'; [] if it is not such."""
    first = words(text, sentence.start, sentence.end)[:2]
    if len(first) < 2 or first[0].lower not in known.leading:
        return []
    for match in re.finditer(", ", sentence.of(text)):
        comma = sentence.start + match.start()
        left, right = Span(first[1].start, comma), Span(comma + 2, sentence.end)
        if is_clause(text, left, known) and _goes_on(text, right, RESUMED, known):
            return [Clause(left, first[0].lower), Clause(right, RESUMED)]
    return []


def _inserted(text: str, whole: Clause, left: Span, right: Span, marker: str, known: Lexicon) -> list[Clause]:
    """'The pier, which was rebuilt in 2011, will have to go' in three; [] where nothing is inserted."""
    for match in re.finditer(", ", right.of(text)):
        comma = right.start + match.start()
        inner, rest = Span(right.start, comma), Span(comma + 2, right.end)
        first = words(text, rest.start, rest.end)[:2]
        goes_on = verbs_behind(first, known)[:1] == [0] or (first and not is_clause(text, left, known))
        if goes_on and first[0].text.islower() and is_clause(text, inner, known):
            return [Clause(left, whole.marker), Clause(inner, marker), Clause(rest, RESUMED)]
    return []


RESUMED = ","  # the marker of what follows an inserted or a leading clause


def _without_length(text: str, left: Span, marker: str, known: Lexicon) -> Span:
    """What stands before 'after' without the length of time that belongs to it: ', two weeks' after."""
    if marker.strip(" ,") not in known.elsewhen:
        return left
    found = words(text, left.start, left.end)
    if not found or found[-1].lower not in known.units:
        return left
    kept = list(found)
    last = kept.pop()
    while (
        kept
        and text[kept[-1].end : last.start].isspace()
        and (kept[-1].lower in known.quantities or kept[-1].text.isdigit())
    ):
        last = kept.pop()
    return Span(left.start, kept[-1].end) if kept else left


def _boundaries(text: str, sentence: Span, language: str) -> list[tuple[int, int, str]]:
    """Start, end and text of every parting word of a sentence that does not stand in quotation marks or brackets."""
    found = list(_parting(language).finditer(text, sentence.start, sentence.end))
    quoted = _QUOTED.finditer(text, sentence.start, sentence.end) if found else ()
    closed = [Span(*match.span()) for match in quoted]
    return [
        (*match.span(), " ".join(match.group().split()))
        for match in found
        if not any(span.overlaps(Span(*match.span())) for span in closed)
    ]


@cache
def _parting(language: str) -> re.Pattern[str]:
    """One pattern for all the parting words of a language; words stand between blanks, a comma needs none before it."""
    behind_stops: list[str] = []
    between_blanks: list[str] = []
    for marker in lexicon(language).parts:
        pattern = r"[ \n]{1,3}".join(re.escape(part) for part in marker.split())
        (behind_stops if marker[0] in ",;" else between_blanks).append(pattern)
    kinds = ((r" {0,2}(?=[,;])", behind_stops), (r"[ \n]{1,3}", between_blanks))
    parts = (rf"{before}(?:{'|'.join(patterns)})" for before, patterns in kinds if patterns)
    return re.compile(rf"(?:{'|'.join(parts)})[ \n]{{1,3}}", re.IGNORECASE)


def _is_finished(text: str, span: Span, known: Lexicon) -> bool:
    """Whether a stretch of a text is a clause that does not end in a word which asks for more ('said that')."""
    found = words(text, span.start, span.end)
    return bool(verbs(found, known)) and found[-1].lower not in known.unfinished


def is_clause(text: str, span: Span, known: Lexicon) -> bool:
    """Whether a stretch of a text has a verb that can carry it."""
    return bool(verbs(words(text, span.start, span.end), known))


def _goes_on(text: str, span: Span, marker: str, known: Lexicon) -> bool:
    """Whether what stands behind a parting word is a clause; behind a bare 'and' it must begin with its verb."""
    found = words(text, span.start, span.end)
    places = verbs_behind(found, known)
    if not places:
        return False
    if marker in known.relative:  # 'said that …' is none
        return places[0] == 0
    if marker in known.joiners:
        return places[0] == 0 or (places[0] == 1 and found[0].lower in known.pronouns | known.openers)
    return places[0] <= SUBJECT


SUBJECT = 14  # words that may stand before the verb of a clause


def verbs(found: Sequence[Word], known: Lexicon) -> list[int]:
    """The places, in a list of words, of the verbs that can carry a clause."""
    finite, endings = known.finite, known.past_endings
    near = (place for place, word in enumerate(found) if word.lower in finite or word.lower.endswith(endings))
    return [place for place in near if _is_verb(found, place, known)]


def verbs_behind(found: Sequence[Word], known: Lexicon) -> list[int]:
    """The same where a parting word stands before the list, so that its first word can be a verb in -ed too."""
    return [place - 1 for place in verbs([Word(",", 0, 0, ","), *found], known)]


def only_reports(found: Sequence[Word], known: Lexicon) -> bool:
    """Whether the verbs of a clause say nothing but that something was said: 'the ministry has said'."""
    carrying = [found[place].lower for place in verbs(found, known)]
    reports = any(word.lower in known.reporting for word in found)
    return bool(carrying) and reports and all(verb in known.reporting | known.helpers for verb in carrying)


def _is_verb(found: Sequence[Word], place: int, known: Lexicon) -> bool:
    word = found[place]
    before = found[place - 1].lower if place else ""
    if word.text[0].isupper() and place:  # a name
        return False
    if word.lower in known.present:  # many are nouns as well: 'a day of calls and visits'
        if before in known.joiners and place > 1 and found[place - 2].lower in known.present:
            return _is_verb(found, place - 2, known)
        return before not in known.adjoining
    if word.lower in known.finite:  # 'this cut' may be a noun, 'this was' is none
        return before not in known.determiners or word.lower in known.helpers
    if (not place and "verb-may-lead" not in known.order) or not known.is_past(word.lower):
        return False
    return before not in known.determiners and before not in known.helpers
