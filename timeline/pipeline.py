"""The stages in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from timeline import dates, events, reading
from timeline.model import Document, Span, Timeline, Timex
from timeline.settings import Settings
from timeline.work import Mapper, one_by_one


def build(content: Path, settings: Settings, mapper: Mapper = one_by_one) -> Timeline:
    """The timeline that a folder of documents tells; `mapper` runs each stage, and may show how far it is."""
    events.check(settings.spacy)
    documents, problems = reading.read_folder(content, settings, mapper)
    documents = events.infer(documents)
    timexes = mapper("Dates", tag, documents)
    found = dict(zip((document.id for document in documents), timexes, strict=True))
    names = _names(documents, settings, mapper)
    [happenings] = mapper("Events", partial(events.find, timexes=found, entities=names), [documents])
    pictures, unseen = reading.read_pictures(content, documents, settings, mapper)
    doubts = sorted(
        (*problems, *unseen, *events.doubts(documents)), key=lambda problem: (problem.path, problem.line or 0)
    )
    key = events.key_count(happenings)
    return Timeline(settings.title, documents, found, happenings, tuple(doubts), pictures=pictures, key=key)


def _names(documents: Sequence[Document], settings: Settings, mapper: Mapper) -> dict[str, tuple[Span, ...]]:
    """Document id → the names that the pipelines find which an author names; {} where none is named."""
    if not settings.spacy:
        return {}
    found = mapper("Names", partial(events.entities, pipelines=settings.spacy), documents)
    return dict(zip((document.id for document in documents), found, strict=True))


def tag(document: Document) -> tuple[Timex, ...]:
    """Every expression of time in a document."""
    return dates.tag(document.text, document.dct, document.language)
