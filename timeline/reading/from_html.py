"""Saved web pages: trafilatura finds the article, the page itself tells its title, publisher and publication date."""

from __future__ import annotations

import copy
import logging
import re

import trafilatura
from lxml import etree, html
from trafilatura.metadata import examine_meta, extract_meta_json, extract_title, extract_url
from trafilatura.settings import Document

from timeline.errors import ReadingError
from timeline.languages.recognition import recognise
from timeline.model import Span
from timeline.reading.address import web_address
from timeline.reading.decoding import decode
from timeline.reading.layout import closed
from timeline.reading.markup import text_of
from timeline.reading.page import page_claims
from timeline.reading.raw import Fields, Raw

_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,300}>", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?P<code>[a-z]{2})(?:[-_](?P<country>[a-z]{2}))?", re.IGNORECASE)
_HEADS = {"head"}
_LINE = 40  # characters; a shorter line without a full stop is a button
_ENOUGH = 250  # characters; less is a notice or a menu
_BLOCKS = {"p", "head", "item", "quote", "cell", "list", "table", "row", "code", "div", "main"}

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read(data: bytes) -> Raw:
    """The article of a saved page with what the page says of itself. Raises ReadingError."""
    text = _DECLARATION.sub("", decode(data), count=1)
    tree = _parsed(text)
    fields = _fields(tree)
    article, headings = _article(tree)
    if not article:
        raise ReadingError(
            "empty", "No article was found in the page.", "Save the article's text as .txt or .md, or remove the file."
        )
    claims = page_claims(tree, fields.url, (fields.language or recognise(article))[:2])
    return Raw(article, fields, claims, headings)


def _parsed(text: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise ReadingError("empty", "The page has no content.", "Save the page again, or remove the file.") from None


def _fields(tree: etree._Element) -> Fields:
    try:
        found = extract_meta_json(tree, examine_meta(tree))
    except Exception:  # whatever a broken page does to a foreign parser
        found = Document()
    title = found.title or extract_title(tree)
    return Fields(
        title=_line(title),
        publisher=_line((found.sitename or "").lstrip("@")),
        author=_line((found.author or "").replace("; ", ", ")),
        url=web_address(found.url or extract_url(tree) or ""),
        language=_language(tree),
    )


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split())[:500] or None


def _language(tree: etree._Element) -> str | None:
    """The language that the page declares, with its country: 'en-GB'."""
    for element in (tree, *tree.iterfind(".//meta[@property='og:locale']")):
        value = (element.get("lang") or element.get("content") or "").strip()
        match = _LANGUAGE.match(value)
        if match:
            return match["code"].lower() + (f"-{match['country'].upper()}" if match["country"] else "")
    return None


def _article(tree: etree._Element) -> tuple[str, tuple[Span, ...]]:
    """The text of the article and its headings; that of the page's paragraphs where no article stands out."""
    for extract in (_precisely, _plainly):
        try:
            body = extract(copy.deepcopy(tree))
        except Exception:  # whatever a broken page does to a foreign parser
            body = None
        text, headings = text_of(body, _BLOCKS, _HEADS) if body is not None else ("", ())
        if any(closed(block) or len(block) >= _LINE for block in text.split("\n\n")):
            return text, headings
    return "", ()


def _precisely(tree: etree._Element) -> etree._Element | None:
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False)
    return found.body if isinstance(found, Document) else None


def _plainly(tree: etree._Element) -> etree._Element | None:
    body, text, _ = trafilatura.baseline(tree)
    return body if len(text) >= _ENOUGH else None
