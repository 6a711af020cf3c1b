"""What has been worked out of the texts in hand, kept until the stage is done with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

FEW = 512  # results of each function that are kept where nobody says for how long

_forgetting: list[Callable[[], None]] = []
_running = [0]


@contextmanager
def remembering() -> Iterator[None]:
    """While it lasts, every function that is `remembered` works out each of its results once."""
    _running[0] += 1
    try:
        yield
    finally:
        _running[0] -= 1
        if not _running[0]:
            for forget in _forgetting:
                forget()


def remembered(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """The function with its results kept: all of them while `remembering()` lasts, the last few otherwise."""
    every = cache(function)
    _forgetting.append(every.cache_clear)
    kept = cast("Callable[Parameters, Result]", every)
    few = cast("Callable[Parameters, Result]", lru_cache(maxsize=FEW)(function))

    @wraps(function)
    def recalled(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        return (kept if _running[0] else few)(*args, **kwargs)

    return recalled
