"""What a saved page says of its own publication date: in its metadata, in marked elements, in lines that readers see."""

from __future__ import annotations

import datetime
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

import htmldate
from lxml import etree

from timeline.model import Span
from timeline.reading.header import date_line
from timeline.reading.layout import Block
from timeline.reading.notations import Notation, find
from timeline.reading.raw import Claim, Trust

_META = tuple(
    """article:published_time og:article:published_time datepublished article:published parsely-pub-date sailthru.date
    publishdate publish_date publish-date publication_date publication-date published_date published_at pubdate og:pubdate
    originalpublicationdate og:published_time shareaholic:article_published_time cxenseparse:recs:publishtime
    dc.date.issued dcterms.issued citation_publication_date citation_date bt:pubdate dcsext.articlefirstpublished
    rnews:datepublished og:release_date article.published analyticsattributes.articledate""".split()
)
_META_WEAK = ("date", "dc.date", "dcterms.date", "datecreated", "dcterms.created", "dc.date.created")
_META_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dc.date.modified",
    "revised",
)
_ARTICLES = re.compile(
    r"(?:\w{0,30}Article|BlogPosting|Report|Review|Recipe|LiveBlogPosting|CreativeWork|WebPage|ItemPage|SocialMediaPosting|DiscussionForumPosting)"
)
_DATE_CLASS = re.compile(
    r"date|time|publi|posted|byline|pubdat|created|dateline|timestamp|datum|fecha|data\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"comment|sidebar|related|footer|widget|recent|archive|copyright|calendar|event|popular|trending|promo|teaser|breadcrumb|menu",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"publish|(?:^|[\s_-])(?:meta|byline|article-?(?:info|meta|header|date))(?:$|[\s_-])", re.IGNORECASE)
_SKIPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "footer",
    "aside",
    "select",
    "option",
    "button",
    "form",
    "svg",
    "iframe",
    "head",
}
_NO_LINES = _SKIPPED | {"title", "html", "body", "meta", "link"}
_PUBLISHED_CLASS = re.compile(r"datepublished|entry-date|published|pubdate")
_UTC_HOUR = re.compile(r"T(?P<hour>\d\d):?\d\d[\d:.]{0,12}(?:Z|\+00:?00)")
_INLINE = {"br", "img", "svg", "a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u", "bdi", "label"}
_LATEST = "2099-12-31"  # htmldate would take the day of the build

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def page_claims(tree: etree._Element, url: str | None, language: str) -> tuple[Claim, ...]:
    """The claims of a page, parsed by lxml, the most telling of each trust first."""
    rows = _objects_of(tree)
    metas = _metas(tree)
    outside = _Outside(tree)
    named, plain, aside = _visible(tree, outside, language)
    claims = (
        *_json_ld(rows, ("datePublished",), Trust.METADATA),
        *_meta(metas, _META, Trust.METADATA),
        *_marked(tree, outside),
        *named,
        *_json_ld(rows, ("dateCreated",), Trust.LINE),
        *_times(tree, outside),
        *plain,
        *_meta(metas, _META_WEAK, Trust.LINE),
        *_json_ld(rows, ("dateModified",), Trust.UPDATED),
        *_meta(metas, _META_UPDATED, Trust.UPDATED),
    )
    return claims or _only(aside) or tuple(_guess(tree, url))


def _only(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims if all of them name one day: what stands beside an article may yet be its date if it is the only one."""
    own = [claim for claim in claims if claim.trust is not Trust.UPDATED]
    return tuple(own[:1]) if len({claim.readings for claim in own}) == 1 else ()


def _claim(value: str, name: str, trust: Trust) -> Iterator[Claim]:
    """A claim of a machine-readable date, its day as written."""
    notation = next(iter(find(value[:100])), None)
    if notation:
        yield Claim(notation.days, f"the page's own metadata ({name})", trust, _other_day(notation, value))


def _other_day(notation: Notation, value: str) -> datetime.date | None:
    """The neighbouring day that it may have been where the page was published, for a time given in UTC."""
    hour = _UTC_HOUR.search(value)
    if not hour or len(notation.days) != 1:
        return None
    step = -1 if int(hour["hour"]) < 12 else 1
    return notation.days[0] + datetime.timedelta(days=step)


def _objects_of(tree: etree._Element) -> list[dict[str, Any]]:
    """What JSON-LD describes, articles before pages."""
    rows: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            rows += _objects(json.loads(script.text or "", strict=False), 0)
        except (ValueError, RecursionError):
            continue
    return sorted(rows, key=lambda row: not re.search("Article|Posting", str(row.get("@type"))))


def _json_ld(rows: list[dict[str, Any]], keys: tuple[str, ...], trust: Trust) -> Iterator[Claim]:
    for key in keys:
        for row in rows:
            yield from _claim(str(row.get(key, "")), key, trust)


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """The articles and pages among the objects of JSON-LD, those inside others too."""
    if depth > 6:
        return
    if isinstance(value, list):
        for member in value[:50]:
            yield from _objects(member, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_ARTICLES.fullmatch(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _metas(tree: etree._Element) -> dict[str, str]:
    """The meta elements of a page: name in small letters → content."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        found.setdefault((name or "").lower(), element.get("content") or "")
    return found


def _meta(metas: dict[str, str], names: tuple[str, ...], trust: Trust) -> Iterator[Claim]:
    for name in names:
        yield from _claim(metas.get(name, ""), name, trust)


class _Outside:
    """Which elements of a page stand in a part of it that is not the article."""

    def __init__(self, tree: etree._Element) -> None:
        self._around = {parent for title in tree.iter("h1") for parent in title.iterancestors()}

    def __contains__(self, element: etree._Element) -> bool:
        for parent in (element, *element.iterancestors()):
            if parent in self._around:
                return False
            name = f"{parent.get('class', '')} {parent.get('id', '')}"
            if (parent.tag in _SKIPPED or _OTHERS.search(name)) and not _ABOUT.search(name):
                return True
        return False


def _marked(tree: etree._Element, outside: _Outside) -> Iterator[Claim]:
    """Elements that are marked as the publication date: microdata, hentry, pubdate."""
    for element in tree.iter("time", "abbr", "span", "p", "div"):
        kind = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('property', '')}".lower()
        if (_PUBLISHED_CLASS.search(kind) or element.get("pubdate") is not None) and element not in outside:
            value = element.get("datetime") or element.get("content") or element.get("title") or ""
            yield from _claim(value, "datePublished" if "datepublished" in kind else "published", Trust.METADATA)


def _times(tree: etree._Element, outside: _Outside) -> Iterator[Claim]:
    for element in tree.iter("time"):
        if element not in outside:
            yield from _claim(element.get("datetime") or "".join(element.itertext())[:100], "time", Trust.LINE)


def _visible(
    tree: etree._Element, outside: _Outside, language: str
) -> tuple[list[Claim], list[Claim], list[Claim]]:
    """Dates in short lines: those in elements that are named for it, others, and those beside the article."""
    named: list[Claim] = []
    plain: list[Claim] = []
    aside: list[Claim] = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _NO_LINES:
            continue
        hint = _DATE_CLASS.search(f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}")
        for line in _lines(element):
            found = date_line(Block(Span(0, len(line)), line, False), True, language)
            if found and found.claims:
                (aside if element in outside else named if hint else plain).extend(found.claims)
    return named, plain, aside


def _lines(element: etree._Element) -> Iterator[str]:
    """The lines of an element that may hold a date: its text where all in it is inline, else what stands between blocks."""
    if len(element) <= 12 and all(child.tag in _INLINE for child in element):
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
