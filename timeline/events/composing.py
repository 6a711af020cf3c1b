"""A cluster → the event that readers see: headline, summary, names, evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from timeline.events.clusters import Cluster
from timeline.events.headline import Candidate
from timeline.events.identity import identify
from timeline.events.independence import outlets
from timeline.events.names import Names
from timeline.events.ranking import is_planned
from timeline.events.summary import summary
from timeline.events.tellings import Telling
from timeline.model import Document, Event, Evidence, Span, Verdict

NAMES_SHOWN = 8


def compose(
    cluster: Cluster,
    above: Candidate,
    score: float,
    outlet_count: int,
    documents: Mapping[str, Document],
    names: Names,
    further: Iterable[Evidence] = (),
) -> Event:
    """The event of a cluster; `documents` by id, `score` from 0.0 to 1.0, `further` what they tell of it besides."""
    founded = sorted(_evidence(cluster, documents), key=_best_first)
    evidence = sorted([*founded, *further], key=_best_first)
    main = founded[0].mention.timex
    return Event(
        id=identify(cluster, documents),
        value=cluster.value,
        until=main.until if main else None,
        approximate=_is_approximate(cluster),
        planned=is_planned(cluster),
        headline=above.text,
        summary=summary(cluster, documents, above.text),
        names=_names(cluster, names),
        score=round(score, 4),
        evidence=tuple(evidence),
        outlets=outlet_count,
    )


def count_outlets(cluster: Cluster, documents: Mapping[str, Document]) -> int:
    """How many independent outlets tell a cluster."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for telling in cluster.tellings:
        mention = telling.mention
        quotes[mention.document].append(mention.sentence.of(documents[mention.document].text))
    return outlets(quotes, documents)


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
    ranked = sorted((name for name in counts if name in names.shown), key=lambda name: (-counts[name], name))
    return tuple(names.shown[name] for name in ranked[:NAMES_SHOWN])
