"""The reading list: its sections, its rows, its gaps and its pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sample_timeline import generated, sample, single
from timeline.model import Event
from timeline.site import words
from timeline.site.finder import MOST, finder
from timeline.site.listing import Section, sections
from timeline.site.shelf import opened
from timeline.site.volumes import MOST_BYTES, volumes

EN = words.load("en")
(EVENT,) = single().events


def event(value: str, until: str | None = None, about: bool = False, score: float = 0.5, name: str = "") -> Event:
    return replace(EVENT, id=f"{value}{name}".lower(), value=value, until=until, approximate=about, score=score)


def listed(*events: Event) -> list[Section]:
    return list(sections(events, EN))


@pytest.mark.parametrize(
    ("made", "figure", "small", "size"),
    [
        (event("2022-01-26"), "26", "Wed", "large"),
        (event("2022-01-26T14:30"), "26", "Wed", "large"),
        (event("2022-01-26", about=True), "26", "about", "large"),
        (event("2022-01-10", "2022-01-20"), "10–20", "Mon–Thu", "middle"),
        (event("2022-01-28", "2022-02-03"), "28 Jan – 3 Feb", "Fri–Thu", "small"),
        (event("2021-12-28", "2022-03-03"), "28 Dec 2021 – 3 Mar 2022", "", "small"),
        (event("2022-W04"), "24–30", "week", "middle"),
        (event("2022-01"), "Jan", "month", "middle"),
        (event("2022-01", about=True), "Jan", "about", "middle"),
        (event("2022-SU"), "Summer", "season", "small"),
        (event("2022-Q3"), "Q3", "quarter", "large"),
        (event("2022-H1"), "1st half", "half year", "small"),
        (event("1997"), "1997", "year", "middle"),
        (event("199"), "1990s", "decade", "middle"),
        (event("19"), "1900 – 1999", "century", "small"),
        (event("BC0044-03-15"), "15", "", "large"),
    ],
)
def test_the_margin_says_the_date_no_finer_than_it_is(made: Event, figure: str, small: str, size: str) -> None:
    (section,) = listed(made)
    (row,) = section.rows
    assert (row.figure, row.small, row.size) == (figure, small, size)


def test_a_section_is_a_month_or_one_coarser_value_and_the_coarser_comes_first() -> None:
    made = listed(
        event("2022-01-05"), event("2022"), event("2022-06-01"), event("2022-SU"), event("202"), event("2022-01")
    )
    assert [section.title for section in made] == ["2020s", "2022", "January 2022", "Summer 2022", "June 2022"]
    assert [row.figure for row in made[2].rows] == ["Jan", "5"]


def test_events_of_one_day_stand_in_one_row_the_most_important_first() -> None:
    day = [event("2022-01-26", score=0.2), event("2022-01-26T09:00", score=0.9), event("2022-01-26TEV", score=0.5)]
    (section,) = listed(*day)
    (row,) = section.rows
    assert [item.score for item in row.events] == [0.9, 0.5, 0.2]


def test_no_two_rows_or_sections_have_one_anchor() -> None:
    made = sections(sample().events, EN)
    rows = [row.id for section in made for row in section.rows]
    assert len(set(rows)) == len(rows)
    assert len({section.id for section in made}) == len(made)


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        (event("2022-01-01"), event("2022-01-02"), ""),
        (event("2022-01-01"), event("2022-01-03"), "1 day without an event on file"),
        (event("2022-01-01", "2022-01-10"), event("2022-01-12"), "1 day without an event on file"),
        (event("2022-01-01", "2022-01-10"), event("2022-01-05"), ""),
        (event("2022-01-01"), event("2022-03-02"), "59 days without an event on file"),
        (event("2022-01-01"), event("2022-03-05"), "about 2 months without an event on file"),
        (event("2022-01-01"), event("2024-06-01"), "about 2 years without an event on file"),
        (event("1997"), event("2022-01-01"), "about 24 years without an event on file"),
        (event("2022-01"), event("2022-01-20"), ""),
        (event("BC0044-03-15"), event("0014-08-19"), "about 57 years without an event on file"),
    ],
)
def test_empty_time_is_named(before: Event, after: Event, gap: str) -> None:
    rows = [row for section in listed(before, after) for row in section.rows]
    assert [row.gap for row in rows] == ["", gap]


def test_a_coarse_value_fills_no_gap_between_days() -> None:
    rows = [row for s in listed(event("2022-01-10"), event("2022-01"), event("2022-01-20")) for row in s.rows]
    assert rows[-1].gap == "9 days without an event on file"


def test_a_choice_of_events_names_no_gap() -> None:
    made = sections((event("2022-01-01"), event("2022-03-01")), EN, gaps=False)
    assert [row.gap for section in made for row in section.rows] == ["", ""]


TENTH = MOST_BYTES // 10


@pytest.mark.parametrize(
    ("count", "step", "urls"),
    [
        (0, 1, ["index.html"]),
        (10, 1, ["index.html"]),
        (11, 40, ["periods/2015/index.html", "periods/2016/index.html"]),
        (11, 3, ["periods/2015-01/index.html", "periods/2015-01/2/index.html"]),
        (11, 0, ["periods/2015-01/index.html", "periods/2015-01/2/index.html"]),
        (21, 0, ["periods/2015-01/index.html", "periods/2015-01/2/index.html", "periods/2015-01/3/index.html"]),
        (11, 20, [f"periods/2015-{month:02}/index.html" for month in (1, 2, 3, 4, 5, 6, 7)]),
    ],
)
def test_a_long_list_stands_on_several_pages(count: int, step: int, urls: list[str]) -> None:
    events = generated(count, step=step).events
    pages = volumes(sections(events, EN), {event.id: TENTH for event in events}, EN)
    assert [page.url for page in pages] == urls
    assert [item.id for page in pages for item in page.events] == [
        item.id for section in sections(events, EN) for row in section.rows for item in row.events
    ]
    assert all(len(page.events) <= 10 for page in pages)


def test_a_part_of_a_long_month_says_which_it_is() -> None:
    events = generated(11, step=0).events
    pages = volumes(sections(events, EN), {event.id: TENTH for event in events}, EN)
    assert [page.title for page in pages] == ["January 2015, part 1 of 2", "January 2015, part 2 of 2"]


def test_the_search_offers_what_events_bear_and_nothing_else() -> None:
    found = finder(opened(sample(), EN))
    used = {name for event in sample().events for name in event.documents}
    assert {name for name, _ in found.sources} == used
    assert "harbour-notes" not in used
    assert [found.certainties[place] for place in found.marks["1997-ferry"].certainties] == ["coarse", "many"]


def test_many_documents_are_offered_by_their_outlets() -> None:
    found = finder(opened(generated(MOST + 1), EN))
    assert sorted(name for name, _ in found.sources) == sorted(f"Paper {number}" for number in range(13))
    event = next(iter(found.marks.values()))
    assert {found.sources[place][0] for place in event.sources} == {"Paper 0", "Paper 1"}


def test_names_stand_in_order_of_the_alphabet_and_entries_point_at_them() -> None:
    timeline = sample()
    found = finder(opened(timeline, EN))
    places = found.marks["2021-03-10-aurora"].names
    assert {found.names[place] for place in places} == {"Aurora", "Vik", "أورورا"}
    assert list(found.names) == sorted(found.names, key=str.casefold)
