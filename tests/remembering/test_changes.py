"""What is told of the changes from one build to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.story import document, events
from timeline.model import Change, Event, History
from timeline.remembering import remember

DOCUMENT = document("quay-post", "2019-05-10", "The ferry Aurora hit the pier at Tarn Quay on Tuesday.")
[EVENT] = events(DOCUMENT)
OTHER = replace(EVENT, id="2019-05-08-other", value="2019-05-08", headline="Another")


def after(*states: tuple[Event, ...], hidden: tuple[Event, ...] = ()) -> History:
    history = History()
    for state in states:
        history = remember((*state, *hidden), state, history, [DOCUMENT])
    return history


def change(kind: str, event: Event, was: str = "") -> Change:
    return Change(kind, event.id, event.value, event.headline, was, "2019-05-10")  # type: ignore[arg-type]


MOVED = replace(EVENT, value="2019-05-06")
LONGER = replace(EVENT, until="2019-05-09")
TOLD = replace(EVENT, outlets=3)
TAKING = replace(OTHER, id="2019-new", former=(OTHER.id,))
MERGED = replace(EVENT, former=(OTHER.id,))
CASES = [
    ("nothing", (EVENT,), (EVENT,), ()),
    ("new", (EVENT,), (EVENT, OTHER), (change("new", OTHER),)),
    ("moved", (EVENT,), (MOVED,), (change("moved", MOVED, "2019-05-07"),)),
    ("another end", (EVENT,), (LONGER,), (change("moved", LONGER, "2019-05-07"),)),
    ("newly corroborated", (EVENT,), (TOLD,), (change("corroborated", TOLD, "1"),)),
    ("fewer outlets", (TOLD,), (EVENT,), ()),
    ("another headline", (EVENT,), (replace(EVENT, headline="x"),), ()),
    ("gone", (EVENT, OTHER), (EVENT,), (change("gone", OTHER),)),
    ("merged", (EVENT, OTHER), (MERGED,), (replace(change("merged", OTHER, OTHER.id), id=EVENT.id),)),
    ("taken up by a new one", (OTHER,), (TAKING,), (replace(change("merged", OTHER, OTHER.id), id=TAKING.id),)),
]


@pytest.mark.parametrize(("before", "now", "told"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_a_change_is_told_once(before: tuple[Event, ...], now: tuple[Event, ...], told: tuple[Change, ...]) -> None:
    assert after(before, now).changes == ((told,) if told else ())


def test_the_first_build_has_nothing_to_compare_with() -> None:
    assert after((EVENT, OTHER)).changes == ()


def test_a_build_that_changes_nothing_leaves_the_same_history() -> None:
    changed = after((EVENT,), (MOVED, OTHER))
    assert changed.changes
    assert after((EVENT,), (MOVED, OTHER), (MOVED, OTHER)) == changed


def test_changes_are_kept_build_by_build_the_latest_first() -> None:
    history = after((EVENT,), (EVENT, OTHER), (OTHER,))
    assert [[one.kind for one in batch] for batch in history.changes] == [["gone"], ["new"]]


def test_of_what_the_author_hides_nothing_is_told_nor_kept() -> None:
    told = remember((EVENT, OTHER), (EVENT, OTHER), after((EVENT,)), [DOCUMENT])
    assert told.changes
    hidden = remember((EVENT, OTHER), (EVENT,), told, [DOCUMENT])
    assert hidden.changes == ()
    assert OTHER.id not in {one.id for one in hidden.shown}
    assert OTHER.id in {one.id for one in hidden.found}


def test_many_changes_are_cut_to_what_a_reader_can_look_through() -> None:
    many = tuple(replace(OTHER, id=f"2019-{number}") for number in range(900))
    assert sum(map(len, after((EVENT,), (EVENT, *many), (EVENT,)).changes)) == 300
