"""Words and their stems, with offsets and without."""

from __future__ import annotations

import pytest

from timeline.events.stems import content, stem, terms
from timeline.events.words import small_words, words

TEXTS = [
    ("The envoys' plane left Tarn’s airfield at 6.30.", "en"),
    ("Mira WALKED out of the talks; Mr O'Dell turned down the AT&T offer.", "en"),
    ("L'accord d’Orrin n'a pas été signé.", "fr"),
    ("", "en"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_small_words_are_the_words_without_their_places(text: str, language: str) -> None:
    assert small_words(text) == [word.lower for word in words(text)]
    assert terms(small_words(text), language) == content(words(text), language)


def test_small_words_of_a_stretch_end_where_it_ends() -> None:
    assert small_words("The dam broke on Monday", 4, 13) == ["dam", "broke"]


JOINED = [
    ("they turned down the plan", [stem("rejected", "en"), stem("plan", "en")]),
    ("they turned the plan down", [stem("turned", "en"), stem("plan", "en")]),
    ("the plan was turned", [stem("plan", "en"), stem("turned", "en")]),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_two_words_that_are_listed_as_one_are_one(text: str, expected: list[str]) -> None:
    assert [term for term in terms(small_words(text), "en") if term != stem("down", "en")] == expected
