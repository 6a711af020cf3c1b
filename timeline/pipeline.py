"""The stages in order."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from timeline import dates, events, reading
from timeline.model import Document, Timeline, Timex
from timeline.settings import Settings
from timeline.work import Mapper, one_by_one


def build(content: Path, settings: Settings, mapper: Mapper = one_by_one) -> Timeline:
    """The timeline that a folder of documents tells; `mapper` runs each stage, and may show how far it is."""
    documents, problems = reading.read_folder(content, settings, mapper)
    documents = events.infer(documents)
    timexes = mapper("Dates", tag, documents)
    found = dict(zip((document.id for document in documents), timexes, strict=True))
    [happenings] = mapper("Events", partial(events.find, timexes=found), [documents])
    pictures, unseen = reading.read_pictures(content, documents, settings, mapper)
    doubts = sorted(
        (*problems, *unseen, *events.doubts(documents)), key=lambda problem: (problem.path, problem.line or 0)
    )
    return Timeline(settings.title, documents, found, happenings, tuple(doubts), pictures=pictures)


def tag(document: Document) -> tuple[Timex, ...]:
    """Every expression of time in a document."""
    return dates.tag(document.text, document.dct, document.language)
