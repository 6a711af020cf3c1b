"""What a digest is made from: articles with their day of publication, out of JSON lines or out of documents."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass

from timeline import calendar
from timeline.errors import TimelineError
from timeline.languages.recognition import recognise
from timeline.model import Document, Span
from timeline.reading.layout import blocks
from timeline.reading.sentences import split

ENOUGH_TEXT = 1500  # characters by which a language is known


@dataclass(frozen=True, slots=True, order=True)
class Article:
    """A document as the digest needs it."""

    published: calendar.Day
    """733791, the ordinal of 20 January 2010"""
    id: str
    """'a-17'"""
    text: str
    """'The bridge was closed on Monday. …'"""
    sentences: tuple[Span, ...]
    """(Span(0, 32), …), in order"""
    language: str
    """'en'"""


def article_of_line(line: str) -> Article:
    """The article that a line of JSON holds. Raises TimelineError, with the remedy, for one that holds none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise TimelineError('It is not JSON. Write {"id": …, "published": …, "text": …} in one line.') from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise TimelineError('It has no text. Give it a field "text" that holds one.')
    text, language = row["text"], row.get("language")
    if not isinstance(language, str):
        language = recognise(text[:ENOUGH_TEXT])
    return Article(_published(row.get("published")), str(row.get("id", "")), text, _sentences(text, language), language)


def _published(value: object) -> calendar.Day:
    """The day of a publication date, whose time of day does not count."""
    try:
        return calendar.ordinal(datetime.date.fromisoformat(str(value)[:10]))
    except ValueError:
        said = "It has no date of publication." if value is None else f"Its date of publication {value!r} is no date."
        raise TimelineError(f'{said} Write it as "published": "2022-01-28".') from None


def _sentences(text: str, language: str) -> tuple[Span, ...]:
    return tuple(span for block in blocks(text) for span in split(text, block.span, language))


def articles_of(documents: Iterable[Document]) -> tuple[Article, ...]:
    """The documents whose day of publication is known, as articles."""
    return tuple(
        Article(calendar.ordinal(document.dct), document.id, document.text, document.sentences, document.language)
        for document in documents
        if document.dct
    )
