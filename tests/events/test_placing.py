"""Sentences without a date: on which day their article tells them, and beside which event they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.story import document, events
from timeline import dates
from timeline.events.clauses import Clause
from timeline.events.dating import date_clauses
from timeline.events.tense import describes, outlooks
from timeline.model import Evidence, Publish, Span

STORY = """
The council of Port Averil opened the Harrow bridge on Monday.
Mayor Ines Dahl cut the ribbon before some 400 guests.
The bridge is 210 metres long.
She praised the builders.
In 1987 a storm destroyed the old bridge.
It killed two ferrymen.
Dahl called the new one a promise kept.
Traffic has doubled since.
"""


def told(*lines: str, published: str | None = "2019-05-15") -> dict[str, Evidence]:
    """The last words of each quoted sentence → the evidence, of a document with these lines."""
    found = events(document("one", published, "\n".join(lines)))
    return {" ".join(item.quote.split()[-2:]): item for event in found for item in event.evidence}


@pytest.mark.parametrize(
    ("sentence", "value", "verdict"),
    [
        ("on Monday.", "2019-05-13", "supports"),
        ("400 guests.", "2019-05-13", "undated"),  # past tense goes on
        ("metres long.", "2019-05-15", "undated"),  # the present is that of publication
        ("the builders.", "2019-05-13", "undated"),  # 'She' right behind the present: back to the news
        ("old bridge.", "1987", "supports"),
        ("two ferrymen.", "1987", "undated"),  # 'It' goes on from the storm
        ("promise kept.", "2019-05-13", "undated"),  # without a link back to the news
        ("doubled since.", "2019-05-15", "undated"),
    ],
)
def test_a_sentence_without_a_date_is_told_of_a_day(sentence: str, value: str, verdict: str) -> None:
    found = told(*STORY.strip().splitlines())[sentence]
    assert (found.mention.value, found.verdict) == (value, verdict)


def test_the_reader_is_told_what_a_sentence_goes_on_from() -> None:
    found = told(*STORY.strip().splitlines())
    assert found["400 guests."].explanation == "No date of its own: it goes on from “Monday”, Mon 13 May 2019."
    assert found["metres long."].explanation.endswith("on Wed 15 May 2019, when it was published.")


def test_sentences_without_a_date_make_no_events() -> None:
    found = events(document("one", "2019-05-15", STORY))
    assert [event.value for event in found] == ["1987", "2019-05-13"]
    assert [len(event.evidence) for event in found] == [2, 6]


def test_a_sentence_goes_with_the_event_of_its_day_that_it_is_about() -> None:
    found = events(
        document(
            "one",
            "2019-05-15",
            "Mayor Ines Dahl opened the Harrow bridge in Port Averil on Monday.\n"
            "The carrier Northline cancelled its ferries to Skerrow on Monday.\n"
            "Dahl thanked the builders of the Harrow bridge.",
        )
    )
    assert {tuple(item.quote.split()[0] for item in event.evidence) for event in found} == {("Mayor", "Dahl"), ("The",)}


def test_what_is_said_of_another_day_is_told_of_the_day_it_was_said() -> None:
    found = events(
        document(
            "one",
            "2019-05-15",
            "Mayor Ines Dahl opened the Harrow bridge in Port Averil on Monday.\n"
            "Dahl said that the old bridge collapsed in a storm in 1987.",
        )
    )
    both = [event.value for event in found if any("old bridge" in item.quote for item in event.evidence)]
    assert both == ["1987", "2019-05-13"]


def test_a_speech_goes_on_over_several_sentences() -> None:
    found = told(
        "Mayor Ines Dahl opened the Harrow bridge on Monday.",
        "“It took nine years,” she said. “We had storms.",
        "The builders are heroes.”",
    )
    assert {item.mention.value for item in found.values()} == {"2019-05-13"}


def test_an_announcement_of_what_is_to_come_is_news_of_its_own_day() -> None:
    found = events(
        document(
            "one",
            "2019-05-15",
            "Northline announced on Monday that its ferries would move to Lantern Point in June 2020.",
        )
    )
    assert [(event.value, event.planned) for event in found] == [("2019-05-13", False), ("2020-06", True)]


def test_a_date_behind_according_to_is_that_of_the_source() -> None:
    found = events(
        document(
            "one",
            "2019-05-15",
            "Northline passed Averil Lines in February, according to figures released on 3 May by the harbour board.",
        )
    )
    assert [event.value for event in found] == ["2019-02"]


def test_the_news_of_an_article_stands_though_a_side_note_has_a_date() -> None:
    found = events(
        document(
            "one",
            "2019-05-15",
            "The council of Port Averil has rejected the Harrow bridge.\nThe vote was close.\nTempers rose.\n"
            "The mayor left early.\nShares in Northline lost four per cent in Lisbon on Tuesday.",
        )
    )
    assert [event.value for event in found] == ["2019-05-14", "2019-05-15"]


HISTORY = """
The council of Port Averil opened the Harrow bridge on 13 May 2019.
The story is an old one.
"""
TOWNS = ("Skerrow", "Tarn", "Riga", "Orin", "Zelendol", "Lisbon", "Oaxaca", "Harrow", "Lantern", "Averil")
YEARS = "\n".join(f"A storm hit {town} in {1901 + place}." for place, town in enumerate(TOWNS))


def test_in_a_history_nothing_falls_back_to_its_news() -> None:
    after = ("The ferrymen rebuilt it.", "“It was hard,” a ferryman said.", "Critics mocked it.", "The port silted up.")
    found = told(*HISTORY.strip().splitlines(), *YEARS.splitlines(), *after)
    assert found["rebuilt it."].mention.value == "1910"
    assert "silted up." not in found
    assert "ferryman said." not in found


def test_an_article_with_some_history_comes_back_to_its_news() -> None:
    found = told(*f"{HISTORY}A storm destroyed the pier in 1901.\nMayor Ines Dahl cut the ribbon.".strip().splitlines())
    assert found["the ribbon."].mention.value == "2019-05-13"


def test_names_alone_bear_no_witness_to_a_coarser_date() -> None:
    found = told(
        "Mayor Ines Dahl opened the Harrow bridge in Port Averil on Tuesday.",
        "Port Averil and the Harrow islands fought this week over ferries, tolls and herring.",
    )
    assert [item.verdict for item in found.values() if item.verdict == "coarser"] == []


def test_an_aside_does_not_move_the_news() -> None:
    found = told(
        "The council of Port Averil opened the Harrow bridge on Tuesday.",
        "Mayor Ines Dahl came without the engineer Otto Berg, who had fallen ill the evening before.",
        "Dahl thanked the builders.",
    )
    assert found["the builders."].mention.value == "2019-05-14"


def test_what_describes_something_is_no_part_of_what_is_to_come() -> None:
    found = events(
        document(
            "one",
            "2019-05-15",
            "Northline will move its ferries to Skerrow on Thursday.\nThe Harrow bridge is 210 metres long and grey.",
        )
    )
    assert [len(event.evidence) for event in found] == [1]


@pytest.mark.parametrize(
    ("sentence", "tense", "linked", "spoken"),
    [
        ("The minister resigned.", "past", False, False),
        ("The minister has resigned.", "present", False, False),
        ("She will resign.", "coming", True, False),
        ("Then the lights went out.", "past", True, False),
        ("“We are tired,” the minister said.", "past", False, False),
        ("I will miss the harbour.", "coming", False, True),
        ("A gunshot.", "none", False, False),
        ("The pump works with either valve of the lock.", "present", False, False),  # a verb that no list has
        ("The suit, filed in May, claims that the pump leaked.", "present", False, False),
        ("This was the third lock.", "past", True, False),
    ],
)
def test_how_a_sentence_looks_at_time(sentence: str, tense: str, linked: bool, spoken: bool) -> None:
    story = document("one", None, sentence)
    (found,) = outlooks(story, story.sentences)
    assert (found.tense, found.linked, found.spoken) == (tense, linked, spoken)


@pytest.mark.parametrize(
    ("sentence", "description"),
    [
        ("The Arne Canal is a disused waterway.", True),
        ("The canal is at its best in May.", True),
        ("The canal is closing.", False),
        ("The canal is now closed.", False),
        ("The company closed the canal.", False),
    ],
)
def test_what_something_is_is_no_news(sentence: str, description: bool) -> None:
    story = document("one", None, sentence)
    assert describes(story, story.sentences[0]) == description


def test_a_date_between_two_clauses_dates_neither() -> None:
    story = document("one", "2019-05-15", "The pier burnt down on 3 May after the mayor left.")
    (timex,) = dates.tag(story.text, story.dct, "en")
    gap = [Clause(Span(0, timex.span.start - 1), ""), Clause(Span(timex.span.end + 1, len(story.text)), "after")]
    assert date_clauses(story, gap, [timex]) == []


@pytest.mark.parametrize(("publish", "further"), [("excerpts", 1), ("none", 0)])
def test_a_document_that_may_not_be_shown_gives_no_more_than_it_is_quoted_for(publish: Publish, further: int) -> None:
    story = document("one", "2019-05-15", "The pier at Vik burnt down on 3 May.\nFiremen fought the flames until noon.")
    (event,) = events(replace(story, source=replace(story.source, publish=publish)))
    assert sum(item.goes_on for item in event.evidence) == further
