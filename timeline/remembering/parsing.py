"""The file in which a build left its history → History."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from timeline import calendar
from timeline.model import Change, ChangeKind, Found, History, Problem, Shown
from timeline.remembering.hiding import SIGN, secret

FILE = "data/history.json"
FORMAT = 1
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,199}")


def recall(data: bytes | None, named: Iterable[str]) -> tuple[History, tuple[Problem, ...]]:
    """The history that a build left, and a problem for one that no build has written; an empty one for None.

    `named` are the ids that the author's corrections name: by them the events that he hides are known again.
    """
    if data is None:
        return History(), ()
    known = {secret(name): name for name in named}
    try:
        table = json.loads(data)
        if table["format"] != FORMAT:
            raise ValueError("it was written by another version")
        return _history(table, known), ()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        reason = str(error) if type(error) is ValueError else "it is not as a build leaves it"
        message = f"What the last build left in the output folder cannot be used: {reason}."
        remedy = "This build writes it anew; some events may have got other addresses."
        return History(), (Problem("history", FILE, None, message, remedy),)


def _history(table: Mapping[str, Any], known: Mapping[str, str]) -> History:
    found = [Found(_id(row["id"], known), tuple(map(_text, row["evidence"]))) for row in table["found"]]
    former = [(_id(old, known), _id(new, known)) for old, new in table["former"].items()]
    return History(
        found=tuple(one for one in found if one.id),
        former=tuple(pair for pair in former if all(pair)),
        shown=tuple(map(_shown, table["shown"])),
        changes=tuple(tuple(map(_change, batch)) for batch in table["changes"]),
    )


def _shown(row: Mapping[str, Any]) -> Shown:
    until = None if row["until"] is None else _value(row["until"])
    return Shown(_id(row["id"]), _value(row["date"]), until, _text(row["headline"]), int(row["outlets"]))


def _change(row: Mapping[str, Any]) -> Change:
    kind: ChangeKind = row["kind"]
    if kind not in get_args(ChangeKind):
        raise TypeError(kind)
    headline, was, reported = (_text(row[name]) for name in ("headline", "was", "reported"))
    return Change(kind, _id(row["id"]), _value(row["date"]), headline, was, reported)


def _id(value: object, known: Mapping[str, str] | None = None) -> str:
    """An id; '' for a hidden one that nobody names any more."""
    text = _text(value)
    if known is not None and text.startswith(SIGN):
        return known.get(text, "")
    if not _ID.fullmatch(text):
        raise TypeError(text)
    return text


def _value(value: object) -> str:
    text = _text(value)
    if calendar.period(text) is None:
        raise TypeError(text)
    return text


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
