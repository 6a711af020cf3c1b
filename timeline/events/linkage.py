"""Bottom-up clustering over few pairs out of many."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]
"""two different places of a list, the smaller first"""


def agglomerate(count: int, likeness: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Groups of the places 0 to `count` - 1: the strongest link is joined first, while it reaches the threshold.

    The link of two groups lies halfway between the best and the mean likeness of their pairs; a pair that `likeness`
    does not hold counts 0. Ties go to the groups that begin first. Time: n log n in the number of pairs.
    """
    groups = {place: [place] for place in range(count)}
    beside: dict[int, dict[int, tuple[float, float]]] = {place: {} for place in range(count)}
    for (one, other), figure in likeness.items():
        beside[one][other] = beside[other][one] = (figure, figure)
    heap = [(-figure, one, other, one, other) for (one, other), figure in likeness.items() if figure >= threshold]
    heapq.heapify(heap)
    number = count
    while heap:
        *_, one, other = heapq.heappop(heap)
        if one not in groups or other not in groups:
            continue  # joined meanwhile
        groups[number] = sorted(groups.pop(one) + groups.pop(other))
        beside[number] = _joined(beside, one, other)
        for third, (total, best) in beside[number].items():
            del beside[third][one if one in beside[third] else other]
            beside[third].pop(other, None)
            beside[third][number] = total, best
            link = 0.5 * best + 0.5 * total / (len(groups[number]) * len(groups[third]))
            if link >= threshold:
                first, second = sorted((number, third), key=lambda key: groups[key][0])
                heapq.heappush(heap, (-link, groups[first][0], groups[second][0], first, second))
        number += 1
    return sorted(groups.values())


def _joined(beside: dict[int, dict[int, tuple[float, float]]], one: int, other: int) -> dict[int, tuple[float, float]]:
    """What stands beside two groups that become one: the sum and the best of the pairs with each third."""
    first, second = beside.pop(one), beside.pop(other)
    return {
        third: (
            first.get(third, _NONE)[0] + second.get(third, _NONE)[0],
            max(first.get(third, _NONE)[1], second.get(third, _NONE)[1]),
        )
        for third in first.keys() | second.keys()
        if third not in (one, other)
    }


_NONE = (0.0, 0.0)
