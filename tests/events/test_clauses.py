"""Sentences into clauses."""

from __future__ import annotations

import pytest

from timeline.events.clauses import split
from timeline.model import Span

SPLIT = [
    # sentence, clauses
    ("Ann arrived, while Bob stayed at home.", ["Ann arrived", "Bob stayed at home."]),
    ("She was admitted on Monday but died on Friday.", ["She was admitted on Monday", "died on Friday."]),
    ("The firm met lenders and signed the deal.", ["The firm met lenders", "signed the deal."]),
    ("They blamed the policy, which began in 2014.", ["They blamed the policy", "began in 2014."]),
    ("It opened on June 17, two days before the ship came.", ["It opened on June 17", "the ship came."]),
    ("They left a week after the vote was held.", ["They left", "the vote was held."]),
    ("The pier, which was rebuilt in 2011, will have to go.", ["The pier", "was rebuilt in 2011", "will have to go."]),
    ("After the vote failed on Monday, the house met.", ["the vote failed on Monday", "the house met."]),
    ("The boat sank; nobody was hurt.", ["The boat sank", "nobody was hurt."]),
]
WHOLE = [
    "The US and NATO on Wednesday rejected the demand.",
    "Ann met Bob and Carl in Rome.",
    "He said “we left, while they stayed” and more.",
    "The minister stressed that while talks go on, nothing is agreed.",
    "It fell after the vote.",
    "",
]


@pytest.mark.parametrize(("sentence", "clauses"), SPLIT)
def test_a_sentence_is_parted_where_both_sides_have_a_verb(sentence: str, clauses: list[str]) -> None:
    found = split(sentence, Span(0, len(sentence)), "en")
    assert [clause.span.of(sentence) for clause in found] == clauses


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_sentence_stays_whole_elsewhere(sentence: str) -> None:
    assert [clause.span.of(sentence) for clause in split(sentence, Span(0, len(sentence)), "en")] == [sentence]
