"""Which events matter, and how many of them are shown where nobody says."""

from __future__ import annotations

import pytest

from tests.events.story import document, events
from timeline.events import key_count
from timeline.model import Event


def event(score: float, *, pinned: bool = False) -> Event:
    return Event(
        id=f"event-{score}",
        value="2021-03-03",
        until=None,
        approximate=False,
        planned=False,
        headline="The dam gives way",
        summary="",
        names=(),
        score=score,
        evidence=(),
        outlets=1,
        pinned=pinned,
    )


COUNTS = [
    ("none", [], 0),
    ("a few", [1.0, 0.1, 0.01], 3),
    ("ten, of which one towers", [1.0] + [0.01] * 40, 10 + 0),
    ("many equal ones", [0.8] * 60, 60),
    ("many nearly equal ones", [1.0] * 20 + [0.3] * 20 + [0.2] * 20, 40),
    ("nothing but background", [0.0] * 12, 12),
]


@pytest.mark.parametrize(("scores", "count"), [row[1:] for row in COUNTS], ids=[row[0] for row in COUNTS])
def test_ten_events_and_those_that_matter_as_much_are_key_events(scores: list[float], count: int) -> None:
    assert key_count([event(score) for score in scores]) == count


def test_a_pinned_event_is_shown_beside_those_that_matter() -> None:
    great = [event(1.0)] * 12
    assert key_count([*great, event(0.0)]) == 12
    assert key_count([*great, event(0.0, pinned=True)]) == 13


def test_what_the_story_is_about_ranks_above_what_only_happened_then() -> None:
    documents = [
        document("a", "2021-03-04", "The Orrin dam gave way on Wednesday and water flooded the valley."),
        document("c", "2021-03-09", "The county opened the Millbrook fair with a parade of tractors on Saturday."),
        document("d", "2021-03-12", "Water from the Orrin dam reached the valley of Tarn on Wednesday."),
    ]
    told = {item.value: item.score for item in events(*documents)}
    assert told["2021-03-06"] < told["2021-03-10"]
    assert max(told.values()) == 1.0
