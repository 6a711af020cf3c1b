"""How much an event matters in its timeline."""

from __future__ import annotations

import math

from timeline import calendar
from timeline.events.clusters import Cluster
from timeline.model import Grain

# A coarse date is mostly background: the year in which something once began.
_BY_GRAIN = {Grain.WEEK: 0.8, Grain.MONTH: 0.6, Grain.SEASON: 0.5, Grain.QUARTER: 0.5, Grain.HALF: 0.4}
_COARSE = 0.25
PLANNED = 0.7
BACKGROUND = 0.5  # what happened long before the first document was published
LONG_BEFORE = 60  # days


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
