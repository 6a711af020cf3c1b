"""Names that spaCy pipelines find, where an author names some; all that the library asks for stands here.

The library and its pipelines are an extra (`pip install .[spacy]`). A pipeline reads sentence by sentence, so that no
document is too long for it, and only documents in its own language ('xx' stands for any).
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from timeline.errors import UsageError
from timeline.model import Document, Span

# What pipelines call people, bodies and places; 'PER' and 'LOC' where they were trained on Wikipedia.
LABELS = frozenset(("PERSON", "PER", "ORG", "GPE", "LOC", "FAC"))
INSTALL = 'python -m pip install ".[spacy]"'


def check(pipelines: Iterable[str]) -> None:
    """Load each pipeline. Raises UsageError, which says what to install, for the library or one that is not there."""
    for name in pipelines:
        _pipeline(name)


def entities(document: Document, pipelines: Sequence[str]) -> tuple[Span, ...]:
    """The names that the pipelines of a document's language find in its heading and sentences, in order."""
    spans = ([document.heading] if document.heading else []) + list(document.sentences)
    fitting = [pipeline for pipeline in map(_pipeline, pipelines) if pipeline.lang in (document.language, "xx")]
    found = {
        Span(span.start + entity.start_char, span.start + entity.end_char)
        for pipeline in fitting
        for span, read in zip(spans, pipeline.pipe(span.of(document.text) for span in spans), strict=True)
        for entity in read.ents
        if entity.label_ in LABELS
    }
    return tuple(sorted(found))


@cache
def _pipeline(name: str) -> Any:
    """A pipeline by its package or its folder."""
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise UsageError(f"names.spacy: {name!r} needs the library spaCy. Install it: {INSTALL}") from None
    try:
        return spacy.load(name)
    except (OSError, ValueError):
        remedy = f"Install it: python -m spacy download {name}"
        raise UsageError(f"names.spacy: there is no pipeline {name!r}. {remedy}") from None
