"""What a page says of its publication date for machines: in JSON-LD and in meta elements."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from timeline.languages import load
from timeline.reading.notations import Notation, find
from timeline.reading.raw import Claim, Trust

_ARTICLE = re.compile(r"\w{0,30}Article")
_UTC_HOUR = re.compile(r"T(?P<hour>\d\d):?\d\d[\d:.]{0,12}(?:Z|\+00:?00)")
_DEPTH = 6  # of things within things in JSON-LD
_BREADTH = 50


def described(tree: etree._Element) -> list[dict[str, Any]]:
    """The articles and pages that a page describes in JSON-LD, articles first."""
    rows: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            rows += _objects(json.loads(script.text or "", strict=False), 0)
        except (ValueError, RecursionError):
            continue
    return sorted(rows, key=lambda row: not re.search("Article|Posting", str(row.get("@type"))))


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """The articles and pages among the objects of JSON-LD, those inside others too."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for member in value[:_BREADTH]:
            yield from _objects(member, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(_is_article(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _is_article(kind: object) -> bool:
    return isinstance(kind, str) and (bool(_ARTICLE.fullmatch(kind)) or kind in load("_all", "pages")["kinds"])


def json_ld_claims(rows: list[dict[str, Any]], keys: tuple[str, ...], trust: Trust) -> Iterator[Claim]:
    """The claims of what JSON-LD describes, under the first of the keys and then the next."""
    for key in keys:
        for row in rows:
            yield from machine_claim(str(row.get(key, "")), key, trust)


def metas_of(tree: etree._Element) -> dict[str, str]:
    """The meta elements of a page: name in small letters → content."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        found.setdefault((name or "").lower(), element.get("content") or "")
    return found


def meta_claims(metas: dict[str, str], names: Iterable[str], trust: Trust) -> Iterator[Claim]:
    """The claims of meta elements of these names, in the order of the names."""
    for name in names:
        yield from machine_claim(metas.get(name, ""), name, trust)


def machine_claim(value: str, name: str, trust: Trust) -> Iterator[Claim]:
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
