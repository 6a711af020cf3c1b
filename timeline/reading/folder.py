"""A content folder → its documents, and what could not be read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from timeline.errors import ReadingError
from timeline.model import Document, Problem
from timeline.reading.document import check_size, read_document
from timeline.reading.formats import MEDIA, reader, suffix_of
from timeline.reading.identity import short_hash
from timeline.settings import CORRECTIONS, FILE, OWN_THEME, WRITTEN_EVENTS, Settings
from timeline.work import Mapper, one_by_one

_OURS = frozenset({FILE, CORRECTIONS, "gold.json"})


def read_folder(
    content: Path, settings: Settings, mapper: Mapper = one_by_one
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents of a folder and its subfolders in order of their paths, and a problem for each file that failed."""
    faults: list[OSError] = []
    paths = _paths(content, faults.append)
    results = mapper("Reading", partial(_read, content, settings), paths)
    documents = [result for result in results if isinstance(result, Document)]
    problems = [result for result in results if isinstance(result, Problem)]
    problems += [_closed(content, fault) for fault in faults]
    problems += _unused_settings(paths, content, settings)
    problems.sort(key=lambda problem: (problem.path, problem.line or 0, problem.name))
    return _distinct(documents), tuple(problems)


def _read(content: Path, settings: Settings, path: Path) -> Document | Problem:
    """The document that a file holds, or why there is none."""
    name = path.relative_to(content).as_posix()
    try:
        return read_document(name, _bytes(path, content.resolve(), settings), settings)
    except ReadingError as error:
        return Problem(error.name, name, error.line, error.message, error.remedy, fatal=True)


def _paths(content: Path, fault: Callable[[OSError], None]) -> list[Path]:
    """The files that may be documents, in an order that no locale and no file system changes.

    `fault` is told of each subfolder that cannot be opened.
    """
    found = []
    for folder, folders, files in os.walk(content, onerror=fault, followlinks=False):
        own = {OWN_THEME, WRITTEN_EVENTS} if Path(folder) == content else set()
        folders[:] = [name for name in folders if not name.startswith(".") and name not in own]
        for name in files:
            path = Path(folder) / name
            if not name.startswith(".") and name not in _OURS and suffix_of(name) not in MEDIA:
                found.append(path)
    return sorted(found, key=lambda path: path.relative_to(content).as_posix())


def _closed(content: Path, fault: OSError) -> Problem:
    """The problem of a subfolder that cannot be opened."""
    name = Path(fault.filename).relative_to(content).as_posix()
    message, remedy = f"The folder cannot be opened: {fault.strerror}.", "Check its permissions, or remove it."
    return Problem("unreadable", name, None, message, remedy, fatal=True)


def _bytes(path: Path, root: Path, settings: Settings) -> bytes:
    """What a file holds. Raises ReadingError for one that may not or cannot be read."""
    reader(path.name)
    try:
        if not path.resolve().is_relative_to(root):
            raise ReadingError(
                "outside", "The link leads out of the content folder.", "Put the file itself into the folder."
            )
        if not path.is_file():
            raise ReadingError("unreadable", "This is no regular file.", "Remove it from the content folder.")
        check_size(path.stat().st_size, settings)
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "it is a link to itself"  # the error's own text names whole paths
        raise ReadingError(
            "unreadable", f"The file cannot be opened: {reason}.", "Check its permissions, or remove it."
        ) from None


def _unused_settings(paths: list[Path], content: Path, settings: Settings) -> Iterator[Problem]:
    """A problem for each table of sources that names no file."""
    known = {path.relative_to(content).as_posix() for path in paths}
    for name in settings.sources:
        if name not in known:
            yield Problem(
                "no such source",
                FILE,
                None,
                f'[sources."{name}"] names no document.',
                f"Write the path as it stands below {content.name}/, with forward slashes, or remove the table.",
            )


def _distinct(documents: list[Document]) -> tuple[Document, ...]:
    """The documents with ids of their own: those that share one are told apart by their paths."""
    counts = Counter(document.id for document in documents)
    return tuple(
        replace(document, id=f"{document.id}-{short_hash(document.source.path)}")
        if counts[document.id] > 1
        else document
        for document in documents
    )
