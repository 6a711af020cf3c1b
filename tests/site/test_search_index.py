"""The scripts that the search loads."""

from __future__ import annotations

import json

import pytest

from tests.sample_timeline import HOSTILE, empty, generated, sample
from timeline import calendar
from timeline.model import Timeline
from timeline.site import words
from timeline.site.event_views import event_view
from timeline.site.finder import finder
from timeline.site.search_index import fold, search_index
from timeline.site.shelf import opened

EN = words.load("en")


def index(timeline: Timeline) -> dict[str, bytes]:
    shelf = opened(timeline, EN)
    return search_index(shelf, {event.id: event_view(event, shelf) for event in timeline.events}, finder(shelf))


def rows(script: bytes) -> list[list[object]]:
    text = script.decode()
    assert text.startswith("timelineFind(")
    return json.loads(text[text.index("[") : text.rindex("]") + 1])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élysée", "elysee"),
        ("ŻÓŁĆ", "zołc"),
        ("Straße", "straße"),
        ("ﬁnal №", "final no"),
        ("Київ", "киів"),
        ("أُورورا", "اورورا"),
    ],
)
def test_accents_and_capitals_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_event_has_its_row_in_the_order_of_the_list() -> None:
    [script] = index(sample()).values()
    found = rows(script)
    assert len(found) == len(sample().events)
    assert [row[3] for row in found if row[0] == "bc0044-03-15-fleet"] == [calendar.period("BC0044-03-15").first]
    assert sorted(row[8] for row in found) == list(range(len(found)))


def test_what_a_document_says_is_data_in_it() -> None:
    [script] = index(sample()).values()
    assert any(fold(HOSTILE) in row[10] for row in rows(script))


def test_a_long_timeline_has_several_scripts_and_none_is_heavy() -> None:
    made = index(generated(2500))
    assert len(made) > 1
    assert max(map(len, made.values())) < 450_000
    assert sum(len(rows(script)) for script in made.values()) == 2500
    assert [path.split(".")[0] for path in made] == [f"assets/find-{number}" for number in range(len(made))]


def test_an_empty_timeline_has_none() -> None:
    assert index(empty()) == {}
