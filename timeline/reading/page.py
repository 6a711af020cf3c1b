"""What a saved page says of its own publication date: in its metadata, in marked elements, in lines that readers see."""

from __future__ import annotations

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
from timeline.reading.notations import find
from timeline.reading.raw import Claim, Trust

_META = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date", "publishdate", "publish_date",
    "publish-date", "publication_date", "publication-date", "published_date", "published_at", "pubdate", "og:pubdate", "originalpublicationdate", "og:published_time",
    "shareaholic:article_published_time", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "citation_publication_date", "citation_date",
    "bt:pubdate", "dcsext.articlefirstpublished", "rnews:datepublished", "og:release_date", "article.published", "analyticsattributes.articledate", "date", "dc.date", "dcterms.date", "datecreated",
)  # fmt: skip
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
_INLINE = {"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u", "bdi", "label"}
_LATEST = "2099-12-31"  # htmldate would take the day of the build

logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def page_claims(tree: etree._Element, url: str | None, language: str) -> tuple[Claim, ...]:
    """The claims of a page, parsed by lxml, the most telling of each trust first."""
    lines = tuple(_visible(tree, language))
    claims = (*_json_ld(tree), *_meta(tree), *_marked(tree), *lines)
    return claims if claims else tuple(_guess(tree, url))


def _claim(value: str, name: str, trust: Trust) -> Iterator[Claim]:
    """A claim of a machine-readable date; its day as written, which is that of the page's own clock."""
    notation = next(iter(find(value[:100])), None)
    if notation:
        yield Claim(notation.days, f"the page's own metadata ({name})", trust)


def _json_ld(tree: etree._Element) -> Iterator[Claim]:
    """Dates of the article in JSON-LD, and of the page where no article is described."""
    rows = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            rows += list(_objects(json.loads(script.text or "", strict=False), 0))
        except (ValueError, RecursionError):
            continue
    rows.sort(key=lambda row: "Article" not in str(row.get("@type")) and "Posting" not in str(row.get("@type")))
    for key, trust in (
        ("datePublished", Trust.METADATA),
        ("dateCreated", Trust.METADATA),
        ("dateModified", Trust.UPDATED),
    ):
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


def _meta(tree: etree._Element) -> Iterator[Claim]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        found.setdefault((name or "").lower(), element.get("content") or "")
    for names, trust in ((_META, Trust.METADATA), (_META_UPDATED, Trust.UPDATED)):
        for name in names:
            yield from _claim(found.get(name, ""), name, trust)


def _marked(tree: etree._Element) -> Iterator[Claim]:
    """Elements that are marked as the publication date: microdata, hentry, pubdate; then any time element."""
    times = [element for element in tree.iter("time", "abbr", "span", "p", "div") if not _elsewhere(element)]
    for element in times:
        kind = f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('property', '')}".lower()
        value = element.get("datetime") or element.get("content") or element.get("title") or ""
        if re.search(r"datepublished|entry-date|published|pubdate", kind) or element.get("pubdate") is not None:
            yield from _claim(value, "datePublished" if "datepublished" in kind else "published", Trust.METADATA)
    for element in times:
        if element.tag == "time":
            yield from _claim(element.get("datetime") or "".join(element.itertext())[:100], "time", Trust.LINE)


def _elsewhere(element: etree._Element) -> bool:
    """Whether an element stands in a part of the page that is not the article."""
    for depth, parent in enumerate((element, *element.iterancestors())):
        if parent.tag in _SKIPPED:
            return True
        if parent.tag in ("body", "html") or depth > 12:
            return False
        if _OTHERS.search(f"{parent.get('class', '')} {parent.get('id', '')}"):
            return True
    return False


def _visible(tree: etree._Element, language: str) -> Iterator[Claim]:
    """Dates in short lines of the page, those in elements that are named for it first."""
    named: list[Claim] = []
    plain: list[Claim] = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _SKIPPED or element.tag in ("title", "html", "body"):
            continue
        text = " ".join("".join(element.itertext()).split()) if _is_line(element) else ""
        if not 6 <= len(text) <= 160 or not any(character.isdigit() for character in text) or _elsewhere(element):
            continue
        found = date_line(Block(Span(0, len(text)), text, False), True, language)
        if found:
            hint = _DATE_CLASS.search(
                f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
            )
            (named if hint else plain).extend(found.claims)
    yield from (*named, *plain)


def _is_line(element: etree._Element) -> bool:
    """Whether an element holds text and only inline elements."""
    return len(element) <= 12 and all(child.tag in _INLINE or child.tag in ("br", "img", "svg") for child in element)


def _guess(tree: etree._Element, url: str | None) -> Iterator[Claim]:
    """What htmldate finds in a page that shows no date in any other way."""
    try:
        found = htmldate.find_date(tree, url=url, original_date=True, extensive_search=False, max_date=_LATEST)
    except Exception:  # whatever a broken page does to a foreign parser
        return
    for notation in find(found or ""):
        yield Claim(notation.days, "a date in the page", Trust.GUESS)
