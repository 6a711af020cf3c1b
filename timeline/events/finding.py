"""Documents and their expressions of time → events."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline import calendar
from timeline.events import names as naming
from timeline.events.headline import headline, summary
from timeline.events.independence import outlets
from timeline.events.merging import Cluster, join_undated, merge
from timeline.events.names import Names
from timeline.events.opening import opening_clusters
from timeline.events.ranking import importance, is_planned
from timeline.events.similarity import weigh
from timeline.events.tellings import Telling, of_document
from timeline.events.words import fold
from timeline.model import Document, Event, Evidence, Span, Timex, Verdict

NAMES_SHOWN = 8


def find(documents: Sequence[Document], timexes: Mapping[str, Sequence[Timex]]) -> tuple[Event, ...]:
    """The events that a collection tells, in order of first day, last day and id.

    `timexes`: document id → the expressions found in it. The result does not depend on the order of the documents.
    """
    documents = sorted(documents, key=lambda document: document.id)
    names = naming.collect(documents)
    tellings = [
        telling for document in documents for telling in of_document(document, timexes.get(document.id, ()), names)
    ]
    weights = weigh(tellings)
    published = {document.id: calendar.ordinal(document.dct) for document in documents if document.dct}
    undated = [telling for telling in tellings if telling.days is None]
    clusters, left = join_undated(merge(tellings, weights), undated, published, weights)
    clusters += opening_clusters(clusters, left, documents)
    kept = [cluster for cluster in clusters if stands_alone(cluster)]
    return _events(kept, {document.id: document for document in documents}, names)


def stands_alone(cluster: Cluster) -> bool:
    """Whether a cluster is an event by itself: what one person says in the first person about a day is none."""
    return not all(telling.quoted and len(telling.names) == 0 for telling in cluster.supporting)


def _events(clusters: Sequence[Cluster], documents: Mapping[str, Document], names: Names) -> tuple[Event, ...]:
    days = [calendar.ordinal(document.dct) for document in documents.values() if document.dct]
    first = min(days, default=None)
    counts = [outlets(_quotes(cluster, documents), documents) for cluster in clusters]
    figures = [importance(cluster, count, first) for cluster, count in zip(clusters, counts, strict=True)]
    highest = max(figures, default=1.0)
    events = [
        _event(cluster, count, figure / highest, documents, names)
        for cluster, count, figure in zip(clusters, counts, figures, strict=True)
    ]
    return _with_ids(sorted(events, key=_order))


def _order(event: Event) -> tuple[calendar.Day, calendar.Day, str]:
    days = calendar.period(event.value) or calendar.Period(0, 0)
    return days.first, days.last, event.id


def _quotes(cluster: Cluster, documents: Mapping[str, Document]) -> dict[str, list[str]]:
    quotes: dict[str, list[str]] = defaultdict(list)
    for telling in cluster.tellings:
        mention = telling.mention
        quotes[mention.document].append(mention.sentence.of(documents[mention.document].text))
    return quotes


def _event(cluster: Cluster, outlet_count: int, score: float, documents: Mapping[str, Document], names: Names) -> Event:
    above = headline(cluster, documents, names)
    evidence = sorted(_evidence(cluster, documents), key=_best_first)
    main = evidence[0].mention.timex
    return Event(
        id=f"{cluster.value.lower().replace(':', '')}-{slug(above)}",
        value=cluster.value,
        until=main.until if main else None,
        approximate=_is_approximate(cluster),
        planned=is_planned(cluster),
        headline=above,
        summary=summary(cluster, documents, above),
        names=_names(cluster, names),
        score=round(score, 4),
        evidence=tuple(evidence),
        outlets=outlet_count,
    )


def _is_approximate(cluster: Cluster) -> bool:
    """Whether every source that names the date hedges it."""
    timexes = [telling.mention.timex for telling in cluster.supporting]
    return all(timex is None or timex.mod in ("START", "MID", "END", "APPROX") for timex in timexes)


_RANK: dict[Verdict, int] = {"supports": 0, "coarser": 1, "undated": 2, "disagrees": 3}


def _best_first(evidence: Evidence) -> tuple[int, str, Span]:
    return _RANK[evidence.verdict], evidence.mention.document, evidence.mention.sentence


def _evidence(cluster: Cluster, documents: Mapping[str, Document]) -> list[Evidence]:
    """One piece of evidence a sentence, with the strongest verdict that a clause of it bears."""
    best: dict[tuple[str, Span], tuple[Telling, Verdict]] = {}
    for telling, verdict in cluster.members:
        key = telling.mention.document, telling.mention.sentence
        if key not in best or _RANK[verdict] < _RANK[best[key][1]]:
            best[key] = telling, verdict
    return [
        Evidence(telling.mention, key[1].of(documents[key[0]].text), _explanation(telling), verdict)
        for key, (telling, verdict) in best.items()
    ]


def _explanation(telling: Telling) -> str:
    timex = telling.mention.timex
    if timex:
        return timex.explanation
    if telling.mention.value:
        return "No expression of time: the article opens with it as the news of the day it was published."
    return "No expression of time: it joins by what it tells."


def _names(cluster: Cluster, names: Names) -> tuple[str, ...]:
    counts = Counter(name for telling in cluster.tellings for name in telling.names)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))[:NAMES_SHOWN]
    return tuple(names.shown.get(name, name) for name in ranked)


def slug(text: str, longest: int = 60) -> str:
    """A text as the safe part of an address: small letters, digits and hyphens.

    >>> slug("Putin meets Orbán, in Moscow")
    'putin-meets-orban-in-moscow'
    """
    cut = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:longest]
    return cut.rsplit("-", 1)[0] if len(cut) == longest else cut or "event"


def _with_ids(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with ids that are unique: those that would be alike are numbered in order."""
    seen: Counter[str] = Counter()
    result = []
    for event in events:
        seen[event.id] += 1
        result.append(event if seen[event.id] == 1 else replace(event, id=f"{event.id}-{seen[event.id]}"))
    return tuple(result)
