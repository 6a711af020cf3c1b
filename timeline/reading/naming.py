"""A document's title and publisher, from its own lines where no field names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.languages import load
from timeline.model import Span
from timeline.reading.address import host
from timeline.reading.header import Header
from timeline.reading.labels import label_words
from timeline.reading.layout import Block

_LONGEST = 200  # characters
_MENU = 6  # lines; more above a text are the menu of a page, and the title is the last long one
_WORDS = 4
_NAME = 5  # words of the name of a paper
_MARKS = ' \t\n,;:|·•-–—."“”'


def find_heading(
    blocks: tuple[Block, ...], furniture: frozenset[int], header: Header, title: str | None, language: str
) -> Span | None:
    """Where the document's title stands; None where the text has none.

    It is the block that reads as the `title` that a field names, or the first heading or line above the text that does
    not end as a sentence does, or that a line with the date follows; under a menu, the last such line.
    """
    if title:
        wanted = _plain(title)
        return next((block.span for block in blocks if _plain(block.text) == wanted), None)
    above = list(_above(blocks, furniture, header))
    if len(above) > _MENU:
        return next((block.span for block in reversed(above) if len(block.text.split()) >= _WORDS), None)
    if len(above) > 1 and is_masthead(above[0].text, language):
        above = above[1:]
    if not above or len(above[0].text.split()) < 2 or len(blocks) < 2:
        return None
    span = above[0].span
    dated = max((part.end for part in header.furniture if part.start == span.start < part.end < span.end), default=0)
    return Span(max(span.start, dated), span.end)


def is_masthead(text: str, language: str) -> bool:
    """Whether a line is the name of a paper or a station: 'The Ansel Post'."""
    return _is_name(text) and text.rsplit(maxsplit=1)[-1].casefold() in label_words(language)["papers"]


def _is_name(text: str) -> bool:
    """Whether a few words can be a name: in capitals, without a number."""
    names = text.split()
    return 2 <= len(names) <= _NAME and all(name[0].isupper() or name in ("of", "the", "&") for name in names)


def _above(blocks: tuple[Block, ...], furniture: frozenset[int], header: Header) -> Iterator[Block]:
    """The lines above the text that may be its title, in order."""
    run_in = {span.start for span in header.before}
    lines = frozenset(header.furniture)
    for index, block in enumerate(blocks):
        if index in furniture:
            continue
        dated = index + 1 < len(blocks) and blocks[index + 1].span in lines
        ends = block.closed and not block.heading and not dated
        if len(block.text) > _LONGEST or block.span.start in run_in or ends:
            return
        if any(character.isalpha() for character in block.text):
            yield block


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\W+", " ", text).casefold().split())


def find_publisher(blocks: tuple[Block, ...], header: Header, url: str | None, language: str) -> str | None:
    """The publisher by its name above the text, a line such as 'Story from BBC NEWS:', the host, or a dateline."""
    patterns = [_line(phrase) for phrase in label_words(language)["publishers"]]
    if len(blocks) > 1 and is_masthead(blocks[0].text, language):
        return blocks[0].text
    for block in (*blocks[:8], *blocks[-8:]):
        for pattern in patterns:
            if len(block.text) <= 120 and (match := pattern.fullmatch(block.text)):
                return match["name"].strip(_MARKS) or None
    if barred := _before_the_bar(blocks, header, language):
        return barred
    if url:
        return host(url) or None
    return next((dateline.agency for dateline in header.datelines if dateline.agency), None)


def _before_the_bar(blocks: tuple[Block, ...], header: Header, language: str) -> str | None:
    """The name that a line with the date begins with: 'Ansel Post | Published 6:12 p.m., March 15, 2023'."""
    bylines = tuple(f"{word} " for word in load(language, "furniture")["bylines"])
    for block in blocks[:8]:
        name, bar, _ = block.text.partition(" | ")
        dated = any(span.overlaps(block.span) for span in header.furniture)
        if bar and dated and _is_name(name) and not name.casefold().startswith(bylines):
            return name
    return None


def _line(phrase: str) -> re.Pattern[str]:
    """A whole line, in which '*' stands for the publisher's name."""
    return re.compile(
        re.escape(phrase).replace(r"\ ", r"\s{1,3}").replace(r"\*", r"(?P<name>[^\s:,][^:,\n]{1,60}?)")
        + r"[\s:.]{0,3}",
        re.IGNORECASE,
    )
