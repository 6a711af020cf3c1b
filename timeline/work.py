"""Mapping a function over items, here or in worker processes, with or without a progress bar: the same results."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

from tqdm import tqdm

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 500  # items for which starting worker processes is worth its seconds


class Mapper(Protocol):
    """What a stage is handed to map its function over its items with."""

    def __call__(self, label: str, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """The function's results in the order of the items; `label` is what a progress bar says."""


def one_by_one(label: str, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """The plain Mapper: here, one after the other, without a bar."""
    del label
    return [function(item) for item in items]


@contextmanager
def workers(jobs: int, bar: bool) -> Iterator[Mapper]:
    """A Mapper over up to `jobs` processes, each call under a progress bar if `bar`; the processes end with the block.

    The function must be one of a module's own and items and results must be picklable, as for multiprocessing.
    """
    pools: list[ProcessPoolExecutor] = []

    def spread(label: str, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        if jobs > 1 and len(items) >= FEWEST and not pools:
            pools.append(_pool(jobs))
        size = max(1, min(64, len(items) // (4 * jobs)))
        with _deaf_to_ctrl_c():
            results = pools[0].map(function, items, chunksize=size) if pools else map(function, items)
        return list(_shown(results, label, len(items)) if bar else results)

    try:
        yield spread
    finally:
        for pool in pools:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned on every system alike: forking under the threads of others may lock up.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_ctrl_c)


def _leave_ctrl_c() -> None:
    """An interruption is for the main process, which then ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """For the moment in which workers start, since they inherit this and would else answer with a traceback."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are a matter of the main thread
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def _shown(results: Iterable[Result], label: str, total: int) -> Iterable[Result]:
    """The results under a bar; one long item has nothing to count, and gets its label alone, at once."""
    if total == 1:
        shown: Iterable[Result] = tqdm(results, desc=label, total=total, leave=False, bar_format="{desc} ...")
    else:
        shown = tqdm(results, desc=label, total=total, leave=False, ascii=True, delay=0.3)
    return shown
