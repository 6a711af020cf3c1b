"""Names without a model: what is one, and which writings are one."""

from __future__ import annotations

import pytest

from tests.events.story import document
from timeline.events import names

FOUND = [
    # sentence, names in it
    ("On Tuesday, Prime Minister Anna Berg met Carl Dahl in Riga.", ["Anna Berg", "Carl Dahl", "Riga"]),
    ("The talks in Lisbon ended early.", ["Lisbon"]),
    ("Speaking in Lisbon, he said no.", ["Lisbon"]),
    ("Western countries met in Oslo.", ["Oslo"]),
    ("Norwegian Health Minister Ole Vik resigned.", ["Ole Vik"]),
    ("The US Secretary of State Mary Poole flew home.", ["US", "Mary Poole"]),
    (
        "He joined the Organization for Security and Cooperation in Bern.",
        ["Organization for Security and Cooperation", "Bern"],
    ),
    ("The US and NATO replied.", ["US", "NATO"]),
    ("In Riga a Frenchman met two Egyptians and three Dutchwomen.", ["Riga"]),
    ("British Airways cancelled flights.", ["British Airways"]),
    ("It was May, and we met in June.", []),
    ("Hatem el-Gabali spoke to the al-Ahram newspaper.", ["Hatem el-Gabali", "al-Ahram"]),
]
ONE_NAME = [
    # two documents' sentences, the writing that stands for both
    ("They met Volodymyr Zelensky.", "We saw Volodymyr Zelenskyy in Kyiv.", "zelens"),
    ("Talks in Kiev failed.", "Talks in Kyiv failed.", "kyiv"),
    ("They met Viktor Orbán.", "They met Orban again.", "orban"),
    ("A report of the World Health Organization (WHO) said so.", "They asked the WHO.", "world health"),
    ("They met Ana Sofia Reis.", "They met Ana Reis.", "ana"),
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND)
def test_names_are_found_by_their_capitals(sentence: str, expected: list[str]) -> None:
    # The second document shows each word inside a sentence, as another article of a collection would.
    known = document("other", None, "They spoke of Riga, Lisbon, Oslo, and Bern and NATO.")
    one = document("one", None, sentence)
    found = names.collect([one, known])
    assert [one.text[span.start : span.end] for _, span in found.places(one, one.sentences[0])] == expected


@pytest.mark.parametrize(("first", "second", "part"), ONE_NAME)
def test_writings_of_one_name_share_a_key(first: str, second: str, part: str) -> None:
    documents = [document("one", None, first), document("two", None, second)]
    found = names.collect(documents)
    keys = [{key for key in found.within(item, item.sentences[0]) if part in key} for item in documents]
    assert keys[0] == keys[1] != set()


def test_a_surname_of_two_people_stays_itself() -> None:
    one = document("one", None, "They met Edgar Hale.\nThey met Maria Hale.\nIt was Hale who left.")
    assert names.collect([one]).within(one, one.sentences[2]) == ("hale",)


def test_a_people_stands_for_its_place_without_being_a_name() -> None:
    one = document("one", None, "The Russian leader left.")
    found = names.collect([one])
    assert found.within(one, one.sentences[0]) == ()
    assert found.peoples(one, one.sentences[0]) == frozenset(["russia"])
