"""The fuzz target of the tagger on random bytes, and on bytes that read like dates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.tag import check

WORDS = [
    "on Wednesday",
    "January",
    "the",
    "last week",
    "two",
    "days later",
    "am Montag",
    "janvier",
    "в среду",
    "noon",
    "of",
]
SIGNS = [
    "3",
    "2022",
    "26",
    "-",
    "/",
    ":",
    ".",
    ",",
    " ",
    "\n",
    "’s",
    "BC",
    "10:30",
    "\u0301",
    "\u202e",
    "½",
    "٣",
    "1990s",
    "Q1",
]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_tagger(data: bytes) -> None:
    check(data)


@given(st.integers(0, 255), st.lists(st.sampled_from(WORDS + SIGNS), max_size=30), st.sampled_from(["", " "]))
def test_no_heap_of_pieces_breaks_the_tagger(choice: int, pieces: list[str], joint: str) -> None:
    check(bytes([choice]) + joint.join(pieces).encode())
