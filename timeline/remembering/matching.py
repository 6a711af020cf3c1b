"""Events found anew ⇄ those of the build before: each keeps the id that it had."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.events.finding import in_order
from timeline.events.identity import founding_quote, free
from timeline.model import Document, Event, Found, History
from timeline.remembering.marks import EXACT, SENTENCE, hash_of, marks

Pair = tuple[int, int]
"""the places of an event and of an earlier one"""


def identify(events: Sequence[Event], earlier: History, documents: Iterable[Document]) -> tuple[Event, ...]:
    """The events with the ids that they had, and in `former` those of earlier events that they have taken up.

    An event and an earlier one belong together by the sentences that they share; where several ask for one id, it goes
    to the one whose own it would be, then to the one that shares most. The result is in the order of a timeline.
    """
    shared = _shared(events, earlier.found)
    ids, former = _assigned(events, earlier, shared)
    taken = {*ids.values(), *(event.id for event in events)}
    by_id = {document.id: document for document in documents}
    for place, event in enumerate(events):
        if place not in ids:
            ids[place] = free(event.id, founding_quote(event, by_id), taken) if event.id in ids.values() else event.id
    leads = _followed(earlier, former, ids)
    olds: dict[str, list[str]] = defaultdict(list)
    for old, new in leads.items():
        olds[new].append(old)
    named = [
        replace(event, id=ids[place], former=tuple(sorted(olds.get(ids[place], ()))))
        for place, event in enumerate(events)
    ]
    return tuple(sorted(named, key=in_order))


def _shared(events: Sequence[Event], found: Sequence[Found]) -> Counter[Pair]:
    """How much each event has in common with each earlier one, of those that have anything."""
    exact: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for number, old in enumerate(found):
        for mark in old.evidence:
            exact[mark].append(number)
            alike[hash_of(mark)].append(number)
    shared: Counter[Pair] = Counter()
    for place, event in enumerate(events):
        for mark in marks(event):
            shared.update({(place, number): SENTENCE for number in alike[hash_of(mark)]})
            shared.update({(place, number): EXACT - SENTENCE for number in exact[mark]})
    return shared


def _assigned(
    events: Sequence[Event], earlier: History, shared: Counter[Pair]
) -> tuple[dict[int, str], dict[str, int]]:
    """The place of each event that keeps an id, with it; and each id that was given up, with who took it up."""
    ids: dict[int, str] = {}
    kept: set[int] = set()
    former: dict[str, int] = {}
    own = {pair: events[pair[0]].id == earlier.found[pair[1]].id for pair in shared}
    ranked = sorted(shared, key=lambda pair: (not own[pair], -shared[pair], events[pair[0]].id, pair[1]))
    for place, number in ranked:
        if place not in ids and number not in kept:
            ids[place] = earlier.found[number].id
            kept.add(number)
    for place, number in sorted(shared, key=lambda pair: (-shared[pair], events[pair[0]].id)):
        if number not in kept:
            former.setdefault(earlier.found[number].id, place)
    return ids, former


def _followed(earlier: History, former: Mapping[str, int], ids: Mapping[int, str]) -> dict[str, str]:
    """Each id that was given up, now or before, with the one that it leads to; those that lead nowhere are left out."""
    leads = {old: ids[place] for old, place in former.items()}
    alive = set(ids.values())
    for old, new in earlier.former:
        target = leads.get(new, new)
        if target in alive:
            leads.setdefault(old, target)
    return {old: new for old, new in leads.items() if old not in alive}
