"""A content folder → what the author says of events: `corrections.toml`, and the files in `_events/`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from timeline.correcting import by_hand, parsing
from timeline.correcting.nouns import Corrections, Written
from timeline.model import Problem
from timeline.reading.formats import MEDIA, suffix_of
from timeline.settings import CORRECTIONS, WRITTEN_EVENTS

_LARGEST = 5_000_000  # bytes; nobody writes so much by hand
_MARKDOWN = (".md", ".markdown")


def read_corrections(content: Path) -> tuple[Corrections, tuple[Problem, ...]]:
    """All that the author says, and a problem for each thing that cannot be used."""
    problems: list[Problem] = []
    text = _text(content / CORRECTIONS, CORRECTIONS, problems) if (content / CORRECTIONS).exists() else ""
    entries, faults = parsing.parse(text, CORRECTIONS)
    problems += faults
    written: dict[str, Written] = {}
    for path in _files(content / WRITTEN_EVENTS):
        event = _written(path, path.relative_to(content).as_posix(), problems)
        if event and event.id in written:
            message = f"{written[event.id].place.file} has the same name, and with it the same id."
            problems.append(Problem("written event", event.place.file, None, message, "Rename one of the two."))
        elif event:
            written[event.id] = event
    return Corrections(entries, tuple(written.values())), tuple(problems)


def _written(path: Path, name: str, problems: list[Problem]) -> Written | None:
    if suffix_of(name) not in _MARKDOWN:
        message = "Events are written in Markdown, in files that end in .md."
        problems.append(Problem("written event", name, None, message, "Rename the file, or put it elsewhere."))
        return None
    event, faults = by_hand.read(name, _text(path, name, problems))
    problems += faults
    return event


def _files(folder: Path) -> list[Path]:
    """The files of a folder and its subfolders that are no pictures, in an order that no file system changes."""
    return sorted(_walked(folder), key=lambda path: path.relative_to(folder).as_posix())


def _walked(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and suffix_of(name) not in MEDIA:
                yield Path(root) / name


def _text(path: Path, name: str, problems: list[Problem]) -> str:
    """What a file holds; '' with a problem for one that cannot be read."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            raise OSError("it is a link, no file, or very large")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        remedy = "Save it as UTF-8 text, and check its permissions."
        problems.append(Problem("correction", name, None, f"The file cannot be read: {reason}.", remedy))
        return ""
