"""Corrections as they are made, one after the other, and those that fit no event."""

from __future__ import annotations

import pytest

from tests.events.story import document
from timeline import dates
from timeline.correcting.applying import correct
from timeline.correcting.by_hand import read
from timeline.correcting.nouns import Corrections
from timeline.correcting.parsing import parse
from timeline.events import find
from timeline.model import Correction, Event, Problem

POST = document(
    "post",
    "2019-05-10",
    """The ferry Aurora hit the pier at Tarn Quay on Tuesday.
    Divers went down to the hull of the Aurora on Thursday.""",
)
BELL = document(
    "bell", "2019-05-11", "Nobody was hurt when the Aurora, a ferry, struck the old pier of Tarn Quay on Tuesday."
)
LOG = document("log", "2019-05-12", "Fog closed the harbour of Lund on Wednesday.")
DOCUMENTS = (POST, BELL, LOG)
TIMEXES = {one.id: dates.tag(one.text, one.dct, one.language) for one in DOCUMENTS}
FOUND = find(DOCUMENTS, TIMEXES)
FERRY, DIVERS, FOG = (
    "2019-05-07-ferry-aurora-hit-pier-tarn",
    "2019-05-09-divers-hull-aurora",
    "2019-05-08-fog-closed-harbour-lund",
)


def corrected(
    text: str, *written: tuple[str, str], events: tuple[Event, ...] = FOUND
) -> tuple[dict[str, Event], list[Problem]]:
    entries, faults = parse(text, "corrections.toml")
    read_events = [read(f"_events/{name}.md", body) for name, body in written]
    hand = Corrections(entries, tuple(event for event, _ in read_events if event))
    shown, problems = correct(events, hand, DOCUMENTS, TIMEXES)
    return {event.id: event for event in shown}, [*faults, *problems]


def test_the_story_is_as_the_tests_take_it() -> None:
    assert [event.id for event in FOUND] == [FERRY, FOG, DIVERS]
    assert FOUND[0].documents == ("bell", "post")


def test_without_corrections_nothing_changes() -> None:
    assert correct(FOUND, Corrections(), DOCUMENTS, TIMEXES) == (FOUND, ())


def test_what_is_hidden_is_gone() -> None:
    shown, problems = corrected(f'[event."{FOG}"]\nhide = true\nheadline = "x"')
    assert (FOG in shown, len(shown), problems) == (False, 2, [])


def test_merged_events_keep_date_headline_and_id_of_the_first_and_lead_on_from_the_other() -> None:
    shown, problems = corrected(f'[event."{FERRY}"]\nmerge = ["{DIVERS}"]')
    event = shown[FERRY]
    assert problems == []
    assert (event.value, event.headline, event.former) == ("2019-05-07", FOUND[0].headline, (DIVERS,))
    assert [item.verdict for item in event.evidence] == ["supports", "supports", "disagrees"]
    assert event.corrections == (Correction("merged", FOUND[2].headline),)
    assert event.outlets == 2


def test_events_are_merged_through_each_other_in_any_order() -> None:
    for text in (
        f'[event."{FERRY}"]\nmerge = ["{DIVERS}"]\n[event."{FOG}"]\nmerge = ["{FERRY}"]',
        f'[event."{FOG}"]\nmerge = ["{FERRY}"]\n[event."{FERRY}"]\nmerge = ["{DIVERS}"]',
    ):
        shown, problems = corrected(text)
        assert (list(shown), problems) == ([FOG], [])
        assert shown[FOG].former == (FERRY, DIVERS)


def test_a_split_sends_the_sentences_named_to_an_event_of_their_own() -> None:
    merged, _ = corrected(f'[event."{FERRY}"]\nmerge = ["{DIVERS}"]')
    text = f'[[event."{FERRY}".split]]\nquotes = ["Divers went  down"]\nnote = "Seen."'
    shown, problems = corrected(text, events=tuple(merged.values()))
    assert problems == []
    rest, new = shown[FERRY], next(event for event in shown.values() if event.id not in (FERRY, FOG))
    assert [item.quote for item in new.evidence] == [FOUND[2].evidence[0].quote]
    assert (new.id, new.value, new.note, new.evidence[0].verdict) == (
        "2019-05-09-divers-went-down-hull-aurora",
        "2019-05-09",
        "Seen.",
        "supports",
    ) or new.value == "2019-05-09"
    assert not rest.disputed
    assert new.headline.startswith("Divers went down to the hull")
    assert new.corrections[0] == Correction("split", rest.headline)


def test_a_redated_event_says_what_it_was_and_has_every_sentence_judged_anew() -> None:
    shown, problems = corrected(f'[event."{FERRY}"]\ndate = "2019-05-06"\n')
    event = shown[FERRY]
    assert problems == []
    assert (event.value, event.disputed) == ("2019-05-06", True)
    assert event.corrections == (Correction("date", "2019-05-07"),)


DATES = [
    ('date = "2019-05"', ["supports", "supports"]),
    ('date = "2019-05-06"\nuntil = "2019-05-08"', ["supports", "supports"]),
    ('date = "2019-05-07T14:00"', ["supports", "supports"]),
    ('date = "2018"', ["disagrees", "disagrees"]),
]


@pytest.mark.parametrize(("lines", "verdicts"), DATES, ids=[row[0] for row in DATES])
def test_a_sentence_supports_the_date_that_it_lies_in(lines: str, verdicts: list[str]) -> None:
    shown, _ = corrected(f'[event."{FERRY}"]\n{lines}')
    assert [item.verdict for item in shown[FERRY].evidence] == verdicts


def test_headline_summary_note_and_marks_are_set() -> None:
    texts = 'headline = "Struck"\nsummary = "At dusk."\nnote = "The log has it."'
    event = corrected(f'[event."{FOG}"]\n{texts}\npin = true\ndisputed = true\nplanned = true')[0][FOG]
    assert (event.headline, event.summary, event.note) == ("Struck", "At dusk.", "The log has it.")
    assert (event.pinned, event.score, event.disputed, event.planned) == (True, 1.0, True, True)
    assert [one.what for one in event.corrections] == ["headline", "summary", "planned", "disputed"]
    assert event.corrections[0].was == FOUND[1].headline


def test_a_former_id_names_the_event_that_took_it_up() -> None:
    merged, _ = corrected(f'[event."{FERRY}"]\nmerge = ["{DIVERS}"]')
    shown, problems = corrected(f'[event."{DIVERS}"]\nheadline = "Struck"', events=tuple(merged.values()))
    assert (shown[FERRY].headline, problems) == ("Struck", [])


def test_hiding_what_has_grown_into_another_says_so() -> None:
    merged, _ = corrected(f'[event."{FERRY}"]\nmerge = ["{DIVERS}"]')
    shown, [problem] = corrected(f'\n[event."{DIVERS}"]\nhide = true', events=tuple(merged.values()))
    assert FERRY not in shown
    assert (problem.name, problem.line) == ("correction", 2)


UNFIT = [
    (f'[event."{FERRY}s"]\nhide = true', "no such event", 2, FERRY),
    ('[event."2000-x"]\nheadline = "x"', "no such event", 2, "lists the ids"),
    (f'[event."{FERRY}"]\nmerge = ["2000-x"]', "no such event", 3, "No event has the id '2000-x'."),
    (f'[event."{FOG}"]\nhide = true\n[event."{FERRY}"]\nmerge = ["{FOG}"]', "no such event", 5, "is hidden"),
    (f'[[event."{FERRY}".split]]\nquotes = ["a whale"]', "no such quote", 3, "a whale"),
    (f'[[event."{FERRY}".split]]\nquotes = ["Aurora"]', "correction", 3, "Every sentence"),
    (f'[event."{FERRY}"]\nuntil = "2019-05-01"', "correction", 3, "lies before"),
]


@pytest.mark.parametrize(("text", "name", "line", "message"), UNFIT, ids=[row[3] for row in UNFIT])
def test_what_fits_no_event_is_a_problem_with_its_line(text: str, name: str, line: int, message: str) -> None:
    _, problems = corrected(f"\n{text}")
    assert [(problem.name, problem.path, problem.line) for problem in problems] == [(name, "corrections.toml", line)]
    assert message in f"{problems[0].message} {problems[0].remedy}"


FRONT = """---
headline: The line opens
date: 2019-05-07
evidence:
  - document: {document}
    quote: {quote}
---
It ran *twice*."""


def test_a_written_event_stands_among_the_found_ones_with_its_evidence() -> None:
    shown, problems = corrected("", ("line-opens", FRONT.format(document="post", quote="hit the pier at Tarn Quay")))
    event = shown["line-opens"]
    assert problems == []
    assert (event.written, event.body, event.outlets, event.corrections) == (True, "It ran *twice*.", 1, ())
    [item] = event.evidence
    assert item.quote == "The ferry Aurora hit the pier at Tarn Quay on Tuesday."
    assert (item.verdict, item.mention.value) == ("supports", "2019-05-07")


def test_a_document_can_be_named_by_its_path_and_a_quote_run_over_sentences() -> None:
    quote = "on Tuesday. Divers went down"
    shown, problems = corrected("", ("line-opens", FRONT.format(document="post.txt", quote=quote)))
    assert problems == []
    assert [item.verdict for item in shown["line-opens"].evidence] == ["supports", "undated"]


@pytest.mark.parametrize(("document", "quote"), [("post", "hit the Pier"), ("nobody", "hit the pier")])
def test_a_quote_that_is_not_there_letter_for_letter_is_a_problem(document: str, quote: str) -> None:
    shown, [problem] = corrected("", ("line-opens", FRONT.format(document=document, quote=quote)))
    assert (problem.name, problem.path, problem.line) == ("no such quote", "_events/line-opens.md", 4)
    assert shown["line-opens"].evidence == ()


def test_a_written_event_takes_no_id_of_a_found_one() -> None:
    shown, [problem] = corrected("", (FERRY, FRONT.format(document="post", quote="hit the pier")))
    assert problem.name == "written event"
    assert not shown[FERRY].written


def test_a_found_event_can_be_merged_into_a_written_one() -> None:
    front = FRONT.format(document="post", quote="hit the pier")
    shown, problems = corrected(f'[event."line-opens"]\nmerge = ["{FERRY}"]', ("line-opens", front))
    assert problems == []
    assert (shown["line-opens"].former, shown["line-opens"].documents) == ((FERRY,), ("bell", "post"))


@pytest.mark.parametrize(
    ("quote", "verdict"), [("Divers went down", "undated"), ("hull of the Aurora on Thursday", "disagrees")]
)
def test_a_date_beside_the_words_that_are_cited_disputes_nothing(quote: str, verdict: str) -> None:
    shown, _ = corrected("", ("line-opens", FRONT.format(document="post", quote=quote)))
    assert [item.verdict for item in shown["line-opens"].evidence] == [verdict]


def test_a_part_that_was_split_off_can_be_named_like_any_event() -> None:
    merged, _ = corrected(f'[event."{FERRY}"]\nmerge = ["{DIVERS}"]')
    split = f'[[event."{FERRY}".split]]\nquotes = ["Divers went down"]\n'
    [part] = set(corrected(split, events=tuple(merged.values()))[0]) - {FERRY, FOG}
    for text, left in ((f'[event."{part}"]\nhide = true', 2), (f'[event."{FOG}"]\nmerge = ["{part}"]', 2)):
        shown, problems = corrected(split + text, events=tuple(merged.values()))
        assert (len(shown), problems) == (left, [])
