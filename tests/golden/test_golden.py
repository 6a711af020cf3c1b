"""Stories with what a careful reader finds in them: written down first, compared with what the pipeline finds."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from timeline import calendar, pipeline, settings, work
from timeline.model import Event, Timeline

HERE = Path(__file__).parent
CASES = sorted(file.parent.name for file in HERE.glob("*/expected.toml"))
# Words in which no headline ends, and with which none begins, in the languages of the stories.
UNFINISHED = {
    "en": "a an the of to in on at by for with from and or but that which who as is was were are has had have been be"
    " his her its their mr mrs ms",
    "de": "der die das dem den des ein eine einen am im in an auf mit von vom zu zum zur und oder dass sich nicht hat",
    "fr": "le la les un une des du de d à au aux en dans par pour avec et ou que qui a ont est sont se ne m l",
    "ru": "в во на с к по из от до за о об при для и а но что который которая не его её",
}
PRONOUN = {
    "en": "he she it they him her them this that these those his its their who which",
    "de": "er sie es dies dieser diese dieses",
    "fr": "il elle ils elles ce cela celui celle",
    "ru": "он она оно они это",
}

Row = dict[str, Any]


@cache
def expected(case: str) -> Row:
    return tomllib.loads((HERE / case / "expected.toml").read_text(encoding="utf-8"))


@cache
def built(case: str) -> Timeline:
    content = HERE / case / expected(case).get("content", "content")
    file = content / settings.FILE
    given = settings.parse(file.read_text(encoding="utf-8")) if file.is_file() else settings.Settings()
    return pipeline.build(content, given, work.one_by_one)


def paths(timeline: Timeline) -> dict[str, str]:
    return {document.id: document.source.path for document in timeline.documents}


def text(event: Event) -> str:
    quotes = [item.quote for item in event.evidence]
    return " ".join([event.headline, event.summary, *quotes]).casefold()


def meets(event: Event, row: Row) -> bool:
    """Whether the event has the row's date, and of each group of words at least one."""
    return _dated(event, row) and all(any(word.casefold() in text(event) for word in group) for group in row["words"])


def _dated(event: Event, row: Row) -> bool:
    if "date" in row:
        return calendar.period(event.value) == calendar.period(row["date"]) and event.until == row.get("until")
    days, first, last = calendar.period(event.value), *map(calendar.period, row["within"])
    return bool(days and first and last) and first.first <= days.first and days.last <= last.last


def rows(key: str) -> list[Any]:
    return [
        pytest.param(case, row, id=f"{case}-{row_name(row)}") for case in CASES for row in expected(case).get(key, [])
    ]


def row_name(row: Row) -> str:
    return "-".join([row.get("date") or row["within"][0], *(group[0] for group in row["words"])])


@pytest.mark.parametrize("case", CASES)
def test_publication_dates_are_right(case: str) -> None:
    got = {document.source.path: str(document.dct) for document in built(case).documents}
    wanted = expected(case)["published"]
    spans = {path: (day, day) if isinstance(day, str) else tuple(day) for path, day in wanted.items()}
    assert {
        path: day for path, day in got.items() if path not in spans or not spans[path][0] <= day <= spans[path][1]
    } == {}
    assert set(got) == set(spans)


@pytest.mark.parametrize(("case", "row"), rows("event"))
def test_a_happening_is_told_once_with_its_date_and_all_its_documents(case: str, row: Row) -> None:
    timeline = built(case)
    names = paths(timeline)
    found = [event for event in timeline.events if meets(event, row)]
    assert found, f"not found; on other days: {elsewhere(timeline, row)}"
    others = [other for other in expected(case)["event"] + expected(case).get("also_fine", []) if other is not row]
    twice = [event for event in found[1:] if not any(meets(event, other) for other in others)]
    assert len(twice) <= row.get("splits_allowed", 0), [event.headline for event in found]
    told = {names[document] for event in found for document in event.documents}
    assert set(row["documents"]) <= told


@pytest.mark.parametrize(("case", "row"), [item for item in rows("event") if "disagree" in item.values[1]])
def test_a_document_that_names_another_day_is_marked_as_disagreeing(case: str, row: Row) -> None:
    timeline = built(case)
    names = paths(timeline)
    evidence = [item for event in timeline.events if meets(event, row) for item in event.evidence]
    assert {names[item.mention.document] for item in evidence if item.verdict == "disagrees"} == set(row["disagree"])


@pytest.mark.parametrize(("case", "row"), [item for item in rows("event") if "outlets" in item.values[1]])
def test_a_reprint_is_no_second_outlet(case: str, row: Row) -> None:
    assert [event.outlets for event in built(case).events if meets(event, row)][:1] == [row["outlets"]]


@pytest.mark.parametrize(("case", "row"), [item for item in rows("event") if "planned" in item.values[1]])
def test_a_plan_is_marked_until_it_has_happened(case: str, row: Row) -> None:
    assert [event.planned for event in built(case).events if meets(event, row)][:1] == [row["planned"]]


@pytest.mark.parametrize(("case", "row"), [item for item in rows("event") if "names" in item.values[1]])
def test_who_and_what_is_named_is_found(case: str, row: Row) -> None:
    found = [name for event in built(case).events if meets(event, row) for name in event.names]
    assert [name for name in row["names"] if name not in found] == [], found


@pytest.mark.parametrize("case", CASES)
def test_no_common_word_is_taken_for_a_name(case: str) -> None:
    never = expected(case).get("never_names", [])
    assert [(event.headline, name) for event in built(case).events for name in event.names if name in never] == []


@pytest.mark.parametrize("case", CASES)
def test_every_other_event_is_one_that_a_reader_would_accept(case: str) -> None:
    fine = expected(case)["event"] + expected(case).get("also_fine", [])
    strange = [event for event in built(case).events if not any(meets(event, row) for row in fine)]
    assert [(event.value, event.headline, event.evidence[0].quote) for event in strange] == []


@pytest.mark.parametrize("case", CASES)
def test_no_furniture_is_told(case: str) -> None:
    words = [word.casefold() for word in expected(case)["forbidden"]]
    assert [(word, event.headline) for event in built(case).events for word in words if word in text(event)] == []


@pytest.mark.parametrize("case", CASES)
def test_headlines_are_clean_sentences_and_no_two_alike(case: str) -> None:
    headlines = [event.headline for event in built(case).events]
    assert [line for line in headlines if not 2 <= len(line.split()) <= 18] == []
    assert [line for line in headlines if re.search(r"(?:[,;:…–—-]|\.\.\.)$", line)] == []
    texts = {document.id: document.language for document in built(case).documents}
    spoken = [(event.headline.split(), texts[event.documents[0]]) for event in built(case).events]
    assert [line for line, language in spoken if line[-1].casefold() in UNFINISHED[language].split()] == []
    assert [line for line, language in spoken if line[0].casefold() in PRONOUN[language].split()] == []
    assert [line for line in headlines if not (line[0].isupper() or line[0].isdigit() or line[0] in "“\"'‘£$€")] == []
    assert len(set(headlines)) == len(headlines)


@pytest.mark.parametrize("case", CASES)
def test_every_quote_stands_in_its_document(case: str) -> None:
    texts = {document.id: document.text for document in built(case).documents}
    evidence = [item for event in built(case).events for item in event.evidence]
    assert evidence
    assert [
        item.quote for item in evidence if item.mention.sentence.of(texts[item.mention.document]) != item.quote
    ] == []


def elsewhere(timeline: Timeline, row: Row) -> list[tuple[str, str]]:
    """The events that have the row's words on another day, for the message of a failing test."""
    groups = [[word.casefold() for word in group] for group in row["words"]]
    alike = [event for event in timeline.events if all(any(word in text(event) for word in group) for group in groups)]
    return [(event.value, event.headline) for event in alike]
