"""Markdown: rendered, sanitised, and read block by block, so that its marks never show in the text."""

from __future__ import annotations

import re

import markdown
import nh3
from lxml import html

from timeline.model import Span
from timeline.reading.decoding import decode
from timeline.reading.front_matter import split
from timeline.reading.markup import text_of
from timeline.reading.raw import Raw

_BLOCKS = {
    "p",
    "li",
    "pre",
    "td",
    "th",
    "dt",
    "dd",
    "blockquote",
    "div",
    "ul",
    "ol",
    "table",
    "tr",
    "figure",
    "figcaption",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_ALLOWED = (
    _BLOCKS
    | _HEADINGS
    | {"a", "b", "strong", "i", "em", "code", "br", "hr", "thead", "tbody", "sub", "sup", "u", "s", "del"}
)
_MARKS = re.compile(r"[*_`\[<>&!\\]|\n")
_BLANK_LINE = re.compile(r"\n[ \t]{0,99}\n")
_DENSE = 2000  # marks and line ends in one paragraph
_NUMBER = re.compile(r"^(?P<number> {0,3}\d{3,9})(?P<mark>[.)])(?P<blank>\s)", re.MULTILINE)
_INDENTED = re.compile(r"(?P<before>\A|\n\s{0,20}\n)(?: {4,40}|\t[ \t]{0,20})(?P<first>[^\s*+\-\d>])")


def read(data: bytes) -> Raw:
    """The text of a Markdown file, blocks apart by blank lines. Raises ReadingError."""
    front = split(decode(data))
    text, headings = _text(front.rest)
    return Raw(text, front.fields, front.claims, headings)


def _text(source: str) -> tuple[str, tuple[Span, ...]]:
    """The text of the blocks and the spans of those that are headings."""
    if any(len(_MARKS.findall(paragraph)) > _DENSE for paragraph in _BLANK_LINE.split(source)):
        return source, ()  # nobody's prose, and rendering it would take time in the square of its length
    source = _NUMBER.sub(r"\g<number>\\\g<mark>\g<blank>", source)  # '1997. It began' is a sentence and no list
    source = _INDENTED.sub(r"\g<before>\g<first>", source)  # an indented paragraph is no program
    try:
        rendered = markdown.markdown(source, extensions=["tables"], output_format="html")
    except RecursionError:
        return source, ()
    clean = nh3.clean(rendered, tags=_ALLOWED, attributes={})
    return text_of(html.fragment_fromstring(clean, create_parent="div"), _BLOCKS, _HEADINGS)
