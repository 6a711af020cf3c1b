"""A Markdown file with front matter → an event that the author wrote."""

from __future__ import annotations

import re

from timeline.correcting.checking import WRITTEN, checked, wishes
from timeline.correcting.nouns import Place, Written
from timeline.errors import ReadingError
from timeline.events.identity import slug
from timeline.model import Problem
from timeline.reading.front_matter import block

_KEY = re.compile(r"(?P<key>[\w-]{1,80})\s{0,40}[:=]")
_LONGEST = 80  # characters of an id
_SHORTEST = 5  # shorter names can be those that Windows keeps for its devices, as 'con' and 'com1'


def read(path: str, text: str) -> tuple[Written | None, tuple[Problem, ...]]:
    """The event that a file tells, and what is wrong with it; `path` is relative to the content folder.

    Without a headline or a date there is no event.
    """
    try:
        table, body = block(text)
    except ReadingError as error:
        return None, (Problem("written event", path, error.line, error.message, error.remedy),)
    place = Place(path, 1, _lines(text[: len(text) - len(body)]))
    values, problems = checked(table, WRITTEN, place)
    missing = [name for name in ("headline", "date") if name not in values]
    if missing:
        message = f"The event has no {' and no '.join(missing)}."
        remedy = "Begin the file with front matter that names both: '---', 'headline: …', 'date: 2022-01-26', '---'."
        return None, (*problems, Problem("written event", path, 1, message, remedy))
    more = {name: values[name] for name in ("names", "links", "evidence") if name in values}
    return Written(_id(path), place, wishes(values), body=body.strip(), **more), problems


def _id(path: str) -> str:
    """The id of the event in a file: the file's name, as an address can have it."""
    name = slug(path.rpartition("/")[2].rpartition(".")[0])[:_LONGEST].strip("-")
    return name if len(name) >= _SHORTEST else f"event-{name}".strip("-")


def _lines(front: str) -> dict[str, int]:
    """The line of each key, counted from 1."""
    lines = enumerate(front.split("\n"), start=1)
    return {match["key"].lower(): number for number, line in lines if (match := _KEY.match(line))}
