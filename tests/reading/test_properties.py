# ruff: noqa: E501 — a row a line
"""What holds for any file: a document with sound spans or a named error, and the same each time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import ReadingError
from timeline.model import Document, Span
from timeline.reading import read_document
from timeline.settings import Settings

PIECES = st.sampled_from(
    [
        "The harbour board of Port Ansel voted on Monday to close the old pier after engineers found cracks in it.",
        "“We go. It is over,” he said.", "`` It is closed . ''", "Mr.", "U.S.", "NATO.Moscow", "...", "January 28, 2022", "29.04.2009, 20:11 CEST",
        "date 2022-02-01", "Published: 01/02/2022", "MOSCOW, Feb. 1 (AP) —", "Related news", "Comments", "Share this articleComments", "Photo: AP",
        "https://example.org/2022/02/01/x", "By Jane Marsh", "1h | Panorama", "- point", "# head", "<p>", "</p>", "<html>", "&amp;", "---", "+++", "title: x",
        "\n", "\n\n", " ", "\t", "\u2028", "\xa0", "é", "。", "x" * 130,
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "news/2022-01-28.txt"])


def read(name: str, data: bytes) -> Document | None:
    try:
        return read_document(name, data, Settings())
    except ReadingError as error:
        assert error.message
        assert error.remedy
        return None


def ordered(spans: tuple[Span, ...]) -> bool:
    return all(one.end <= two.start for one, two in pairwise(spans))


def sound(document: Document) -> None:
    text = document.text
    for span in (*document.sentences, *document.furniture):
        assert 0 <= span.start < span.end <= len(text)
    for span in document.sentences:
        sentence = span.of(text)
        assert sentence == sentence.strip()
        assert any(character.isalnum() for character in sentence)
        assert not any(span.overlaps(other) for other in document.furniture)
        assert document.heading is None or not span.overlaps(document.heading)
    assert ordered(document.sentences)
    assert ordered(document.furniture)
    assert "\r" not in text
    assert "\x00" not in text


@settings(max_examples=300, deadline=None)
@given(NAMES, TEXTS)
def test_any_text_gives_sound_spans_and_the_same_each_time(name: str, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    document = read(name, data)
    assert document == read(name, data)
    if document:
        sound(document)


@settings(max_examples=200, deadline=None)
@given(NAMES, st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_named_error(name: str, data: bytes) -> None:
    document = read(name, data)
    if document:
        sound(document)
