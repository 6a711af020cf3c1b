"""Key dates → text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping

from timeline import calendar
from timeline.digest.digesting import KeyDate

_LIST = re.compile(r"^(?P<head>\d{0,9})(?P<mark>[-+.)])")
_MARKUP = re.compile(r"(?P<mark>[\\`*_\[\]<>#|~&])")


def as_json(dates: Iterable[KeyDate]) -> str:
    """[["2010-04-20", ["sentence", …]], …], in one line."""
    return json.dumps([[calendar.iso(key.day), list(key.sentences)] for key in dates], ensure_ascii=False) + "\n"


def as_markdown(dates: Iterable[KeyDate]) -> str:
    """A heading for each date and its sentences as a list; what is markup in Markdown is escaped in them."""
    return "\n".join(f"## {calendar.iso(key.day)}\n\n{_points(key)}" for key in dates)


def _points(key: KeyDate) -> str:
    return "".join(f"- {_plain(sentence)}\n" for sentence in key.sentences)


def _plain(sentence: str) -> str:
    """A sentence that Markdown shows as it stands; a number with a full stop at its head begins no list."""
    escaped = _MARKUP.sub(r"\\\g<mark>", sentence)
    return _LIST.sub(r"\g<head>\\\g<mark>", escaped)


FORMATS: Mapping[str, Callable[[Iterable[KeyDate]], str]] = {"json": as_json, "markdown": as_markdown}
