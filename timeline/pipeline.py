"""The stages in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from timeline import correcting, dates, events, reading, remembering
from timeline.model import Document, Span, Timeline, Timex
from timeline.settings import Settings
from timeline.work import Mapper, one_by_one


def build(content: Path, settings: Settings, mapper: Mapper = one_by_one, memory: bytes | None = None) -> Timeline:
    """The timeline that a folder of documents tells; `mapper` runs each stage, and may show how far it is.

    `memory` is the history that the last build left, as it was written: by it ids stay, and changes can be told.
    """
    events.check(settings.spacy)
    documents, problems = reading.read_folder(content, settings, mapper)
    corrections, faults = correcting.read_corrections(content)
    documents = events.infer(documents)
    timexes = mapper("Dates", tag, documents)
    found = dict(zip((document.id for document in documents), timexes, strict=True))
    names = _names(documents, settings, mapper)
    [happenings] = mapper("Events", partial(events.find, timexes=found, entities=names), [documents])
    pictures, unseen = reading.read_pictures(content, documents, settings, mapper)
    earlier, forgotten = remembering.recall(memory, corrections.named)
    known = remembering.identify(happenings, earlier, documents)
    shown, unfit = correcting.correct(known, corrections, documents, found)
    history = remembering.remember(known, shown, earlier, documents)
    doubts = (*problems, *unseen, *events.doubts(documents), *faults, *forgotten, *unfit)
    ordered = sorted(doubts, key=lambda problem: (problem.path, problem.line or 0))
    key = events.key_count(shown)
    return Timeline(settings.title, documents, found, shown, tuple(ordered), history, pictures, key)


def _names(documents: Sequence[Document], settings: Settings, mapper: Mapper) -> dict[str, tuple[Span, ...]]:
    """Document id → the names that the pipelines find which an author names; {} where none is named."""
    if not settings.spacy:
        return {}
    found = mapper("Names", partial(events.entities, pipelines=settings.spacy), documents)
    return dict(zip((document.id for document in documents), found, strict=True))


def tag(document: Document) -> tuple[Timex, ...]:
    """Every expression of time in a document."""
    return dates.tag(document.text, document.dct, document.language)
