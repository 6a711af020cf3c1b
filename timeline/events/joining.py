"""What names another day, a coarser one or none, joins the happening that it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline import calendar
from timeline.events.clusters import Cluster, joined
from timeline.events.index import Days
from timeline.events.repeating import Repeated
from timeline.events.similarity import (
    SOME_WORDS,
    Likeness,
    Weights,
    compare,
    cosine_of_terms,
    strength,
    strength_of,
)
from timeline.events.tellings import Telling
from timeline.model import Grain

# Set on the development stories; docs/events.md says what each of them does.
COARSER = 0.42
OTHER_DAY = 0.62
SAME_PEOPLE = 1.5
FORESEEN = 0.15  # what a plan for about that day adds to the likeness of what then happened
NEAR_DAYS = 2  # how far apart two days may be that sources give to one happening


def settle_days(clusters: Sequence[Cluster], weights: Weights) -> list[Cluster]:
    """Joins clusters of near days that tell the same in nearly every word; the day of more documents wins.

    What happened wins over a plan for another day. A date that is only named in passing disputes no other.
    """
    firm = [cluster for cluster in clusters if not _is_in_passing(cluster)]
    kept: list[Cluster] = []
    index = Days(weights)
    for cluster in sorted(firm, key=_firmest_first):
        best = _same_but_for_the_day(cluster, kept, index, weights)
        if best is None:
            index.add(len(kept), cluster.days.first, cluster.tellings)
            kept.append(cluster)
        else:
            kept[best] = joined(kept[best], cluster.tellings, "disagrees")
    return kept + [cluster for cluster in clusters if _is_in_passing(cluster)]


def _is_in_passing(cluster: Cluster) -> bool:
    return all(telling.weak for telling in cluster.tellings)


def _firmest_first(cluster: Cluster) -> tuple[bool, int, str]:
    return all(telling.planned for telling in cluster.tellings), -len(cluster.documents), cluster.value


def _same_but_for_the_day(cluster: Cluster, kept: Sequence[Cluster], index: Days, weights: Weights) -> int | None:
    """The place of the cluster that tells the same happening on another day; its documents must be others."""
    day = cluster.days.first
    places = {place for one in cluster.tellings for place in index.near(one, day - NEAR_DAYS, day + NEAR_DAYS)}
    found = []
    for place in places:
        other = kept[place]
        if cluster.documents & other.documents or other.days.first == day:
            continue
        pairs = [(one, two, compare(one, two, weights)) for one in cluster.tellings for two in other.supporting]
        if any(_differ_in_the_day_only(*pair) for pair in pairs):
            found.append((max(strength_of(*pair) for pair in pairs), -place))
    return -max(found)[1] if found else None


def _differ_in_the_day_only(one: Telling, other: Telling, likeness: Likeness) -> bool:
    """Whether two tellings agree in nearly everything, or in several names that stand in few others."""
    many = likeness.names >= 0.9 and likeness.shared >= SAME_PEOPLE
    return many or strength_of(one, other, likeness) >= OTHER_DAY - FORESEEN * (one.planned != other.planned)


def join_coarser(
    clusters: Iterable[Cluster], tellings: Iterable[Telling], weights: Weights
) -> tuple[list[Cluster], list[Telling]]:
    """Adds each coarser telling to the cluster inside its period that it is most alike; returns those left over."""
    result, left = list(clusters), []
    index = _indexed(result, weights)
    for telling in tellings:
        place = _place_of_coarser(telling, result, index, weights)
        if place is None:
            left.append(telling)
        else:
            result[place] = joined(result[place], [telling], "coarser")
    return result, left


def _place_of_coarser(telling: Telling, clusters: Sequence[Cluster], index: Days, weights: Weights) -> int | None:
    """The place of the cluster inside its period that a coarser telling is most alike; None where none is alike."""
    best = _best(telling, _inside(telling, clusters, index, weights), weights)
    if best is None:
        return None
    least = COARSER - FORESEEN * _foresees(telling, clusters[best[1]])
    return best[1] if best[0] >= least else None


def _foresees(telling: Telling, cluster: Cluster) -> bool:
    """Whether a telling is the plan of what a cluster tells to have happened."""
    soon = (telling.grain or Grain.DAY) <= Grain.MONTH
    return telling.planned and soon and not all(other.planned for other in cluster.tellings)


def join_coarse_clusters(clusters: Sequence[Cluster], days: Sequence[Cluster], weights: Weights) -> list[Cluster]:
    """Both lists as one; a cluster of a week or a month becomes part of the day inside it that it is most alike."""
    kept, left, result = [], [], list(days)
    index = _indexed(result, weights)
    for cluster in clusters:
        if not Grain.DAY < (calendar.grain(cluster.value) or Grain.DAY) <= Grain.MONTH:
            kept.append(cluster)
            continue
        place = _place_of_coarser(cluster.tellings[0], result, index, weights)
        if place is None:
            left.append(cluster)
        else:
            result[place] = joined(result[place], cluster.tellings, "coarser")
    return kept + left + result


def _inside(telling: Telling, clusters: Sequence[Cluster], index: Days, weights: Weights) -> dict[int, Cluster]:
    """The clusters whose day lies in the telling's period, one of whose tellings has some word in common with it."""
    days = telling.days or calendar.Period(0, -1)
    found = {place: clusters[place] for place in sorted(index.near(telling, days.first, days.last))}
    return {
        place: cluster
        for place, cluster in found.items()
        if (telling.planned or not _is_ahead(telling.mention.document, cluster))
        and any(cosine_of_terms(telling, member, weights) >= SOME_WORDS for member in cluster.supporting)
    }


def _is_ahead(document: str, cluster: Cluster) -> bool:
    """Whether a document itself tells a cluster as something to come, which nothing that it tells as past can be."""
    own = [telling for telling in cluster.tellings if telling.mention.document == document]
    return bool(own) and all(telling.planned for telling in own)


def join_undated(
    clusters: Iterable[Cluster], tellings: Iterable[Telling], published: Mapping[str, calendar.Day], weights: Weights
) -> tuple[list[Cluster], list[Telling]]:
    """Adds to each cluster the undated sentences that repeat it, one a document; returns the sentences left over.

    `published`: document id → day of publication. A document that already tells the event with a date adds none.
    """
    result, left = list(clusters), []
    known = Repeated(tuple(result), weights)
    scored = []
    for telling in tellings:
        day = published.get(telling.mention.document)
        repeated = known.by(telling, day) if day is not None else {}
        scored.append((telling, _best(telling, repeated, weights)))
    for telling, best in sorted(scored, key=lambda item: -(item[1][0] if item[1] else 0.0)):
        if best and telling.mention.document not in result[best[1]].documents:
            result[best[1]] = joined(result[best[1]], [telling], "undated")
        else:
            left.append(telling)
    return result, left


def _best(telling: Telling, clusters: Mapping[int, Cluster], weights: Weights) -> tuple[float, int] | None:
    """Likeness and place of the cluster that a telling is most alike; the first where several are."""
    found = []
    for place, cluster in clusters.items():
        scores = [strength(telling, member, weights) for member in cluster.supporting]
        found.append((0.5 * max(scores) + 0.5 * sum(scores) / len(scores), -place))
    return (max(found)[0], -max(found)[1]) if found else None


def _indexed(clusters: Iterable[Cluster], weights: Weights) -> Days:
    """An index of clusters by their days, the tellings that name them and the places in their list."""
    index = Days(weights)
    for place, cluster in enumerate(clusters):
        index.add(place, cluster.days.first, cluster.supporting)
    return index
