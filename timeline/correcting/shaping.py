"""Events put together, taken apart, and made from what the author wrote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import calendar
from timeline.correcting.nouns import Part, Written
from timeline.correcting.quoting import cited, holds, ordered
from timeline.correcting.setting import fulfilled
from timeline.correcting.verdicts import verdict
from timeline.events.composing import NAMES_SHOWN
from timeline.events.identity import event_id, founding_quote, free
from timeline.events.independence import outlets
from timeline.events.phrasing import bare_sentence, tidy
from timeline.events.words import fold, words
from timeline.model import Correction, Document, Event, Evidence, Problem, Timex

MIDDLING = 0.5  # the importance of an event that the author wrote and did not pin


@dataclass(frozen=True, slots=True)
class Shelf:
    """What evidence is looked up in."""

    documents: Mapping[str, Document]
    """document id → document"""
    timexes: Mapping[str, Sequence[Timex]]
    """document id → the expressions found in it"""


def merged(event: Event, other: Event, shelf: Shelf) -> Event:
    """Two events as one, which keeps the id, the date and the headline of the first."""
    until = event.until or (other.until if other.value == event.value else None)
    evidence = ordered((*event.evidence, *_judged(other.evidence, event.value, until)))
    return replace(
        event,
        until=until,
        planned=event.planned and other.planned,
        summary=event.summary or other.summary,
        names=tuple(dict.fromkeys((*event.names, *other.names)))[:NAMES_SHOWN],
        score=max(event.score, other.score),
        evidence=evidence,
        outlets=_outlets(evidence, shelf),
        former=tuple(sorted({*event.former, other.id, *other.former})),
        body=event.body or other.body,
        links=tuple(dict.fromkeys((*event.links, *other.links))),
        note=event.note or other.note,
        pinned=event.pinned or other.pinned,
        contested=event.contested or other.contested,
        corrections=(*event.corrections, Correction("merged", other.headline)),
    )


def parted(event: Event, part: Part, shelf: Shelf, taken: set[str]) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """What remains of an event, and the new one that some of its sentences make; `taken` are the ids in use."""
    place, line = part.place.file, part.place.line_of("quotes")
    absent = [quote for quote in part.quotes if not any(holds(item.quote, quote) for item in event.evidence)]
    remedy = "Copy the sentence from the event's page, letter for letter."
    problems = [
        Problem("no such quote", place, line, f"No sentence of {event.id!r} has the words {quote!r}.", remedy)
        for quote in absent
    ]
    moved = [item for item in event.evidence if any(holds(item.quote, quote) for quote in part.quotes)]
    rest = [item for item in event.evidence if item not in moved]
    if moved and not rest:
        message, remedy = f"Every sentence of {event.id!r} would go.", "Leave one, or give it another headline or date."
        problems.append(Problem("correction", place, line, message, remedy))
    if not moved or not rest:
        return (event,), tuple(problems)
    remaining = _reshaped(event, rest, shelf)
    new, faults = fulfilled(_split_off(event, moved, part, shelf, taken), part.wishes, part.place)
    note = Correction("split", new.headline)
    return (replace(remaining, corrections=(*event.corrections, note)), new), (*problems, *faults)


def _split_off(event: Event, moved: Sequence[Evidence], part: Part, shelf: Shelf, taken: set[str]) -> Event:
    """The event that some sentences of another make, before the author's wishes for it."""
    value = part.wishes.date or _value(moved, event.value)
    shaped = _reshaped(replace(event, until=None), moved, shelf, value)
    quote = founding_quote(shaped, shelf.documents)
    language = shelf.documents[moved[0].mention.document].language
    name = event_id(value, words(quote), language)
    return replace(
        shaped,
        id=name if name not in taken else free(name, quote, taken),
        headline=part.wishes.headline or bare_sentence(tidy(quote), language),
        summary="",
        former=(),
        note="",
        corrections=(Correction("split", event.headline),),
    )


def _reshaped(event: Event, evidence: Sequence[Evidence], shelf: Shelf, value: str = "") -> Event:
    """An event with some of its sentences only, on the date that they give."""
    supported = any(item.verdict == "supports" for item in evidence)
    value = value or (event.value if supported else _value(evidence, event.value))
    judged = ordered(_judged(evidence, value, event.until if value == event.value else None))
    told = fold(" ".join(item.quote for item in evidence))
    return replace(
        event,
        value=value,
        until=event.until if value == event.value else None,
        names=tuple(name for name in event.names if any(fold(word.text) in told for word in words(name))),
        evidence=judged,
        outlets=_outlets(judged, shelf),
    )


def written(event: Written, shelf: Shelf) -> tuple[Event, tuple[Problem, ...]]:
    """An event that the author wrote, and a problem for each quote that stands in no document."""
    evidence, problems = _cited(event, shelf)
    wanted = event.wishes
    plain = Event(
        id=event.id,
        value=wanted.date or "",
        until=None,
        approximate=wanted.approximate or False,
        planned=wanted.planned or False,
        headline=wanted.headline or "",
        summary=wanted.summary or "",
        names=event.names,
        score=MIDDLING,
        evidence=evidence,
        outlets=_outlets(evidence, shelf),
        written=True,
        body=event.body,
        links=event.links,
    )
    made, faults = fulfilled(plain, wanted, event.place)
    return replace(made, corrections=()), (*problems, *faults)


def _cited(event: Written, shelf: Shelf) -> tuple[tuple[Evidence, ...], list[Problem]]:
    """The sentences that the author cites, and a problem for each that no document has."""
    evidence: list[Evidence] = []
    problems: list[Problem] = []
    by_path = {document.source.path: document for document in shelf.documents.values()}
    for name, quote in event.evidence:
        document = shelf.documents.get(name) or by_path.get(name)
        timexes = shelf.timexes.get(document.id, ()) if document else ()
        date = event.wishes.date or "", event.wishes.until
        found = cited(document, timexes, quote, *date) if document else ()
        evidence += found
        if not found:
            what = f"The article {name!r} does not have" if document else f"There is no document {name!r} that has"
            line = event.place.line_of("evidence")
            remedy = "Copy its id and the words from its page, letter for letter."
            problems.append(Problem("no such quote", event.place.file, line, f"{what} the words {quote!r}.", remedy))
    return ordered(evidence), problems


def _value(evidence: Iterable[Evidence], otherwise: str) -> str:
    """The value that most sentences give, the finer one where they are even."""
    values = [item.mention.value for item in evidence if item.mention.value]
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], calendar.grain(value) or 99, value), default=otherwise)


def _judged(evidence: Iterable[Evidence], value: str, until: str | None) -> list[Evidence]:
    return [replace(item, verdict=verdict(item.mention, value, until)) for item in evidence]


def _outlets(evidence: Iterable[Evidence], shelf: Shelf) -> int:
    """How many independent outlets tell it."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for item in evidence:
        quotes[item.mention.document].append(item.quote)
    return outlets(quotes, shelf.documents)
