"""The history as a file: written, read again, and refused where no build has written it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests import sample_timeline
from timeline.exporting import export
from timeline.model import History
from timeline.remembering import FILE, recall, remember, secret
from timeline.settings import Settings

SAMPLE = sample_timeline.sample()
BEFORE = remember(SAMPLE.events[2:], SAMPLE.events[2:], History(), SAMPLE.documents)
HISTORY = remember(SAMPLE.events, SAMPLE.events, BEFORE, SAMPLE.documents)


def written(history: History = HISTORY, events: int | None = None) -> bytes:
    return export(replace(SAMPLE, history=history, events=SAMPLE.events[:events]), Settings())[FILE]


def test_what_was_written_is_read_as_it_was() -> None:
    assert HISTORY.changes
    assert recall(written(), ()) == (HISTORY, ())


def test_no_file_is_an_empty_history_without_a_problem() -> None:
    assert recall(None, ()) == (History(), ())


def test_a_hidden_event_is_not_named_and_known_again_by_who_names_it() -> None:
    hidden = SAMPLE.events[-1]
    history = remember(SAMPLE.events, SAMPLE.events[:-1], History(), SAMPLE.documents)
    data = written(history, -1)
    assert hidden.id.encode() not in data
    assert secret(hidden.id).encode() in data
    assert recall(data, [hidden.id]) == (history, ())
    assert hidden.id not in {one.id for one in recall(data, ())[0].found}


def spoilt(**changed: object) -> bytes:
    return json.dumps(json.loads(written()) | changed).encode()


BROKEN = {
    "no JSON": b"{",
    "not UTF-8": b"\xff\xfe{}",
    "another thing": b"[1, 2]",
    "nothing": b"",
    "another version": spoilt(format=2),
    "no list": spoilt(found=3),
    "an address that leads out": spoilt(former={"../../etc": "2019-a"}),
    "an id of another kind": spoilt(found=[{"id": 7, "evidence": []}]),
    "no date": spoilt(shown=[{"id": "a", "date": "soon", "until": None, "headline": "x", "outlets": 1}]),
    "an unknown change": spoilt(changes=[[{"kind": "odd", "id": "a", "date": "2022", "headline": "", "was": ""}]]),
    "very deep": b"[" * 100_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_no_build_wrote_is_a_problem_and_no_more(data: bytes) -> None:
    history, [problem] = recall(data, ())
    assert history == History()
    assert (problem.name, problem.path, problem.fatal) == ("history", FILE, False)
