"""One edit on the served site → the new text of `corrections.toml`; what people wrote in it stays, comments too."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from typing import Any, Literal, get_args

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.toml_document import TOMLDocument

from timeline.correcting import checking
from timeline.correcting.parsing import TABLE
from timeline.errors import UsageError
from timeline.settings import CORRECTIONS

EditKind = Literal["hide", "merge", "headline", "date"]
_LONGEST = 500  # characters of a headline


@dataclass(frozen=True, slots=True)
class Edit:
    """What the author wants with one event."""

    event: str
    """'2019-05-07-ferry-aurora-hit-pier-tarn'"""
    kind: EditKind
    """'headline'"""
    value: str
    """'The ferry Aurora hits the pier'; a date; for 'merge' the id of the event that it goes into; '' for 'hide'"""


def edit_of(event: str, kind: str, value: str) -> Edit:
    """An edit, every part of it checked but the ids. Raises UsageError."""
    known = next((name for name in get_args(EditKind) if name == kind), None)
    if known is None:
        raise UsageError(f"There is no edit {kind!r}. Known are: {', '.join(get_args(EditKind))}.")
    try:
        if known == "date":
            value = checking.date(value)
        elif known == "headline":
            value = checking.text(value)[:_LONGEST]
    except ValueError as error:
        raise UsageError(f"The {known} must be {error}, not {value!r}.") from None
    return Edit(event, known, value)


def edited(text: str, edit: Edit) -> str:
    """The text of the file with the edit in it. Raises UsageError for a file that is no TOML, and changes nothing."""
    try:
        document = tomlkit.parse(text)
        if edit.kind == "merge":
            _merge(_table(document, edit.value), edit.event)
        elif edit.kind == "hide":
            _table(document, edit.event)["hide"] = True
        else:
            _table(document, edit.event)[edit.kind] = _date(edit.value) if edit.kind == "date" else edit.value
        return _valid(tomlkit.dumps(document))
    except (TOMLKitError, tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise UsageError(f"{CORRECTIONS}: cannot be changed: {error}. Mend it first.") from None


def _valid(text: str) -> str:
    """The text, which can be read again. Raises TOMLDecodeError."""
    tomllib.loads(text)
    return text


def _table(document: TOMLDocument, name: str) -> Any:
    """The table of an event, new at the end of the file where there is none."""
    if TABLE not in document:
        document[TABLE] = tomlkit.table(is_super_table=True)
    events: Any = document[TABLE]
    if name not in events:
        events[name] = tomlkit.table()
    return events[name]


def _merge(table: Any, event: str) -> None:
    """Add an event to those that are brought into another."""
    have = table.get("merge", [])
    if isinstance(have, str):
        have = table["merge"] = [have]
    if event in have:
        return
    if "merge" in table:
        table["merge"].append(event)
    else:
        table["merge"] = [event]


def _date(value: str) -> datetime.date | str:
    """A day as TOML has it; what is coarser, finer or far off as a text."""
    try:
        return datetime.date.fromisoformat(value) if len(value) == len("2022-01-26") else value
    except ValueError:
        return value
