"""Documents and their expressions of time → events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from timeline import calendar
from timeline.events import names as naming
from timeline.events.clusters import Cluster
from timeline.events.composing import compose, count_outlets
from timeline.events.following import follow
from timeline.events.headline import PRINTABLE, Candidate, headlines
from timeline.events.identity import distinct
from timeline.events.joining import join_coarse_clusters, join_undated
from timeline.events.memory import remembering
from timeline.events.merging import merge
from timeline.events.names import Names
from timeline.events.opening import opening_clusters
from timeline.events.ranking import scores
from timeline.events.similarity import Weights, weigh
from timeline.events.tellings import Telling, of_document
from timeline.model import Document, Event, Evidence, Span, Timex


def find(
    documents: Sequence[Document],
    timexes: Mapping[str, Sequence[Timex]],
    entities: Mapping[str, Sequence[Span]] = MappingProxyType({}),
) -> tuple[Event, ...]:
    """The events that a collection tells, in order of first day, last day and id.

    `timexes`: document id → the expressions found in it; `entities`: document id → the names that a pipeline found.
    The result does not depend on the order of the documents.
    """
    with remembering():
        return _found(documents, timexes, entities)


def _found(
    documents: Sequence[Document], timexes: Mapping[str, Sequence[Timex]], entities: Mapping[str, Sequence[Span]]
) -> tuple[Event, ...]:
    by_id = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    names = naming.collect(by_id.values(), entities)
    tellings = _tellings(by_id, timexes, names)
    weights = weigh(tellings)
    clusters = _clusters(by_id, tellings, weights)
    clusters = [cluster for cluster in clusters if not all(telling.weak for telling in cluster.supporting)]
    heads = _heads([headlines(cluster, by_id, names) for cluster in clusters], clusters)
    kept = [(cluster, head) for cluster, head in zip(clusters, heads, strict=True) if _is_event(cluster, head)]
    further = follow([cluster for cluster, _ in kept], tellings, by_id, weights)
    return _events(kept, further, by_id, names)


def _tellings(documents: Mapping[str, Document], timexes: Mapping[str, Sequence[Timex]], names: Names) -> list[Telling]:
    """The tellings of all documents, in order of their ids and texts."""
    every = (of_document(document, timexes.get(key, ()), names) for key, document in documents.items())
    return [telling for found in every for telling in found]


def _clusters(documents: Mapping[str, Document], tellings: Sequence[Telling], weights: Weights) -> list[Cluster]:
    """The tellings of all documents, gathered into happenings."""
    published = {key: calendar.ordinal(document.dct) for key, document in documents.items() if document.dct}
    undated = [telling for telling in tellings if telling.days is None]
    clusters, left = join_undated(merge(tellings, weights), undated, published, weights)
    opening = opening_clusters(clusters, left, documents, weights)
    return join_coarse_clusters(clusters, opening, weights)


def _heads(choices: Sequence[Sequence[Candidate]], clusters: Sequence[Cluster]) -> list[Candidate]:
    """A headline for each cluster, no two alike within a document; what more documents tell chooses first.

    What happens again in another document may have the same words, where no others can be printed.
    """
    heads: dict[int, Candidate] = {}
    taken: dict[str, set[str]] = defaultdict(set)
    for place in sorted(range(len(clusters)), key=lambda place: (-len(clusters[place].documents), place)):
        tellers = clusters[place].documents
        own = [head for head in choices[place] if not taken[head.text] & tellers]
        free = [head for head in own if not taken[head.text] and head.faults < PRINTABLE]
        heads[place] = [*free, *own, choices[place][-1]][0]
        taken[heads[place].text] |= tellers
    return [heads[place] for place in range(len(clusters))]


def _is_event(cluster: Cluster, head: Candidate) -> bool:
    """Whether a cluster is an event by itself: several documents tell it, or a sentence can head it."""
    return len(cluster.documents) > 1 or head.faults < PRINTABLE


def _events(
    kept: Sequence[tuple[Cluster, Candidate]],
    further: Sequence[Sequence[Evidence]],
    documents: Mapping[str, Document],
    names: Names,
) -> tuple[Event, ...]:
    days = [calendar.ordinal(document.dct) for document in documents.values() if document.dct]
    first = min(days, default=None)
    counts = [count_outlets(cluster, documents) for cluster, _ in kept]
    figures = scores([cluster for cluster, _ in kept], counts, first)
    events = [
        compose(cluster, head, score, count, documents, names, more)
        for (cluster, head), count, score, more in zip(kept, counts, figures, further, strict=True)
    ]
    return tuple(sorted(distinct(events, documents), key=in_order))


def in_order(event: Event) -> tuple[calendar.Day, calendar.Day, str]:
    """A key that puts events in order of first day, last day and id."""
    days = calendar.period(event.value) or calendar.Period(0, 0)
    return days.first, days.last, event.id
