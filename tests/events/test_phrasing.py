"""Clauses into words that can be printed."""

from __future__ import annotations

import pytest

from timeline.events import phrasing
from timeline.events.words import lexicon
from timeline.model import Span

WITHOUT = [
    # clause, date in it, what is left
    ("The firm on Monday recalled its cars.", "Monday", "The firm recalled its cars."),
    ("He earlier Friday met Ann.", "Friday", "He met Ann."),
    ("The fires, all in May, hurt two.", "May", "The fires hurt two."),
    ("On Monday, the firm fell.", "Monday", "the firm fell."),
    ("They sat for most of 10 May.", "10 May", "They sat for most of 10 May."),
    ("They spent Monday in court.", "Monday", "They spent Monday in court."),
    ("They lost the week's market.", "the week", "They lost the week's market."),
]
BARE = [
    ("LISBON (Coast News) - The pier burned.", "The pier burned."),
    ("But the firm refused.", "the firm refused."),
    ("In a court filing, the firm denied it.", "the firm denied it."),
    ("The pier burned, the mayor said.", "The pier burned"),
    ("The pier burned, according to the mayor.", "The pier burned"),
    ("His lawyer Ann Berg left.", "The lawyer Ann Berg left."),
    ("His Lawyer Ann Berg left.", "Lawyer Ann Berg left."),
    ("Its annual meeting is due.", "The annual meeting is due."),
    ("General Cars (GC) closed.", "General Cars closed."),
    ("It is understood that two men were hurt.", "two men were hurt."),
    ("UPDATE 1-Firm closes plant", "Firm closes plant"),
    ("It was a long day.", "It was a long day."),
]
SHORT = [
    (
        "The court in the capital rejected the appeal of the treasurer, who had asked for a new trial before others",
        "The court in the capital rejected the appeal of the treasurer",
    ),
    (
        "French President Anne Leroy told German Chancellor Karl Ernst that the last offer of the union was fair",
        "Anne Leroy told Karl Ernst that the last offer of the union was fair",
    ),
    (
        "The struggling maker of electric bicycles Calder Voss announced that most lenders did not accept its offer",
        "Calder Voss announced that most lenders did not accept its offer",
    ),
    (
        "Lawyers filed an appeal against the six years in prison that the judge had given her after the long trial",
        "Lawyers filed an appeal",
    ),
]
WHOLE = ["The pier burned down", "Ann Berg died", "The two sides met", "The board accepted the firm's demands"]
BROKEN = [
    "",
    "The pier",
    "The pier that burned",
    "Burned to the ground",
    "The firm announced",
    "She was taken",
    "He said “we",
    "Fell in",
]


@pytest.mark.parametrize(("clause", "date", "left"), WITHOUT)
def test_a_date_is_taken_out_with_what_binds_it(clause: str, date: str, left: str) -> None:
    start = clause.index(date)
    assert phrasing.without(clause, Span(0, len(clause)), Span(start, start + len(date)), "en") == left


@pytest.mark.parametrize(("clause", "left"), BARE)
def test_datelines_links_and_attribution_go(clause: str, left: str) -> None:
    assert phrasing.bare(clause, "en").rstrip(".") == left.rstrip(".")


@pytest.mark.parametrize(("clause", "left"), SHORT)
def test_a_long_clause_is_cut_where_it_can_stop(clause: str, left: str) -> None:
    assert phrasing.shorten(clause, "en") == left


def test_what_cannot_be_cut_soundly_stays() -> None:
    clause = "Whether one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    assert phrasing.shorten(clause, "en") == clause


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_can_stand(text: str) -> None:
    assert phrasing.is_whole(text, lexicon("en"))


@pytest.mark.parametrize("text", BROKEN)
def test_a_fragment_cannot(text: str) -> None:
    assert not phrasing.is_whole(text, lexicon("en"))


def test_tokenised_text_reads_as_print_has_it() -> None:
    assert phrasing.tidy("Ann 's plan -LRB- the first -RRB- , `` a good one , '' failed .") == (
        "Ann's plan (the first), “a good one,” failed."
    )
