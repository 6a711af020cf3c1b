"""What has become of each event since the build before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline import calendar
from timeline.model import Change, ChangeKind, Document, Event, Found, History, Shown
from timeline.remembering.marks import marks

MOST = 300  # changes that are kept; a reader who looks in once a month has them all
_ORDER: tuple[ChangeKind, ...] = ("new", "moved", "corroborated", "merged", "gone")


def remember(
    found: Sequence[Event], shown: Sequence[Event], earlier: History, documents: Iterable[Document]
) -> History:
    """What the next build is to know: `found` before and `shown` after the author's corrections.

    A build that changes nothing leaves the same history again. The first build of all has nothing to compare with, and
    tells no change. What the author hides is no change either, and what was told of it before is forgotten.
    """
    published = {document.id: str(document.dct or "") for document in documents}
    former = {old: event for event in shown for old in event.former}
    hidden = {event.id for event in found} - {event.id for event in shown} - former.keys()
    first = not earlier.found and not earlier.shown
    news = (
        [] if first else [*_of_the_living(shown, earlier, published), *_of_the_lost(shown, earlier, hidden, published)]
    )
    past = [tuple(change for change in batch if not {change.id, change.was} & hidden) for batch in earlier.changes]
    return History(
        found=tuple(sorted((Found(event.id, marks(event)) for event in found), key=lambda one: one.id)),
        former=tuple(sorted((old, event.id) for event in found for old in event.former)),
        shown=tuple(sorted(map(_shown, shown), key=lambda one: one.id)),
        changes=_cut([tuple(sorted(news, key=_order)), *past]),
    )


def _shown(event: Event) -> Shown:
    return Shown(event.id, event.value, event.until, event.headline, event.outlets)


def _of_the_living(shown: Sequence[Event], earlier: History, published: Mapping[str, str]) -> Iterator[Change]:
    """What has become of the events that are shown now."""
    before = {old.id: old for old in earlier.shown}
    for event in shown:
        old = before.get(event.id) or next((before[name] for name in event.former if name in before), None)
        day = max((published.get(name, "") for name in event.documents), default="")
        if old is None:
            yield Change("new", event.id, event.value, event.headline, "", day)
            continue
        if (event.value, event.until) != (old.value, old.until):
            yield Change("moved", event.id, event.value, event.headline, old.value, day)
        if event.outlets > old.outlets:
            yield Change("corroborated", event.id, event.value, event.headline, str(old.outlets), day)


def _of_the_lost(
    shown: Sequence[Event], earlier: History, hidden: set[str], published: Mapping[str, str]
) -> Iterator[Change]:
    """What has become of the events that were shown before and are not any more."""
    alive = {event.id for event in shown}
    former = {old: event.id for event in shown for old in event.former}
    day = max(published.values(), default="")
    for old in earlier.shown:
        if old.id in former:
            yield Change("merged", former[old.id], old.value, old.headline, old.id, day)
        elif old.id not in alive and old.id not in hidden:
            yield Change("gone", old.id, old.value, old.headline, "", day)


def _order(change: Change) -> tuple[int, calendar.Period, str, str]:
    days = calendar.period(change.value) or calendar.Period(0, 0)
    return _ORDER.index(change.kind), days, change.id, change.was


def _cut(batches: Iterable[tuple[Change, ...]]) -> tuple[tuple[Change, ...], ...]:
    """The batches that hold anything, the latest first, as many as may be kept."""
    kept: list[tuple[Change, ...]] = []
    left = MOST
    for batch in batches:
        if batch and left:
            kept.append(batch[:left])
            left -= len(kept[-1])
    return tuple(kept)
