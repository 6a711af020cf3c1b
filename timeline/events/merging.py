"""Tellings → clusters, one a happening: gated by date and names, decided by content.

The day is settled first: tellings of one day are brought together bottom-up by average linkage. Then coarser tellings
('last week') join the day inside their period that they are most alike, tellings that name another day join where
nearly everything but the day agrees, and tellings without a date join the event that they repeat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from timeline import calendar
from timeline.events.similarity import ENOUGH, Weights, compare
from timeline.events.tellings import Telling
from timeline.model import Grain, Verdict

# Set on the development stories; docs/events.md says what each of them does.
SAME_DAY = 0.33
COARSER = 0.42
SOME_WORDS = 0.05
OTHER_DAY = 0.62
SAME_PEOPLE = 1.5
REPEATED_WORDS = 0.6
SEVERAL = 3
REPEATED_NAMES = 1.9
REPEATED_AT_LEAST = 0.15
REPEATED_TOGETHER = 1.4
APART = -9.0
NAMELESS = 0.8  # how far content alone goes
SAME_TEXT = 0.1  # what one text adds that names the same people twice on one day
FORESEEN = 0.15  # what a plan for the very day adds to the likeness of what then happened
NEAR_DAYS = 2  # how far apart two days may be that sources give to one happening
REPEATED_WITHIN = 4  # days before publication in which an undated sentence may have happened
NEWS_WITHIN = 2  # the same for the heading and the first sentence, which tell the news


@dataclass(frozen=True, slots=True)
class Cluster:
    """The tellings of one happening, each with what it says about the date."""

    value: str
    """'2022-01-26'"""
    members: tuple[tuple[Telling, Verdict], ...]
    """in order of document and text"""

    @property
    def supporting(self) -> list[Telling]:
        """The members that name the date itself."""
        return [telling for telling, verdict in self.members if verdict == "supports"]

    @property
    def tellings(self) -> list[Telling]:
        """All members."""
        return [telling for telling, _ in self.members]


def strength(one: Telling, other: Telling, weights: Weights) -> float:
    """One figure for how alike two tellings are, 0.0 to 1.0: names and content, or content alone without names."""
    likeness = compare(one, other, weights)
    content = min(1.0, 2.0 * likeness.terms)
    together = 0.5 * likeness.names + 0.5 * content
    return together if one.names and other.names else max(together, NAMELESS * content)


def merge(tellings: Sequence[Telling], weights: Weights) -> list[Cluster]:
    """The clusters of a collection's dated tellings; those without a date join by `join_undated`."""
    dated = [telling for telling in tellings if telling.days is not None]
    exact = [telling for telling in dated if telling.grain is not None and telling.grain <= Grain.DAY]
    coarse = [telling for telling in dated if telling.grain is not None and telling.grain > Grain.DAY]
    clusters = _settle_days(_by_period(exact, SAME_DAY, weights), weights)
    left = []
    for telling in coarse:
        best = _best(telling, clusters, weights, partial(_may_be_coarser, weights=weights))
        if best is not None and best[0] >= COARSER:
            clusters[best[1]] = _joined(clusters[best[1]], telling, "coarser")
        else:
            left.append(telling)
    return clusters + _by_period(left, SAME_DAY, weights)


def _by_period(tellings: Iterable[Telling], threshold: float, weights: Weights) -> list[Cluster]:
    """Clusters of tellings that can mean just the same days."""
    groups: dict[calendar.Period | None, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[telling.days].append(telling)
    merged = [members for group in groups.values() for members in _agglomerate(group, threshold, weights)]
    return [_cluster(_common_value(members), members, "supports") for members in merged]


def _cluster(value: str, members: Iterable[Telling], verdict: Verdict) -> Cluster:
    return Cluster(value, tuple((member, verdict) for member in members))


def _common_value(members: Sequence[Telling]) -> str:
    """The value that most members give, the finer one where they are even."""
    values = [member.mention.value or "" for member in members]
    return min(values, key=lambda value: (-values.count(value), calendar.grain(value) or Grain.YEAR, value))


def _agglomerate(group: Sequence[Telling], threshold: float, weights: Weights) -> list[list[Telling]]:
    """Average linkage, the strongest link first, ties by order of the input."""
    likeness = {(i, j): _pair(group[i], group[j], weights) for i, j in combinations(range(len(group)), 2)}
    clusters = [[place] for place in range(len(group))]
    while len(clusters) > 1:
        score, one, other = max(
            ((_link(a, b, likeness), -i, -j) for (i, a), (j, b) in combinations(enumerate(clusters), 2)),
        )
        if score < threshold:
            break
        clusters[-one] = sorted(clusters[-one] + clusters[-other])
        del clusters[-other]
    return [[group[place] for place in cluster] for cluster in clusters]


def _pair(one: Telling, other: Telling, weights: Weights) -> float:
    """How alike two tellings of one day are; two clauses of one sentence were parted because they tell two things."""
    first, second = one.mention, other.mention
    if (first.document, first.sentence) == (second.document, second.sentence):
        return APART
    figure = strength(one, other, weights)
    if one.planned != other.planned:
        figure += FORESEEN
    if first.document == second.document and compare(one, other, weights).shared >= ENOUGH:
        figure += SAME_TEXT
    return figure


def _link(one: Sequence[int], other: Sequence[int], likeness: dict[tuple[int, int], float]) -> float:
    """Halfway between the best and the mean likeness of two clusters' members."""
    scores = [likeness[min(a, b), max(a, b)] for a in one for b in other]
    return 0.5 * max(scores) + 0.5 * sum(scores) / len(scores)


def _best(
    telling: Telling, clusters: Sequence[Cluster], weights: Weights, may: Callable[[Telling, Cluster], bool]
) -> tuple[float, int] | None:
    """The cluster that a telling is most alike, with the figure, among those that it may belong to."""
    found = []
    for place, cluster in enumerate(clusters):
        if may(telling, cluster):
            scores = [strength(telling, member, weights) for member in cluster.supporting]
            found.append((0.5 * max(scores) + 0.5 * sum(scores) / len(scores), -place))
    return (max(found)[0], -max(found)[1]) if found else None


def _may_be_coarser(telling: Telling, cluster: Cluster, weights: Weights) -> bool:
    """Whether the cluster's day lies in the telling's period, and one of its tellings has some word in common."""
    days = calendar.period(cluster.value)
    if telling.days is None or days is None or not telling.days.contains(days):
        return False
    return any(compare(telling, member, weights).terms >= SOME_WORDS for member in cluster.supporting)


def _joined(cluster: Cluster, telling: Telling, verdict: Verdict) -> Cluster:
    return Cluster(cluster.value, (*cluster.members, (telling, verdict)))


def _settle_days(clusters: Sequence[Cluster], weights: Weights) -> list[Cluster]:
    """Joins clusters of near days that tell the same in nearly every word; the day of more documents wins."""
    ranked = sorted(clusters, key=lambda cluster: (-len(_documents(cluster)), cluster.value))
    kept: list[Cluster] = []
    for cluster in ranked:
        best = _same_but_for_the_day(cluster, kept, weights)
        if best is None:
            kept.append(cluster)
        else:
            members = _cluster(cluster.value, cluster.tellings, "disagrees").members
            kept[best] = Cluster(kept[best].value, kept[best].members + members)
    return kept


def _same_but_for_the_day(cluster: Cluster, kept: Sequence[Cluster], weights: Weights) -> int | None:
    """The place of the cluster that tells the same happening on another day; its documents must be others."""
    found = []
    for place, other in enumerate(kept):
        if _documents(cluster) & _documents(other) or not _near(cluster, other):
            continue
        pairs = [(a, b) for a in cluster.tellings for b in other.supporting]
        if any(_differ_in_the_day_only(a, b, weights) for a, b in pairs):
            found.append((max(strength(a, b, weights) for a, b in pairs), -place))
    return -max(found)[1] if found else None


def _differ_in_the_day_only(one: Telling, other: Telling, weights: Weights) -> bool:
    """Whether two tellings agree in nearly everything, or in several names that stand in few others."""
    likeness = compare(one, other, weights)
    return strength(one, other, weights) >= OTHER_DAY or (likeness.names >= 0.9 and likeness.shared >= SAME_PEOPLE)


def _near(one: Cluster, other: Cluster) -> bool:
    first, second = calendar.period(one.value), calendar.period(other.value)
    return first is not None and second is not None and 0 < abs(first.first - second.first) <= NEAR_DAYS


def _documents(cluster: Cluster) -> set[str]:
    return {telling.mention.document for telling in cluster.tellings}


def join_undated(
    clusters: Sequence[Cluster], tellings: Iterable[Telling], published: dict[str, calendar.Day], weights: Weights
) -> tuple[list[Cluster], list[Telling]]:
    """Adds to each cluster the undated sentences that repeat it, one a document; returns the sentences left over.

    `published`: document id → day of publication. A document that already tells the event with a date adds none.
    """
    result = list(clusters)

    def may(telling: Telling, cluster: Cluster) -> bool:
        days, day = calendar.period(cluster.value), published.get(telling.mention.document)
        if days is None or day is None or days.last > day or telling.mention.document in _documents(cluster):
            return False
        near = days.last >= day - (NEWS_WITHIN if telling.place <= 1 else REPEATED_WITHIN)
        return any(_repeats(telling, member, weights, near) for member in cluster.supporting)

    left = []
    scored = [(telling, _best(telling, result, weights, may)) for telling in tellings]
    for telling, best in sorted(scored, key=lambda item: -(item[1][0] if item[1] else 0.0)):
        if best and telling.mention.document not in _documents(result[best[1]]):
            result[best[1]] = _joined(result[best[1]], telling, "undated")
        else:
            left.append(telling)
    return result, left


def _repeats(telling: Telling, member: Telling, weights: Weights, near: bool) -> bool:
    """Whether a sentence without a date tells the same: rare names in common, or some names and much content.

    `near`: it was published in the days after; what lies further back must be told in nearly the same words.
    """
    likeness = compare(telling, member, weights)
    if not near or not telling.names or not member.names:
        return likeness.terms >= REPEATED_WORDS and len(telling.terms & member.terms) >= SEVERAL
    if likeness.shared >= REPEATED_NAMES:
        return True
    return likeness.terms >= REPEATED_AT_LEAST and likeness.shared + 2.3 * likeness.terms >= REPEATED_TOGETHER
