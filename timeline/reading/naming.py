"""A document's title and publisher, from its own lines where no field names them."""

from __future__ import annotations

import re

from timeline.languages import load
from timeline.reading.address import host
from timeline.reading.header import Header
from timeline.reading.layout import Block

_LONGEST = 200
_MARKS = ' \t\n,;:|·•-–—."“”'


def find_heading(
    blocks: tuple[Block, ...], furniture: frozenset[int], header: Header, title: str | None
) -> Block | None:
    """The block that is the document's title; None where the text has none.

    It is the one that reads as the `title` that a field names, or the first heading or line before the first
    paragraph that does not end as a sentence does, or that a line with the date follows.
    """
    if title:
        wanted = _plain(title)
        return next((block for block in blocks if _plain(block.text) == wanted), None)
    run_in = {span.start for span in header.before}
    for index, block in enumerate(blocks):
        if index in furniture:
            continue
        if len(block.text) > _LONGEST or block.span.start in run_in or not any(c.isalpha() for c in block.text):
            return None
        if block.heading or not block.closed:
            return block if len(blocks) > index + 1 and len(block.text.split()) > 1 else None
        dated = index + 1 < len(blocks) and blocks[index + 1].span in header.furniture
        return block if dated and "\n" not in block.text else None
    return None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"\W+", " ", text).casefold().split())


def find_publisher(blocks: tuple[Block, ...], header: Header, url: str | None, language: str) -> str | None:
    """The publisher by a line such as 'Story from BBC NEWS:', by the address's host, or by the agency of a dateline."""
    patterns = [_line(phrase) for phrase in load(language, "publication")["publishers"]]
    for block in (*blocks[:8], *blocks[-8:]):
        for pattern in patterns:
            if len(block.text) <= 120 and (match := pattern.fullmatch(block.text)):
                return match["name"].strip(_MARKS) or None
    if url:
        return host(url) or None
    return next((dateline.agency for dateline in header.datelines if dateline.agency), None)


def _line(phrase: str) -> re.Pattern[str]:
    """A whole line, in which '*' stands for the publisher's name."""
    return re.compile(
        re.escape(phrase).replace(r"\ ", r"\s{1,3}").replace(r"\*", r"(?P<name>[^\s:,][^:,\n]{1,60}?)")
        + r"[\s:.]{0,3}",
        re.IGNORECASE,
    )
