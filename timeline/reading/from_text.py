"""Plain text, with front matter where it has any and with stray tags taken off."""

from __future__ import annotations

import html
import re

from timeline.reading import from_html
from timeline.reading.decoding import decode
from timeline.reading.front_matter import split
from timeline.reading.raw import Raw

_PAGE = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--.{0,500}?-->\s{0,20})?<(?:!doctype\s{1,5}html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = re.compile(
    r"<(?P<tag>script|style)\b[^<>]{0,500}>[^<]{0,100000}</(?:script|style)\s{0,5}>|<!--[^<>]{0,5000}-->", re.IGNORECASE
)
_BREAK = re.compile(
    r"<br\s{0,3}/?\s{0,3}>|</?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|section|article)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|figure|figcaption|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|td|th|time|tt|u|var|wbr)(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def read(data: bytes) -> Raw:
    """The text of a plain text file; that of a page where the file holds a whole HTML page. Raises ReadingError."""
    text = decode(data)
    if _PAGE.match(text[:2000]):
        return from_html.read(data)
    front = split(text)
    return Raw(plain(front.rest), front.fields, front.claims)


def plain(text: str) -> str:
    """A text without the tags and entities that scraping left in it; its paragraphs stay."""
    text = _DROPPED.sub(" ", text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return _ENTITY.sub(lambda match: html.unescape(match.group()).replace("\r", "\n").replace("\x00", " "), text)
