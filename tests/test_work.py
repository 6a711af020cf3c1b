"""Mapping over items: the same results however many processes do it."""

import os

import pytest

from timeline import work


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.fixture(autouse=True)
def soon_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "FEWEST", 32)


@pytest.mark.parametrize(("jobs", "items"), [(1, 0), (1, 5), (2, 5), (2, 40), (3, 200)])
def test_results_come_in_the_order_of_the_items(jobs: int, items: int) -> None:
    with work.workers(jobs, bar=False) as mapper:
        results = mapper("Squaring", squared, range(items))
    assert [value for value, _ in results] == [value for value, _ in work.one_by_one("", squared, range(items))]


def test_many_items_go_to_other_processes_and_few_do_not() -> None:
    with work.workers(2, bar=False) as mapper:
        assert {process for _, process in mapper("Few", squared, range(3))} == {os.getpid()}
        assert os.getpid() not in {process for _, process in mapper("Many", squared, range(100))}


def test_a_bar_changes_no_result(capsys: pytest.CaptureFixture[str]) -> None:
    with work.workers(1, bar=True) as mapper:
        assert [value for value, _ in mapper("Squaring", squared, range(4))] == [0, 1, 4, 9]
    assert capsys.readouterr().out == ""


def test_one_long_item_is_named_while_it_lasts(capsys: pytest.CaptureFixture[str]) -> None:
    with work.workers(1, bar=True) as mapper:
        named = mapper("Events", lambda _: capsys.readouterr().err, [None])
    assert "Events ..." in named[0]


def test_a_fault_in_a_process_reaches_the_caller() -> None:
    with work.workers(2, bar=False) as mapper, pytest.raises(ZeroDivisionError):
        mapper("Dividing", divided, range(100))


def divided(number: int) -> float:
    return 1 / number
