"""A table of the author's → values of the right kinds, and a problem for each that is not."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from timeline import calendar
from timeline.correcting.nouns import Citation, Place, Wishes
from timeline.model import Problem, Reference

Check = Callable[[object], object]
"""a value as it was read → as it is used; raises ValueError, saying what it must be"""

_SHOWN = 60  # characters of a wrong value that a message shows
_ADDRESS = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_DAY = 'a date such as 2022-01-26, "2022-01", "2022-W04", "2022-SU" or "2022"'


def checked(
    table: Mapping[str, Any], checks: Mapping[str, Check], place: Place
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values of the keys that are known and right; a problem with its line for each that is not."""
    values: dict[str, Any] = {}
    problems = []
    for name, value in table.items():
        try:
            values[name] = _check_of(name, checks)(value)
        except ValueError as error:
            problems.append(Problem("correction", place.file, place.line_of(name), str(error), _REMEDY))
    return values, tuple(problems)


_REMEDY = "Mend that line, or remove it; docs/corrections.md shows each."


def wishes(values: Mapping[str, Any]) -> Wishes:
    """The wishes among checked values."""
    return Wishes(**{name: values[name] for name in WISHES if name in values})


def _check_of(name: str, checks: Mapping[str, Check]) -> Check:
    if name not in checks:
        near = difflib.get_close_matches(name, checks, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(checks)}."
        raise ValueError(f"Unknown key {name!r}. {hint}")

    def check(value: object) -> object:
        try:
            return checks[name](value)
        except ValueError as error:
            shown = repr(value)
            shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
            raise ValueError(f"{name} must be {error}, not {shown}.") from None

    return check


def text(value: object) -> str:
    """A text on one line."""
    line = " ".join(value.split()) if isinstance(value, str) else ""
    if not line:
        raise ValueError("a text in quotation marks")
    return line


def flag(value: object) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def date(value: object) -> str:
    """A calendar value, from a date or a text; a whole number is a year."""
    if isinstance(value, datetime.datetime):
        found = f"{value:%Y-%m-%dT%H:%M}"
    elif isinstance(value, datetime.date):
        found = value.isoformat()
    else:
        found = (
            str(value)
            if isinstance(value, int) and not isinstance(value, bool)
            else value
            if isinstance(value, str)
            else ""
        )
    if calendar.grain(found.strip()) is None:
        raise ValueError(_DAY)
    return found.strip()


def texts(value: object) -> tuple[str, ...]:
    """A list of texts; one alone may stand without its list."""
    items = value if isinstance(value, list) else [value]
    try:
        found = tuple(map(text, items))
    except ValueError:
        raise ValueError("a list of texts in quotation marks") from None
    if not found:
        raise ValueError("a list of texts in quotation marks")
    return found


def links(value: object) -> tuple[Reference, ...]:
    """A list of addresses, each alone or as a table of title and url."""
    return tuple(map(_link, value if isinstance(value, list) else [value]))


def _link(value: object) -> Reference:
    row = {"url": value} if isinstance(value, str) else value
    if not isinstance(row, dict) or not row.keys() <= {"title", "url"} or not _ADDRESS.fullmatch(str(row.get("url"))):
        raise ValueError("a list of addresses that begin with https://, each alone or with its title and url")
    return Reference(text(row.get("title", row["url"])), row["url"])


def citations(value: object) -> tuple[Citation, ...]:
    """A list of tables, each with a document and a quote."""
    found = []
    for row in value if isinstance(value, list) else [value]:
        if not isinstance(row, dict) or row.keys() != {"document", "quote"}:
            raise ValueError("a list of tables, each with the id of a document and a quote")
        found.append(Citation(text(row["document"]), text(row["quote"])))
    return tuple(found)


WISHES: Mapping[str, Check] = {
    "headline": text,
    "summary": text,
    "date": date,
    "until": date,
    "approximate": flag,
    "planned": flag,
    "note": text,
    "pin": flag,
    "disputed": flag,
}
"""what can be said of any event"""
PART: Mapping[str, Check] = {"quotes": texts, **WISHES}
"""what can be said of a part that is split off"""
WRITTEN: Mapping[str, Check] = {**WISHES, "names": texts, "links": links, "evidence": citations}
"""what the front matter of a written event can hold"""
