"""Bottom-up clustering, held against the plain way to do it."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from timeline.events.linkage import Pair, agglomerate


def link(one: list[int], other: list[int], likeness: dict[Pair, float]) -> float:
    """Halfway between the best and the mean likeness of two groups."""
    scores = [likeness.get((min(a, b), max(a, b)), 0.0) for a in one for b in other]
    return 0.5 * max(scores) + 0.5 * sum(scores) / len(scores)


def plainly(count: int, likeness: dict[Pair, float], threshold: float) -> list[list[int]]:
    """The same by comparing every two groups at every step."""
    groups = [[place] for place in range(count)]
    while True:
        links = [(link(a, b, likeness), -a[0], -b[0]) for a, b in combinations(sorted(groups), 2)]
        if not links or max(links)[0] < threshold:
            return sorted(groups)
        _, first, second = max(links)
        pair = [group for group in groups if group[0] in (-first, -second)]
        groups = [group for group in groups if group not in pair] + [sorted(pair[0] + pair[1])]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, dict[Pair, float]]:
    """Some places and the likeness of some pairs of them, in sixty-fourths so that sums are exact."""
    count = draw(st.integers(0, 8))
    figures = st.integers(-64, 64).map(lambda number: number / 64)
    return count, {pair: draw(figures) for pair in combinations(range(count), 2) if draw(st.booleans())}


@given(graphs())
def test_few_pairs_give_what_all_pairs_give(graph: tuple[int, dict[Pair, float]]) -> None:
    count, likeness = graph
    found = agglomerate(count, likeness, 0.33)
    assert sorted(place for group in found for place in group) == list(range(count))
    assert found == plainly(count, likeness, 0.33)


def test_a_weak_member_is_left_out() -> None:
    likeness = {(0, 1): 0.9, (1, 2): 0.4, (0, 2): -9.0}
    assert agglomerate(3, likeness, 0.33) == [[0, 1], [2]]


def test_nothing_is_nothing() -> None:
    assert agglomerate(0, {}, 0.5) == []
    assert agglomerate(2, {}, 0.5) == [[0], [1]]
