"""Tellings of one day → clusters, one a happening: gated by date and names, decided by content.

Tellings of one day are brought together bottom-up; what names another day, or none, joins in `joining`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline import calendar
from timeline.events.clusters import Cluster, cluster_of
from timeline.events.index import pairs
from timeline.events.joining import FORESEEN, join_coarser, settle_days
from timeline.events.linkage import agglomerate
from timeline.events.similarity import SOME_WORDS, Weights, compare, strength_of
from timeline.events.tellings import Telling
from timeline.model import Grain

# Set on the development stories; docs/events.md says what each of them does.
SAME_DAY = 0.33
APART = -9.0
SAME_PEOPLE = 0.9  # weight of the names in common that make them the same people
SAME_TEXT = 0.1  # what one text adds that names the same people twice on one day


def merge(tellings: Sequence[Telling], weights: Weights) -> list[Cluster]:
    """The clusters of a collection's dated tellings; those without a date join by `joining.join_undated`."""
    dated = [telling for telling in tellings if telling.days is not None]
    exact = [telling for telling in dated if telling.grain is not None and telling.grain <= Grain.DAY]
    coarse = [telling for telling in dated if telling.grain is not None and telling.grain > Grain.DAY]
    clusters, left = join_coarser(settle_days(_by_period(exact, weights), weights), coarse, weights)
    return clusters + _by_period(left, weights)


def _by_period(tellings: Iterable[Telling], weights: Weights) -> list[Cluster]:
    """Clusters of tellings that can mean just the same days."""
    groups: dict[calendar.Period | None, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[telling.days].append(telling)
    merged = [members for group in groups.values() for members in _merged(group, weights)]
    return [cluster_of(_common_value(members), members, "supports") for members in merged]


def _merged(group: Sequence[Telling], weights: Weights) -> list[list[Telling]]:
    """The tellings of one day in groups, one a happening."""
    likeness = {(i, j): _pair(group[i], group[j], weights) for i, j in pairs(group, weights)}
    return [[group[place] for place in places] for places in agglomerate(len(group), likeness, SAME_DAY)]


def _common_value(members: Sequence[Telling]) -> str:
    """The value that most members give, the finer one where they are even."""
    values = [member.mention.value or "" for member in members]
    return min(values, key=lambda value: (-values.count(value), calendar.grain(value) or Grain.YEAR, value))


def _pair(one: Telling, other: Telling, weights: Weights) -> float:
    """How alike two tellings of one day are; two clauses of one sentence were parted because they tell two things."""
    first, second = one.mention, other.mention
    if (first.document, first.sentence) == (second.document, second.sentence):
        return APART
    likeness = compare(one, other, weights)
    figure = strength_of(one, other, likeness)
    if first.document == second.document and likeness.terms < SOME_WORDS and _do_different_things(one, other):
        return APART
    if one.planned != other.planned:
        figure += FORESEEN
    if first.document == second.document and likeness.shared >= SAME_PEOPLE:
        figure += SAME_TEXT
    return figure


def _do_different_things(one: Telling, other: Telling) -> bool:
    """Whether two people act, with one name in common: 'Johnson met Zelenskyy', 'Zelenskyy signed a decree'."""
    actors = {one.actor, other.actor}
    return None not in actors and len(actors) == 2 and len(one.names & other.names) < 2
