"""The block of fields at the top of a file: YAML between '---' lines or TOML between '+++' lines."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

import yaml

from timeline.errors import ReadingError
from timeline.model import Publish
from timeline.reading.address import web_address
from timeline.reading.notations import find, whole
from timeline.reading.raw import Claim, Fields, Trust

_LIMIT = 200  # lines; a longer block is no front matter
_FIELD = {
    "---": re.compile(r"\s{0,8}(?:#.{0,500}|[\"']?\w[\w .\-]{0,60}[\"']?\s{0,3}:(?:\s.{0,9999})?)"),
    "+++": re.compile(r"\s{0,8}(?:#.{0,500}|\[.{1,80}\]|[\"']?\w[\w .\-]{0,60}[\"']?\s{0,3}=.{1,9999})"),
}
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source", "publication", "site", "site_name"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "source_url", "original_url", "canonical_url", "link"),
    "language": ("language", "lang"),
    "publish": ("publish",),
    "archive": ("archive", "archive_url", "archived_url"),
    "image": ("image",),
    "image_alt": ("image_alt",),
    "image_credit": ("image_credit",),
}
_DATES = ("published", "date", "publication_date", "date_published", "published_at", "pubdate")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file's front matter and the text that follows it."""

    fields: Fields
    """Fields(title='…')"""
    claims: tuple[Claim, ...]
    """at most one, of trust FRONT_MATTER"""
    rest: str
    """the text after the closing line"""


def split(text: str) -> FrontMatter:
    """The front matter of a text and its rest; without front matter no fields and the text. Raises ReadingError."""
    table, rest = block(text)
    return FrontMatter(_fields(table), _claims(table), rest)


def block(text: str) -> tuple[Mapping[str, Any], str]:
    """Every field at the top of a text, its name in small letters, and the rest of the text. Raises ReadingError."""
    lines = text.lstrip("\n ").split("\n", _LIMIT)
    fence = lines[0].rstrip()
    if fence not in _FIELD or len(lines) < 2 or not _FIELD[fence].fullmatch(lines[1].rstrip()):
        return {}, text
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == fence), None)
    if end is None:
        raise ReadingError(
            "front matter", "The front matter is not closed.", f"Add a line {fence!r} after the last field.", line=1
        )
    return _PARSERS[fence]("\n".join(lines[1:end])), "\n".join(lines[end + 1 :])


def _yaml(block: str) -> Mapping[str, Any]:
    try:
        for event in yaml.parse(block, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise _broken("it uses an alias", event.start_mark.line + 2 if event.start_mark else None)
        table = yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(str(error.problem or error.context), mark.line + 2 if mark else None) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _broken(str(error).split("\n", 1)[0], None) from None
    if not isinstance(table, dict):
        raise _broken("it is not a list of fields", 2)
    return {str(key).lower(): value for key, value in table.items()}


def _toml(block: str) -> Mapping[str, Any]:
    try:
        return {key.lower(): value for key, value in tomllib.loads(block).items()}
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"at line (?P<line>\d{1,6})", str(error))
        raise _broken(str(error), int(place["line"]) + 1 if place else None) from None


_PARSERS: dict[str, Callable[[str], Mapping[str, Any]]] = {"---": _yaml, "+++": _toml}


def _broken(reason: str, line: int | None) -> ReadingError:
    remedy = "Mend that line; a text that has ':' or '#' in it needs quotation marks."
    return ReadingError("front matter", f"The front matter cannot be read: {reason}.", remedy, line)


def _fields(table: Mapping[str, Any]) -> Fields:
    found = {name: next((_words(table[key]) for key in keys if table.get(key)), None) for name, keys in _KEYS.items()}
    publish = found.pop("publish")
    address, archive = found.pop("url"), found.pop("archive")
    return Fields(
        **found,
        url=web_address(address) if address else None,
        archive=web_address(archive) if archive else None,
        publish=next((name for name in get_args(Publish) if name == publish), None),
    )


def _words(value: object) -> str | None:
    """A value on one line; of a list its members, of a table its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value))) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return " ".join(str(value).split())[:1000] or None


def _claims(table: Mapping[str, Any]) -> tuple[Claim, ...]:
    for key in _DATES:
        readings = _days(table.get(key))
        if readings:
            return (Claim(readings, "the front matter", Trust.FRONT_MATTER),)
    return ()


def _days(value: object) -> tuple[datetime.date, ...]:
    """The days that a field can mean, the day as it is written and not as it is in UTC."""
    if isinstance(value, datetime.datetime):
        return (value.date(),)
    if isinstance(value, datetime.date):
        return (value,)
    text = str(value or "").strip()[:100]
    notation = next(iter(find(text)), None)
    return notation.days if notation and whole(notation, text) else ()
