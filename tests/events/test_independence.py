"""Who is an independent witness."""

from __future__ import annotations

import pytest

from tests.events.story import document
from timeline.events.independence import containment, outlets

LONG = "The ferry struck the pier at Port Averil on Friday evening and injured 23 people, three of them badly."
ADDED = "The captain has been a master of ships for nineteen years and has never been in an accident before this one."
OTHER = "A passenger vessel ran into the landing stage last night; two dozen travellers were hurt, it reports."

COUNTS = [
    # publishers, texts, independent outlets
    (("Bellman", "Courier"), (LONG, OTHER), 2),
    (("Bellman", "bellman"), (LONG, OTHER), 1),
    (("Bellman", "Courier"), (LONG, LONG), 1),
    (("Bellman", "Courier"), (LONG, f"{LONG}\n{ADDED}"), 1),
    (("Bellman", "Courier", "Herald"), (LONG, OTHER, LONG), 2),
]


@pytest.mark.parametrize(("publishers", "texts", "expected"), COUNTS)
def test_a_reprint_and_a_namesake_do_not_count_again(
    publishers: tuple[str, ...], texts: tuple[str, ...], expected: int
) -> None:
    documents = {
        str(place): document(str(place), "2019-05-11", text, publisher=publisher)
        for place, (publisher, text) in enumerate(zip(publishers, texts, strict=True))
    }
    quotes = {name: [item.sentences[0].of(item.text)] for name, item in documents.items()}
    assert outlets(quotes, documents) == expected


def test_short_texts_tell_nothing_of_copying() -> None:
    assert containment("It rained.", "It rained.") == 0.0
    assert containment(LONG, LONG) == 1.0
    assert containment(LONG, OTHER) == 0.0
