"""The stages in order."""

from __future__ import annotations

from pathlib import Path

from timeline import dates, events, reading
from timeline.model import Document, Timeline, Timex
from timeline.settings import Settings
from timeline.work import Mapper, one_by_one


def build(content: Path, settings: Settings, mapper: Mapper = one_by_one) -> Timeline:
    """The timeline that a folder of documents tells; `mapper` runs the stages that treat each document by itself."""
    documents, problems = reading.read_folder(content, settings, mapper)
    documents = events.infer(documents)
    timexes = mapper("Dates", tag, documents)
    found = dict(zip((document.id for document in documents), timexes, strict=True))
    happenings = events.find(documents, found)
    doubts = sorted((*problems, *events.doubts(documents)), key=lambda problem: (problem.path, problem.line or 0))
    return Timeline(settings.title, documents, found, happenings, tuple(doubts))


def tag(document: Document) -> tuple[Timex, ...]:
    """Every expression of time in a document."""
    return dates.tag(document.text, document.dct, document.language)
