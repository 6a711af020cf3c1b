"""What is worked out of the texts in hand is kept while a stage lasts, and no longer."""

from __future__ import annotations

from timeline.events.memory import FEW, remembered, remembering
from timeline.events.words import word_before

asked: list[int] = []


@remembered
def _double(number: int) -> int:
    asked.append(number)
    return 2 * number


def test_everything_is_worked_out_once_while_it_lasts() -> None:
    asked.clear()
    numbers = range(2 * FEW)
    with remembering():
        assert [_double(number) for number in numbers] == [_double(number) for number in numbers]
        with remembering():
            _double(0)
        _double(0)
    assert asked == list(numbers)


def test_nothing_is_kept_behind_it() -> None:
    with remembering():
        _double(-1)
    asked.clear()
    with remembering():
        _double(-1)
    assert asked == [-1]


def test_only_the_last_few_are_kept_without_it() -> None:
    for number in range(2 * FEW):
        _double(number)
    asked.clear()
    _double(2 * FEW - 1)
    _double(0)
    assert asked == [0]


def test_a_word_before_a_place() -> None:
    text = "The mayor’s boat sank."
    found = word_before(text, 12)
    assert found is not None
    assert found.text == "mayor"
    assert word_before(text, 0) is None
