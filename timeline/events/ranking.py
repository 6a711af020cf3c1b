"""How much an event matters in its timeline, and how many events are enough."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from timeline import calendar
from timeline.events.clusters import Cluster
from timeline.events.vectors import length, rarity
from timeline.model import Event, Grain

# A coarse date is mostly background: the year in which something once began.
_BY_GRAIN = {Grain.WEEK: 0.8, Grain.MONTH: 0.6, Grain.SEASON: 0.5, Grain.QUARTER: 0.5, Grain.HALF: 0.4}
_COARSE = 0.25
PLANNED = 0.7
BACKGROUND = 0.5  # what happened long before the first document was published
LONG_BEFORE = 60  # days
ON_TOPIC = 0.25  # 0.0: what the timeline is about is no matter; 1.0: an event counts in proportion to it
FEW = 10  # so many events are never too many
LEAST = 0.25  # of the mean score of the best ten, from which on an event is a key event


def scores(clusters: Sequence[Cluster], outlets: Sequence[int], first_published: calendar.Day | None) -> list[float]:
    """A figure for each cluster, 1.0 the highest; `outlets` tells how many independent ones stand behind each."""
    figures = [
        importance(cluster, count, first_published) * near**ON_TOPIC
        for cluster, count, near in zip(clusters, outlets, nearness(clusters), strict=True)
    ]
    highest = max(figures, default=0.0)
    return [figure / highest if highest else 1.0 for figure in figures]


def key_count(events: Sequence[Event]) -> int:
    """How many events to show where nobody says: ten, and as many more as are pinned or nearly matter as much as those.

    In a timeline of a few great events and much detail that is little more than ten, in one of many equal events all.
    """
    ranked = sorted((event.score for event in events), reverse=True)
    least = LEAST * sum(ranked[:FEW]) / FEW
    return max(min(FEW, len(ranked)), sum(event.pinned or event.score >= least for event in events))


def nearness(clusters: Sequence[Cluster]) -> list[float]:
    """How near each cluster is to what all of them are about, over the mean; that of its nearest telling.

    What they are about: the names and words that many documents have, weighted by rarity; the same measure as in the
    digest of a big collection.
    """
    bags = [[telling.names | telling.terms for telling in cluster.tellings] for cluster in clusters]
    weights = rarity(bag for own in bags for bag in own)
    having: dict[str, set[str]] = defaultdict(set)
    for cluster, own in zip(clusters, bags, strict=True):
        for telling, bag in zip(cluster.tellings, own, strict=True):
            for word in bag:
                having[word].add(telling.mention.document)
    centre = {word: len(documents) * weights[word] for word, documents in having.items()}
    found = [max((_projection(bag, centre, weights) for bag in own), default=0.0) for own in bags]
    mean = sum(found) / len(found) if found else 0.0
    return [figure / mean if mean else 1.0 for figure in found]


def _projection(bag: frozenset[str], centre: dict[str, float], weights: dict[str, float]) -> float:
    """The cosine of a bag of words with the centre, times the centre's length."""
    size = length(bag, weights)
    return sum(weights[word] * centre[word] for word in sorted(bag)) / size if size else 0.0


def importance(cluster: Cluster, outlets: int, first_published: calendar.Day | None) -> float:
    """A figure above 0: independent outlets, documents, how early they tell it, against coarse and distant dates."""
    documents = len({telling.mention.document for telling in cluster.tellings})
    opening = sum(1 for telling in cluster.tellings if telling.place <= 1)
    figure = (
        outlets + 0.3 * (documents - outlets) + 0.5 * min(opening, documents) + 0.2 * math.log(len(cluster.tellings))
    )
    coarseness = calendar.grain(cluster.value) or Grain.YEAR
    if coarseness > Grain.DAY:
        figure *= _BY_GRAIN.get(coarseness, _COARSE)
    if is_planned(cluster):
        figure *= PLANNED
    days = calendar.period(cluster.value)
    if days and first_published is not None and days.last < first_published - LONG_BEFORE:
        figure *= BACKGROUND
    return figure


def is_planned(cluster: Cluster) -> bool:
    """Whether it is only told as something to come."""
    return all(telling.planned for telling in cluster.supporting)
