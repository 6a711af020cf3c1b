"""Days and values in a reader's words."""

from __future__ import annotations

import pytest

from tests.sample_timeline import sample
from timeline.calendar import day_of
from timeline.model import Span, Timex
from timeline.site import dates, kinds, words

EN = words.load("en")
EVENTS = {event.id: event for event in sample().events}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2022-01-26", "Wednesday 26 January 2022"),
        ("2022-01-26T14:30", "Wednesday 26 January 2022, 14:30"),
        ("2022-01-26T14", "Wednesday 26 January 2022, 14:00"),
        ("2022-01-26TNI", "Wednesday 26 January 2022, night"),
        ("2022-01-26TXX", "Wednesday 26 January 2022"),
        ("2022-01", "January 2022"),
        ("2022-W04", "Week of 24–30 Jan 2022"),
        ("2022-W05", "Week of 31 Jan – 6 Feb 2022"),
        ("2022-W04-WE", "Weekend of 29–30 Jan 2022"),
        ("2022-Q3", "Third quarter of 2022"),
        ("2022-H2", "Second half of 2022"),
        ("2021-WI", "Winter 2021"),
        ("2022", "2022"),
        ("199", "1990s"),
        ("19", "1900 – 1999"),
        ("0079-08-24", "24 August 79 AD"),
        ("BC0044-03-15", "15 March 44 BC"),
        ("BC0001", "1 BC"),
        ("BC0480-SU", "Summer 480 BC"),
        ("P3D", "P3D"),
    ],
)
def test_a_value_is_said_no_finer_than_it_is(value: str, text: str) -> None:
    assert dates.value(value, EN).replace("\u2009", " ") == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ((2022, 1, 10), (2022, 1, 10), "10 Jan 2022"),
        ((2022, 1, 10), (2022, 1, 20), "10–20 Jan 2022"),
        ((2022, 1, 28), (2022, 2, 3), "28 Jan – 3 Feb 2022"),
        ((2021, 12, 28), (2022, 1, 3), "28 Dec 2021 – 3 Jan 2022"),
        ((-43, 3, 15), (2022, 1, 3), "15 Mar 44 BC – 3 Jan 2022"),
    ],
)
def test_a_stretch_says_what_is_common_once(first: tuple[int, int, int], last: tuple[int, int, int], text: str) -> None:
    assert dates.between(day_of(*first), day_of(*last), EN).replace("\u2009", " ") == text


@pytest.mark.parametrize(
    ("value", "until", "mod", "year", "text"),
    [
        ("2022-01-26", None, None, 2022, "26 Jan"),
        ("2022-01-26", None, None, 2021, "26 Jan 2022"),
        ("2022-01-26", None, None, None, "26 Jan 2022"),
        ("2022-W05", None, None, 2022, "31 Jan – 6 Feb"),
        ("2021-W52", None, None, 2021, "27 Dec 2021 – 2 Jan 2022"),
        ("2022-01", None, "END", 2022, "late Jan"),
        ("2021-12", None, None, 2022, "Dec 2021"),
        ("1997", None, "APPROX", 2022, "about 1997"),
        ("2022-02-10", "2022-02-20", None, 2022, "10–20 Feb 2022"),
        ("P3D", None, None, 2022, ""),
        ("FUTURE_REF", None, None, 2022, ""),
    ],
)
def test_a_label_is_as_short_as_can_be(
    value: str, until: str | None, mod: str | None, year: int | None, text: str
) -> None:
    timex = Timex(Span(0, 1), "x", "DATE", value, mod, None, "r", "", until)
    assert dates.label(timex, year, EN).replace("\u2009", " ") == text


@pytest.mark.parametrize(
    ("event", "when", "shape", "tags", "filters"),
    [
        ("2021-03-10-aurora", "Wednesday 10 March 2021", "disputed", ["Exact day"], ["exact", "many", "disputed"]),
        ("2021-03-11-search", "11–14 Mar 2021", "range", ["Date range"], ["range", "one"]),
        (
            "2021-03-20-yard",
            "About Saturday 20 March 2021",
            "approximate",
            ["Approximate"],
            ["coarse", "one", "approximate"],
        ),
        (
            "2021-03-sailings",
            "About March 2021",
            "approximate",
            ["Within a month", "Approximate"],
            ["coarse", "one", "approximate"],
        ),
        (
            "2021-03-16-divers",
            "Tuesday 16 March 2021",
            "planned",
            ["Exact day", "Planned, not confirmed"],
            ["exact", "one", "planned"],
        ),
        ("1997-ferry", "Summer 1997", "coarse", ["Within a season"], ["coarse", "many"]),
        ("2022-02-01-findings", "Tuesday 1 February 2022, 14:30", "day", ["Time of day known"], ["exact", "one"]),
        ("bc0044-03-15-fleet", "15 March 44 BC", "day", ["Exact day"], ["exact", "one"]),
    ],
)
def test_an_event_says_how_exact_and_how_sure_its_date_is(
    event: str, when: str, shape: str, tags: list[str], filters: list[str]
) -> None:
    found = EVENTS[event]
    assert dates.when(found, EN).replace("\u2009", " ") == when
    assert (kinds.shape(found), list(kinds.tags(found, EN)), list(kinds.filters(found))) == (shape, tags, filters)
    assert kinds.shape(found) in kinds.SHAPES


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Wed 26 Jan 2022"),
        ("en-US", "Wed, Jan 26, 2022"),
        ("en_GB", "Wed, 26 Jan 2022"),
        ("en-XX", "Wed 26 Jan 2022"),
    ],
)
def test_a_region_in_the_language_chooses_whose_dates_are_written(language: str, text: str) -> None:
    assert dates.day(day_of(2022, 1, 26), words.load(language), dates.SHORT) == text


@pytest.mark.parametrize("language", ["tlh", "", "../en", "e n", "42"])
def test_a_language_without_words_has_those_of_english(language: str) -> None:
    assert words.load(language) == words.load("en")


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 sources"), (1, "1 source"), (2, "2 sources"), (12345, "12,345 sources")]
)
def test_numbers_take_the_plural_form_of_the_language(n: int, text: str) -> None:
    assert EN.count("count.sources", n) == text


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert EN.say("source.by", author="{n} {0} {author!r}") == "By {n} {0} {author!r}"
