"""Why an event is one, why its sentences are in it, and what nearly was: the comparisons of merging, made once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline import calendar
from timeline.events import names as naming
from timeline.events.joining import COARSER, NEAR_DAYS, OTHER_DAY
from timeline.events.merging import SAME_DAY
from timeline.events.names import Names
from timeline.events.repeating import REPEATED_WITHIN
from timeline.events.similarity import Weights, compare, strength, weigh
from timeline.events.tellings import Telling, of_document
from timeline.model import Document, Event, Grain, Span, Timex

NEAREST = 5  # tellings outside that are shown
LEAST = 0.1  # strength of a link that is worth a line


@dataclass(frozen=True, slots=True)
class Tie:
    """How one telling hangs together with the one of an event that it is most alike."""

    telling: Telling
    """Telling(Mention('moscow-times-2022-01-28', …), …)"""
    other: Telling
    """the telling of the event that it is most alike"""
    strength: float
    """0.61, 0.0 to 1.0"""
    names: tuple[str, ...]
    """('NATO', 'Russia'), the names in common"""
    words: tuple[str, ...]
    """('demand', 'reject'), the stems in common, the rarest first"""
    reason: str
    """why it is not in the event; '' for one that is"""


@dataclass(frozen=True, slots=True)
class Account:
    """What speaks for an event."""

    inside: tuple[Tie, ...]
    """each of its tellings with the one that it is most alike, in order of document and text"""
    outside: tuple[Tie, ...]
    """what nearly was in it, the most alike first"""


def account(event: Event, documents: Sequence[Document], timexes: Mapping[str, Sequence[Timex]]) -> Account:
    """The ties between the tellings of an event, and those to what stayed outside. Empty for one without evidence."""
    ordered = sorted(documents, key=lambda document: document.id)
    names = naming.collect(ordered)
    every = [telling for one in ordered for telling in of_document(one, timexes.get(one.id, ()), names)]
    weights = weigh(every)
    wanted = {(item.mention.document, item.mention.sentence): item.mention.value for item in event.evidence}
    members = list(_members(every, wanted))
    if not members:
        return Account((), ())
    rest = [telling for telling in every if telling not in members and _could_join(telling, members)]
    inside = [_tie(one, [two for two in members if two != one] or [one], weights, names, "") for one in members]
    near = sorted(rest, key=lambda one: -max((strength(one, two, weights) for two in members), default=0.0))
    outside = [_tie(one, members, weights, names, _reason(one, members, event, weights)) for one in near[:NEAREST]]
    return Account(tuple(inside), tuple(tie for tie in outside if tie.strength >= LEAST))


def _members(every: Sequence[Telling], wanted: Mapping[tuple[str, Span], str | None]) -> Iterator[Telling]:
    """The tellings that the evidence was made from: of several in one sentence the one with the evidence's value."""
    found: dict[tuple[str, Span], list[Telling]] = {}
    for telling in every:
        key = telling.mention.document, telling.mention.sentence
        if key in wanted:
            found.setdefault(key, []).append(telling)
    for key, tellings in found.items():
        yield next((one for one in tellings if one.mention.value == wanted[key]), tellings[0])


def _tie(one: Telling, others: Sequence[Telling], weights: Weights, names: Names, reason: str) -> Tie:
    other = max(others, key=lambda two: strength(one, two, weights))
    common = (one.names & other.names) | (one.names & other.implied) | (one.implied & other.names)
    words = sorted(one.terms & other.terms, key=lambda term: (-weights.terms.get(term, 0.0), term))
    shown = sorted(names.shown.get(name, name) for name in common)
    return Tie(one, other, strength(one, other, weights), tuple(shown), tuple(words), reason)


def _could_join(telling: Telling, members: Sequence[Telling]) -> bool:
    """Whether merging looks at a telling at all: one without a date adds nothing to what its document tells itself."""
    return telling.days is not None or all(one.mention.document != telling.mention.document for one in members)


def _reason(telling: Telling, members: Sequence[Telling], event: Event, weights: Weights) -> str:
    """Why a telling did not join: the rule of merging that it fell under, and by how much it failed."""
    best = max(members, key=lambda member: strength(telling, member, weights))
    figure, days = strength(telling, best, weights), calendar.period(event.value)
    here = telling.mention.document, telling.mention.sentence
    if any(here == (member.mention.document, member.mention.sentence) for member in members):
        return (
            "It is another clause of a sentence that is in the event: clauses were parted because they tell two things."
        )
    if telling.days is None or days is None:
        return (
            "It has no date: it would have to share several rare names or most of its words with the event, "
            f"and to be published within {REPEATED_WITHIN} days of it."
        )
    if (telling.grain or Grain.DAY) > Grain.DAY and telling.days.overlaps(days):
        least, what = COARSER, "a coarser date"
        if not compare(telling, best, weights).terms:
            return "It has a coarser date, and no word but names in common with the event."
    elif telling.days == days:
        least, what = SAME_DAY, "the same day"
    else:
        apart = max(days.first - telling.days.last, telling.days.first - days.last)
        if apart > NEAR_DAYS:
            return f"It is on another day: {telling.mention.value}, more than {NEAR_DAYS} days off."
        if any(telling.mention.document == member.mention.document for member in members):
            return f"It is on another day, {telling.mention.value}, and its document tells the event itself."
        least, what = OTHER_DAY, f"another day, {telling.mention.value}"
    if figure < least:
        return f"It has {what}, and is alike by {figure:.2f}; {least:.2f} would be enough."
    return f"It has {what}; with the whole of either event it is less alike than with this sentence, or tells another."
