"""Sentences that repeat an event are found by their words as they would be by comparing them with everything."""

from __future__ import annotations

import random

from timeline import calendar
from timeline.events.clusters import Cluster, cluster_of
from timeline.events.repeating import RECALLED_WITHIN, REPEATED_WITHIN, Repeated, _repeats
from timeline.events.similarity import Weights, weigh
from timeline.events.tellings import Telling
from timeline.model import Grain, Mention, Span

FIRST = 738000


def _telling(chance: random.Random, number: int, day: int | None) -> Telling:
    """A telling of random names and words, without a date where no day is given."""
    value = calendar.iso(day) if day else None
    return Telling(
        mention=Mention(f"document-{number % 60}", Span(number, number + 1), None, value),
        clause=Span(number, number + 1),
        subject=None,
        days=calendar.Period(day, day) if day else None,
        grain=Grain.DAY if day else None,
        actor=None,
        names=frozenset(f"n{chance.randrange(14)}" for _ in range(chance.randrange(4))),
        implied=frozenset(f"n{chance.randrange(14)}" for _ in range(chance.randrange(2))),
        terms=frozenset(f"w{chance.randrange(24)}" for _ in range(chance.randrange(6))),
        place=5,
        planned=False,
        weak=False,
    )


def _by_comparing(telling: Telling, day: int, clusters: list[Cluster], weights: Weights) -> list[int]:
    found = []
    for place, cluster in enumerate(clusters):
        far, last = cluster.days.first < day - RECALLED_WITHIN, cluster.days.last
        if far or last > day or telling.mention.document in cluster.documents:
            continue
        near = last >= day - REPEATED_WITHIN
        if any(_repeats(telling, member, weights, near=near) for member in cluster.supporting):
            found.append(place)
    return found


def test_what_a_sentence_repeats_is_found_without_looking_at_the_rest() -> None:
    chance = random.Random(11)
    days = [FIRST + chance.randrange(90) for _ in range(250)]
    members = [[_telling(chance, 7 * place + more, day) for more in range(2)] for place, day in enumerate(days)]
    clusters = [cluster_of(calendar.iso(day), own, "supports") for day, own in zip(days, members, strict=True)]
    sentences = [_telling(chance, 3000 + number, None) for number in range(200)]
    weights = weigh([*(one for own in members for one in own), *sentences])
    repeated, pairs = Repeated(clusters, weights), 0
    for number, sentence in enumerate(sentences):
        day = FIRST + 40 + number % 50
        expected = _by_comparing(sentence, day, clusters, weights)
        assert list(repeated.by(sentence, day)) == expected
        pairs += len(expected)
    assert pairs > 100
