"""Timeline → the plain tables that every export is written from: a row a document, a row an event."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Any

from timeline import calendar
from timeline.calendar import Period
from timeline.model import Document, Event, Evidence, Grain, Picture, Problem, Timeline

Record = dict[str, Any]


def documents(timeline: Timeline) -> list[Record]:
    """A record for each document, read or failed, in order of path, as OUTPUT/data/events.json shows it."""
    used = {name for event in timeline.events for name in event.documents}
    problems: dict[str, list[Problem]] = {}
    for problem in timeline.problems:
        problems.setdefault(problem.path, []).append(problem)
    records = [
        _read(item, item.id in used, timeline.pictures.get(item.id), problems.get(item.source.path, ()))
        for item in timeline.documents
    ]
    taken = {document.id for document in timeline.documents}
    left = set(problems) - {document.source.path for document in timeline.documents}
    failed = (path for path in sorted(left) if any(problem.fatal for problem in problems[path]))
    records.extend(_failed(path, problems[path], taken) for path in failed)
    return sorted(records, key=lambda record: (record["path"], record["id"]))


def events(timeline: Timeline) -> list[Record]:
    """A record for each event, in order of first day, last day and id, as OUTPUT/data/events.json shows it."""
    ordered = sorted(timeline.events, key=lambda event: (*days(event.value), event.id))
    return [_event(event) for event in ordered]


def title(document: Document) -> str:
    """What a document is called: its title, else its heading, else the name of its file."""
    heading = document.heading.of(document.text) if document.heading else ""
    return one_line(document.source.title or heading) or PurePosixPath(document.source.path).stem


def address(event: Event) -> str:
    """Where an event's page stands in the site: 'events/2022-01-26-us-reply/'."""
    return f"events/{event.id}/"


def picture_address(picture: Picture) -> str:
    """Where a picture stands in the site: 'media/1f0c66d0a3b5e2c4.jpg', a name that changes with its bytes."""
    return f"media/{hashlib.sha256(picture.data).hexdigest()[:16]}{picture.suffix}"


def days(value: str) -> Period:
    """First and last day of a calendar value. Raises ValueError for a value that names no point of the calendar."""
    period = calendar.period(value)
    if period is None:
        raise ValueError(f"{value!r} is no calendar value.")
    return period


def one_line(text: str) -> str:
    """The text with every run of white space made one blank."""
    return " ".join(text.split())


def _event(event: Event) -> Record:
    first, last = days(event.value)
    return {
        "id": event.id,
        "url": address(event),
        "date": event.value,
        "start": calendar.iso(first),
        "end": calendar.iso(last),
        "until": event.until,
        "precision": (calendar.grain(event.value) or Grain.DAY).name.lower(),
        "approximate": event.approximate,
        "planned": event.planned,
        "disputed": event.disputed,
        "headline": event.headline,
        "summary": event.summary,
        "names": list(event.names),
        "score": round(event.score, 4),
        "documents": len(event.documents),
        "outlets": event.outlets,
        "former": list(event.former),
        "written": event.written,
        "body": event.body,
        "links": [{"title": link.title, "url": link.url} for link in event.links],
        "note": event.note,
        "pinned": event.pinned,
        "corrections": [{"what": one.what, "was": one.was} for one in event.corrections],
        "evidence": [_evidence(item) for item in event.evidence],
    }


def _evidence(item: Evidence) -> Record:
    mention, timex = item.mention, item.mention.timex
    return {
        "document": mention.document,
        "quote": item.quote,
        "start": mention.sentence.start,
        "end": mention.sentence.end,
        "expression": timex.text if timex else None,
        "value": mention.value or (timex.value if timex else None),
        "mod": timex.mod if timex else None,
        "anchor": (timex.anchor.value if timex.anchor else None) if timex else mention.value,
        "explanation": item.explanation,
        "verdict": item.verdict,
    }


def _read(document: Document, used: bool, picture: Picture | None, problems: list[Problem] | tuple[()]) -> Record:
    source, publication = document.source, document.publication
    return {
        "id": document.id,
        "path": source.path,
        "title": title(document),
        "publisher": source.publisher,
        "url": source.url,
        "archive": source.archive,
        "image": picture_address(picture) if picture else None,
        "published": publication.date.isoformat() if publication.date else None,
        "published_from": publication.evidence,
        "inferred": publication.inferred,
        "language": document.language,
        "status": "used" if used else "unused",
        "problem": _messages(problems),
    }


def _failed(path: str, problems: list[Problem], taken: set[str]) -> Record:
    return {
        "id": _free_id(path, taken),
        "path": path,
        "title": PurePosixPath(path).stem,
        "publisher": None,
        "url": None,
        "archive": None,
        "image": None,
        "published": None,
        "published_from": "",
        "inferred": False,
        "language": None,
        "status": "failed",
        "problem": _messages(problems),
    }


def _messages(problems: list[Problem] | tuple[()]) -> str | None:
    return " ".join(f"{problem.message} {problem.remedy}".strip() for problem in problems) or None


def _free_id(path: str, taken: set[str]) -> str:
    """An id made from a path that no document has; it is taken from now on."""
    folded = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or "document"
    free, number = stem, 2
    while free in taken:
        free, number = f"{stem}-{number}", number + 1
    taken.add(free)
    return free
