"""The text of `corrections.toml` → entries, table by table, so that a fault in one loses no other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline.correcting.checking import PART, WISHES, Check, checked, flag, texts, wishes
from timeline.correcting.nouns import Entry, Part, Place
from timeline.model import Problem

TABLE = "event"
_REACH = 50  # lines like heads that one text or list may hold
_HEAD = re.compile(r"\s{0,40}\[")
_KEY = re.compile(r"\s{0,40}[\"']?(?P<key>[\w-]{1,80})[\"']?\s{0,40}=")
_AT = re.compile(r"\(at (?:line (?P<line>\d{1,6}), column \d{1,9}|end of document)\)")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A table of the file, from its head to the next."""

    place: Place
    """Place('corrections.toml', 12, {'headline': 13})"""
    table: Mapping[str, Any] | None
    """what it holds; None where it is no TOML"""
    fault: str = ""
    """why it is none"""
    open: bool = False
    """whether it is none because it breaks off: a text or a list goes on behind it"""


def parse(text: str, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """What a corrections file says, an entry an event in order of the file, and a problem for each fault in it."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for chunk in _chunks(text, file):
        if chunk.table is None:
            remedy = "The other corrections are used. Mend that line."
            problems.append(Problem("correction", file, chunk.place.line, f"No valid TOML: {chunk.fault}.", remedy))
            continue
        for name, table in _tables(chunk, problems):
            entry, faults = _entry(name, table, chunk.place)
            entries[name] = _together(entries[name], entry) if name in entries else entry
            problems += faults
    return tuple(entries.values()), tuple(problems)


def _chunks(text: str, file: str) -> Iterator[_Chunk]:
    """The tables of a file; lines that begin like a head inside a text or a list part nothing."""
    lines = text.replace("\r\n", "\n").split("\n")
    heads = [0, *(number for number, line in enumerate(lines) if number and _HEAD.match(line)), len(lines)]
    place = 0
    while place < len(heads) - 1:
        first, end = heads[place], place + 1
        chunk = _chunk(lines[first : heads[end]], first, file)
        if chunk.open:
            longer = (
                (_chunk(lines[first : heads[far]], first, file), far)
                for far in range(end + 1, min(end + _REACH, len(heads)))
            )
            chunk, end = next(((found, far) for found, far in longer if found.table is not None), (chunk, end))
        yield chunk
        place = end


def _chunk(lines: list[str], first: int, file: str) -> _Chunk:
    keys = {match["key"]: first + number for number, line in enumerate(lines, 1) if (match := _KEY.match(line))}
    place = Place(file, first + 1, keys)
    try:
        return _Chunk(place, tomllib.loads("\n".join(lines)))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT.search(str(error))
        line = first + int(found["line"]) if found and found["line"] else first + len(lines)
        return _Chunk(Place(file, line), None, _AT.sub("", str(error)).strip(), "end of document" in str(error))


def _tables(chunk: _Chunk, problems: list[Problem]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each event's id with what the chunk says of it; adds a problem for what is no table of an event."""
    for head, table in (chunk.table or {}).items():
        rows = table if head == TABLE and isinstance(table, dict) else {}
        if not rows or not all(isinstance(row, dict) for row in rows.values()):
            message = f"{head!r} is no table of an event."
            remedy = f'Begin with the event\'s id: [{TABLE}."2022-01-26-first-words"].'
            problems.append(Problem("correction", chunk.place.file, chunk.place.line_of(head), message, remedy))
        else:
            yield from rows.items()


def _entry(name: str, table: Mapping[str, Any], place: Place) -> tuple[Entry, tuple[Problem, ...]]:
    values, problems = checked(table, _ENTRY, place)
    parts: list[Part] = []
    for row in values.get("split", ()):
        found, faults = checked(row, PART, place)
        problems += faults
        if "quotes" in found:
            parts.append(Part(found["quotes"], wishes(found), place))
    entry = Entry(name, place, values.get("hide", False), values.get("merge", ()), tuple(parts), wishes(values))
    return entry, problems


def _parts(value: object) -> Iterable[Mapping[str, Any]]:
    """The tables of what is split off."""
    rows: list[Any] = value if isinstance(value, list) else [value]
    if not all(isinstance(row, dict) and "quotes" in row for row in rows):
        raise ValueError("tables with the quotes that go to an event of their own")
    return rows


_ENTRY: Mapping[str, Check] = {"hide": flag, "merge": texts, "split": _parts, **WISHES}


def _together(one: Entry, other: Entry) -> Entry:
    """What two tables of one event say; the later one wins."""
    said = {name: value for name in WISHES if (value := getattr(other.wishes, name)) is not None}
    return replace(
        one,
        hide=one.hide or other.hide,
        merge=(*one.merge, *other.merge),
        split=(*one.split, *other.split),
        wishes=replace(one.wishes, **said),
    )
