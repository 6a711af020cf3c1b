"""The source-by-day table, drawn in letters: what each source says against when it was published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sample_timeline import sample
from timeline.model import Evidence, Mention, Timeline, Timex, Verdict
from timeline.site import words
from timeline.site.event_views import evidence_of
from timeline.site.shelf import opened
from timeline.site.table import Cell, Table, table

EN = words.load("en")
TIMELINE = sample()


def drawn(made: Table) -> list[str]:
    """A letter a cell: # the event, X another date, | published, @ both, - the line, . nothing."""
    return ["".join(map(_letter, row.cells)) for row in made.rows]


def _letter(cell: Cell) -> str:
    if cell.says:
        return "@" if cell.published else "X" if cell.clash else "#"
    return "|" if cell.published else "-" if cell.line else "."


def heads(made: Table) -> list[str]:
    return [f"{head.small} {head.large}".strip() for head in made.heads]


def of(event: str, timeline: Timeline = TIMELINE) -> Table:
    found = next(item for item in timeline.events if item.id == event)
    shelf = opened(timeline, EN)
    return table(found, evidence_of(found, shelf), shelf)


def told(value: str, *tellings: tuple[str, str | None, Verdict]) -> Table:
    """The table of an event at `value` told by (document, value, verdict)."""
    evidence = []
    for number, (name, said, verdict) in enumerate(tellings):
        document = next(item for item in TIMELINE.documents if item.id == name)
        timex = Timex(document.sentences[0], "x", "DATE", said, None, None, "r", "") if said else None
        mention = Mention(name, document.sentences[0]._replace(end=number + 1), timex, said)
        evidence.append(Evidence(mention, "q", "", verdict))
    event = replace(TIMELINE.events[0], id="e", value=value, evidence=tuple(evidence))
    return of("e", replace(TIMELINE, events=(event,)))


HERALD, POST, ISLAND, HISTORY = "coast-herald-2021-03-12", "harbour-post-2021-03-15", "island-weekly", "reef-history"


def test_agreement_is_a_column_and_a_disagreement_sticks_out() -> None:
    made = of("2021-03-10-aurora")
    assert heads(made) == ["Mon 8", "Tue 9", "Wed 10", "Thu 11", "Fri 12", "Sat 13", "Sun 14", "Mon 15", "…", "Mar 25"]
    assert drawn(made) == [
        "..#-|.....",
        "..#-|.....",
        "..#--|....",
        ".X-----|..",
        ".........|",
    ]


@pytest.mark.parametrize(
    ("value", "tellings", "columns", "rows"),
    [
        ("2021-03-12", [(HERALD, "2021-03-12", "supports")], "Mon 8, Tue 9, Wed 10, Thu 11, Fri 12", ["....@"]),
        ("2021-03-11", [(HERALD, "2021-03-11", "supports")], "Mon 8, Tue 9, Wed 10, Thu 11, Fri 12", ["...#|"]),
        ("2021-03-20", [(HERALD, "2021-03-20", "supports")], "Thu 11, Fri 12, …, Mar 19, Sat 20", [".|..#"]),
        ("2021-03-10", [(HISTORY, "2021-03-10", "supports")], "Sat 6, Sun 7, Mon 8, Tue 9, Wed 10", ["....#"]),
        (
            "2021-03-10",
            [(POST, "2021-03", "coarser"), (HERALD, "2021-03-10", "supports")],
            "Tue 9, Wed 10, Thu 11, Fri 12, Sat 13, Sun 14, Mon 15",
            [".#-|...", "######@"],
        ),
        (
            "2021-03-10",
            [(POST, "2021-02-22", "disagrees"), (HERALD, "2021-03-10", "supports")],
            "Sun 21, Mon 22, …, Mar 10, Thu 11, Fri 12, Sat 13, Sun 14, Mon 15",
            ["...#-|...", ".X------|"],
        ),
        (
            "2021-03-10",
            [(POST, "2020-12-31", "disagrees"), (HERALD, "2021-03-10", "supports")],
            "Dec 2020 30, Thu 31, …, Mar 2021 10, Thu 11, Fri 12, Sat 13, Sun 14, Mon 15",
            ["...#-|...", ".X------|"],
        ),
        ("2021-03", [(HERALD, "2021-03", "supports")], "2020 Nov, Dec, 2021 Jan, Feb, Mar", ["....@"]),
        ("1997", [(HERALD, "1997", "supports")], "1995, 1996, 1997, …, 2021", ["..#-|"]),
        ("199", [(HERALD, "199", "supports")], "1980s, 1990s, 2000s, 2010s, 2020s", [".#--|"]),
        ("2021-03-10", [(ISLAND, None, "undated")], "Mon 8, Tue 9, Wed 10, …, Mar 25", ["....|"]),
    ],
)
def test_the_columns_fit_what_is_told(
    value: str, tellings: list[tuple[str, str | None, Verdict]], columns: str, rows: list[str]
) -> None:
    made = told(value, *tellings)
    assert (", ".join(heads(made)), drawn(made)) == (columns, rows)


@pytest.mark.parametrize("value", ["2021-03-10", "2021-W10", "2021-03", "2021-Q1", "2021", "202", "20", "BC0044"])
@pytest.mark.parametrize("other", ["2021-03-09", "1850-01-01", "BC2000", "2500", "21"])
def test_the_table_is_never_wider_than_a_phone_bears(value: str, other: str) -> None:
    made = told(value, (HERALD, value, "supports"), (POST, other, "disagrees"), (ISLAND, None, "undated"))
    assert 5 <= len(made.heads) <= 14
    assert all(len(row.cells) == len(made.heads) for row in made.rows)
    assert any(cell.says for cell in made.rows[0].cells)


def test_a_source_that_says_the_same_twice_has_one_row() -> None:
    made = told(
        "2021-03-10",
        (HERALD, "2021-03-10", "supports"),
        (HERALD, "2021-03-10", "supports"),
        (HERALD, "2021-03", "coarser"),
    )
    assert len(made.rows) == 2
