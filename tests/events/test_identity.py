"""Ids that stay: an event is called by the telling that founds it, not by what comes later."""

from __future__ import annotations

import pytest

from tests.events.story import document, events
from timeline.events.identity import event_id, slug
from timeline.events.words import words

FIRST = document("quay-post", "2019-05-10", "The ferry Aurora hit the pier at Tarn Quay on Tuesday.")
SECOND = document(
    "coast-mail",
    "2019-05-12",
    """On Tuesday the ferry Aurora hit the pier at Tarn Quay, and nine passengers were treated in hospital.
    The mayor of Tarn Quay closed the harbour on Thursday.""",
)
OTHER_DAY = document("night-paper", "2019-05-13", "The ferry Aurora hit the pier at Tarn Quay on 8 May.")
IDS = [
    ("2022-02-01T14:00", "Putin receives Orbán, in Moscow", "en", "2022-02-01-putin-receives-orban-moscow"),
    ("2022-01", "Зеленський прибув до Києва", "uk", "2022-01-zelenskiy-pribuv-kiieva"),
    ("199", "the of and", "en", "199-the-of-and"),
    ("2022-W04", "…", "en", "2022-w04-event"),
    ("2022", "Straße 9 & Æsir’s <b>", "de", "2022-strasse-9-aesir"),
    ("2022", "word" * 40, "en", "2022-" + ("word" * 15)),
]


@pytest.mark.parametrize(("value", "text", "language", "name"), IDS, ids=[row[3][:20] for row in IDS])
def test_an_id_is_the_day_and_the_first_words_with_content(value: str, text: str, language: str, name: str) -> None:
    assert event_id(value, words(text), language) == name


@pytest.mark.parametrize(
    ("text", "expected"), [("Kyïv, 40 %", "kyiv-40"), ("北京", "beijing"), ("...", ""), ("<script>", "script")]
)
def test_a_slug_is_safe_in_an_address_in_every_script(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_an_id_stays_when_later_documents_join_and_the_headline_changes() -> None:
    [alone] = events(FIRST)
    together = {event.id: event for event in events(FIRST, SECOND)}
    assert alone.id == "2019-05-07-ferry-aurora-hit-pier-tarn"
    assert together[alone.id].documents == ("coast-mail", "quay-post")


def test_an_id_stays_when_others_outvote_the_day() -> None:
    second = document("coast-mail", "2019-05-14", "The ferry Aurora hit the pier at Tarn Quay on 8 May.")
    [event] = [event for event in events(FIRST, OTHER_DAY, second) if len(event.documents) == 3]
    assert (event.id, event.value) == ("2019-05-07-ferry-aurora-hit-pier-tarn", "2019-05-08")


def test_events_that_begin_alike_are_told_apart_and_the_first_told_keeps_its_id() -> None:
    one = document("a", "2019-05-10", "The mayor of Tarn Quay met the owner of the ferry Aurora on Tuesday.")
    two = document("b", "2019-05-11", "The mayor of Tarn Quay met the owner of nine shops and a bakery on Tuesday.")
    found = [event.id for event in events(one, two)]
    assert len(set(found)) == len(found)
    [alone] = events(one)
    assert alone.id in found
