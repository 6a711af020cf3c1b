"""The stages in order."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from timeline import correcting, dates, events, reading, remembering
from timeline.model import Document, Timeline, Timex
from timeline.settings import Settings
from timeline.work import Mapper, one_by_one


def build(content: Path, settings: Settings, mapper: Mapper = one_by_one, memory: bytes | None = None) -> Timeline:
    """The timeline that a folder of documents tells; `mapper` runs each stage, and may show how far it is.

    `memory` is the history that the last build left, as it was written: by it ids stay, and changes can be told.
    """
    documents, problems = reading.read_folder(content, settings, mapper)
    corrections, faults = correcting.read_corrections(content)
    documents = events.infer(documents)
    timexes = mapper("Dates", tag, documents)
    found = dict(zip((document.id for document in documents), timexes, strict=True))
    [happenings] = mapper("Events", partial(events.find, timexes=found), [documents])
    pictures, unseen = reading.read_pictures(content, documents, settings, mapper)
    earlier, forgotten = remembering.recall(memory, corrections.named)
    known = remembering.identify(happenings, earlier, documents)
    shown, unfit = correcting.correct(known, corrections, documents, found)
    history = remembering.remember(known, shown, earlier, documents)
    doubts = (*problems, *unseen, *events.doubts(documents), *faults, *forgotten, *unfit)
    ordered = sorted(doubts, key=lambda problem: (problem.path, problem.line or 0))
    return Timeline(settings.title, documents, found, shown, tuple(ordered), history, pictures)


def tag(document: Document) -> tuple[Timex, ...]:
    """Every expression of time in a document."""
    return dates.tag(document.text, document.dct, document.language)
