"""A text and its anchor → its expressions of time."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import NamedTuple

from timeline import languages
from timeline.dates import language as known
from timeline.dates.domain import Domain, domain_of
from timeline.dates.recognise import Expression, Rejected, recognise
from timeline.dates.refiners import REFINERS
from timeline.dates.resolve import resolve
from timeline.dates.tokens import Tokens, tokenise
from timeline.model import Timex

_FALLBACK = "timeline.dates.fallback"  # brings dateparser with it, which takes longer to load than most texts to read


class Trace(NamedTuple):
    """What became of a text, step by step."""

    tokens: Tokens
    """its words"""
    domain: Domain
    """'news'"""
    found: Sequence[Expression]
    """the expressions, each with its meaning"""
    rejected: Sequence[Rejected]
    """what has the shape of one and is none"""
    timexes: tuple[Timex, ...]
    """the expressions with their values"""


def tag(
    text: str, anchor: datetime.date | None, language: str = "en", *, domain: Domain | None = None
) -> tuple[Timex, ...]:
    """The expressions of time of a text, in its order and never overlapping, in the terms of TIMEX3.

    `anchor` is the day of publication, None where it is not known. `language` is an ISO 639-1 code; in one that has no
    folder here, only dates that are written out are found. `domain` says what relative expressions are counted from:
    publication in 'news', the dates named around them in a 'narrative'; None leaves that to the text.
    """
    if not languages.has(language, "rules"):
        found: tuple[Timex, ...] = import_module(_FALLBACK).tag(text, language)
        return found
    return trace(text, anchor, language, domain=domain).timexes


def trace(text: str, anchor: datetime.date | None, language: str = "en", *, domain: Domain | None = None) -> Trace:
    """The same with all that led to it, in a language that has a folder here."""
    words = known.load(language)
    with _no_search_for_circles():
        return _traced(text, anchor, words, domain)


def _traced(text: str, anchor: datetime.date | None, words: known.Language, domain: Domain | None) -> Trace:
    tokens = tokenise(text, words.codes, words.spelling)
    found, rejected = recognise(tokens, words)
    domain = domain or domain_of(found, tokens, words, anchor)
    others = {rule.name for rule in words.order if rule.domain not in (None, domain)}
    found = [item for item in found if item.rule not in others]
    for refine in REFINERS:
        found = refine(found, tokens, words)
    return Trace(tokens, domain, found, rejected, resolve(found, tokens, words, anchor, domain))


@contextmanager
def _no_search_for_circles() -> Iterator[None]:
    """Python's collector paused: what is made here holds no circles, and it would look through all of it many times."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
