"""What need not be looked at: the words without which no likeness is reached, and texts cut into words once."""

from __future__ import annotations

import random

from timeline.events.vectors import cosine, leading
from timeline.events.words import words

WEIGHTS = {f"w{number}": 1.0 / (1 + number % 7) for number in range(40)}


def test_two_bags_that_are_alike_share_a_leading_word() -> None:
    chance = random.Random(7)
    alike = 0
    for _ in range(4000):
        common = frozenset(chance.sample(sorted(WEIGHTS), 5))
        one = common | frozenset(chance.sample(sorted(WEIGHTS), chance.randint(0, 4)))
        other = common | frozenset(chance.sample(sorted(WEIGHTS), chance.randint(0, 4)))
        if cosine(one, other, WEIGHTS) >= 0.6:
            alike += 1
            assert other & set(leading(one, WEIGHTS, 0.6))
    assert alike > 100


def test_words_that_add_too_little_are_not_leading() -> None:
    weights = {"pier": 1.0, "council": 0.9, "new": 0.2}
    assert leading(weights, weights, 0.6) == ["pier", "council"]


def test_a_part_of_a_long_text_has_the_words_that_it_has_by_itself() -> None:
    text = " ".join(["O'Brien's crew — of the U.S. Navy's 40,000 — met l'équipage today."] * 12)
    assert len(text) > 300
    for start in range(0, 140):
        for end in range(start, 160):
            alone = [(word.text, word.start + start) for word in words(text[start:end])]
            part = [(word.text, word.start) for word in words(text, start, end)]
            assert part == alone, (start, end)
