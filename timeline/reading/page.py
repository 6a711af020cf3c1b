"""When a saved page was published: by its metadata, by marked elements, by the lines that readers see."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache

import htmldate
from lxml import etree

from timeline.languages import load
from timeline.model import Span
from timeline.reading.header import date_line
from timeline.reading.layout import Block
from timeline.reading.metadata import described, json_ld_claims, machine_claim, meta_claims, metas_of
from timeline.reading.notations import find
from timeline.reading.raw import Claim, Trust

_ABOUT = re.compile(
    r"publish|(?:^|[\s_-])(?:meta|byline|article-?(?:info|meta|header|date))(?:$|[\s_-])", re.IGNORECASE
)
_PUBLISHED = re.compile(r"datepublished|entry-date|published|pubdate")
_NO_LINES = frozenset({"title", "html", "body", "meta", "link"})
_LATEST = "2099-12-31"  # htmldate would take the day of the build

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load("_all", "pages")[name])), re.IGNORECASE)


@cache
def _elements(name: str) -> frozenset[str]:
    return frozenset(load("_all", "pages")[name])


def _names(element: etree._Element, *attributes: str) -> str:
    return " ".join(element.get(attribute, "") for attribute in attributes)


def page_claims(tree: etree._Element, url: str | None, language: str) -> tuple[Claim, ...]:
    """The claims of a page, parsed by lxml, the most telling of each trust first."""
    names = load("_all", "pages")
    rows = described(tree)
    metas = metas_of(tree)
    outside = _Outside(tree)
    lines = _visible(tree, outside, language)
    claims = (
        *json_ld_claims(rows, ("datePublished",), Trust.METADATA),
        *meta_claims(metas, names["published"], Trust.METADATA),
        *_marked(tree, outside),
        *lines["named"],
        *json_ld_claims(rows, ("dateCreated",), Trust.LINE),
        *_times(tree, outside),
        *lines["plain"],
        *lines["masthead"],
        *meta_claims(metas, names["weak"], Trust.LINE),
        *json_ld_claims(rows, ("dateModified",), Trust.UPDATED),
        *meta_claims(metas, names["updated"], Trust.UPDATED),
    )
    return claims or _only(lines["aside"]) or tuple(_guess(tree, url))


def _only(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims if all of them name one day: what stands beside an article may be its date if it is the only one."""
    own = [claim for claim in claims if claim.trust is not Trust.UPDATED]
    return tuple(own[:1]) if len({claim.readings for claim in own}) == 1 else ()


class _Outside:
    """Which elements of a page stand in a part of it that is not the article."""

    def __init__(self, tree: etree._Element) -> None:
        self._around = {parent for title in tree.iter("h1") for parent in title.iterancestors()}

    def __contains__(self, element: etree._Element) -> bool:
        for parent in (element, *element.iterancestors()):
            if parent in self._around:
                return False
            name = _names(parent, "class", "id")
            if (parent.tag in _elements("skipped") or _pattern("outside").search(name)) and not _ABOUT.search(name):
                return True
        return False


def _marked(tree: etree._Element, outside: _Outside) -> Iterator[Claim]:
    """Elements that are marked as the publication date: microdata, hentry, pubdate."""
    for element in tree.iter("time", "abbr", "span", "p", "div"):
        kind = _names(element, "itemprop", "class", "property").lower()
        if (_PUBLISHED.search(kind) or element.get("pubdate") is not None) and element not in outside:
            value = element.get("datetime") or element.get("content") or element.get("title") or ""
            yield from machine_claim(value, "datePublished" if "datepublished" in kind else "published", Trust.METADATA)


def _times(tree: etree._Element, outside: _Outside) -> Iterator[Claim]:
    for element in tree.iter("time"):
        if element not in outside:
            yield from machine_claim(element.get("datetime") or "".join(element.itertext())[:100], "time", Trust.LINE)


def _visible(tree: etree._Element, outside: _Outside, language: str) -> dict[str, list[Claim]]:
    """Dates in short lines, by where they stand: in elements 'named' for it, in 'plain' ones, 'aside' of the article.

    A date with its weekday above the title is mostly that of the visit; it comes last among the plain ones.
    """
    found: dict[str, list[Claim]] = {"named": [], "plain": [], "masthead": [], "aside": []}
    titled = tree.find(".//h1") is None
    for element in tree.iter():
        titled = titled or element.tag == "h1"
        if not isinstance(element.tag, str) or element.tag in _NO_LINES | _elements("skipped"):
            continue
        for line in _lines(element):
            dated = date_line(Block(Span(0, len(line)), line, False), True, language)
            if dated and dated.claims:
                found[_place(element, line, titled, outside, language)].extend(dated.claims)
    return found


def _place(element: etree._Element, line: str, titled: bool, outside: _Outside, language: str) -> str:
    if not titled and any(notation.weekday for notation in find(line, language)):
        return "masthead"
    if element in outside:
        return "aside"
    return "named" if _pattern("dated").search(_names(element, "class", "id", "itemprop")) else "plain"


def _lines(element: etree._Element) -> Iterator[str]:
    """The lines of an element that may hold a date: its text where all in it is inline, else what is between blocks."""
    if len(element) <= 12 and all(child.tag in _elements("inline") for child in element):
        texts = ["".join(element.itertext())]
    else:
        texts = [element.text or "", *(child.tail or "" for child in element)]
    for text in texts:
        line = " ".join(text.split()) if len(text) < 1000 else ""
        if 6 <= len(line) <= 160 and any(character.isdigit() for character in line):
            yield line


def _guess(tree: etree._Element, url: str | None) -> Iterator[Claim]:
    """What htmldate finds in a page that shows no date in any other way."""
    try:
        found = htmldate.find_date(tree, url=url, original_date=True, extensive_search=False, max_date=_LATEST)
    except Exception:  # whatever a broken page does to a foreign parser
        return
    for notation in find(found or ""):
        yield Claim(notation.days, "a date in the page", Trust.GUESS)
