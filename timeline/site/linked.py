"""Pages as linked data (JSON-LD, schema.org): what machines can know of them, and no more than is so.

A day is the start of an Event only where it is exact; what is known to a month, a season or a year is the time that its
page covers. What is told as to come is scheduled. A document is an Article, for nothing says that it is news.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from timeline import calendar
from timeline.exporting import records
from timeline.model import Document, Event, Grain
from timeline.settings import Settings
from timeline.site.addresses import web_address
from timeline.site.kinds import grain
from timeline.site.listing import span
from timeline.site.shelf import Shelf
from timeline.site.views import EventView, SourceView

_MOST_CITED, _MOST_LISTED = 20, 100
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})

Data = dict[str, Any]


def as_script(data: Mapping[str, Any]) -> str:
    """The data as JSON that can stand in a script element; '' for none."""
    if not data:
        return ""
    return json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False).translate(_ESCAPES)


def of_site(shelf: Shelf, settings: Settings, views: Mapping[str, EventView]) -> Data:
    """The home page: the website, and the list of its events, the first hundred of a long one."""
    rows = [
        {"@type": "ListItem", "position": place, "name": views[event.id].headline, "url": _address(event, settings)}
        for place, event in enumerate(shelf.timeline.events[:_MOST_LISTED], 1)
    ]
    listed = {"@type": "ItemList", "numberOfItems": len(shelf.timeline.events), "itemListElement": _full(rows)}
    site = _website(shelf, settings) | {"description": settings.description, "inLanguage": shelf.words.language}
    return _filled({**site, "mainEntity": listed if rows else None})


def of_event(event: Event, view: EventView, shelf: Shelf, settings: Settings) -> Data:
    """The page of an event: what happened, when, by which sources."""
    exact = grain(event) <= Grain.DAY and not event.approximate
    first, last = map(calendar.iso, span(event))
    happening = {
        "@type": "Event",
        "name": view.headline,
        "description": view.summary,
        "startDate": (view.machine or first) if exact else None,
        "endDate": last if exact and event.until else None,
        "eventStatus": "https://schema.org/EventScheduled" if event.planned else None,
        "disambiguatingDescription": "; ".join(view.clashes),
    }
    page = {
        "@type": "WebPage",
        "name": view.headline,
        "url": _address(event, settings),
        "inLanguage": shelf.words.language,
        "isPartOf": _website(shelf, settings),
        "temporalCoverage": None if exact else f"{first}/{last}",
        "mainEntity": _filled(happening),
        "mentions": [{"@type": "Thing", "name": name.text} for name in view.names],
        "citation": list(_cited(event.documents, shelf)),
    }
    return _filled(page)


def of_source(view: SourceView, shelf: Shelf, settings: Settings) -> Data:
    """The page of a source: the article that it is about."""
    document = shelf.documents[view.id]
    page = {
        "@type": "WebPage",
        "name": view.title,
        "url": settings.base_url and f"{settings.base_url}sources/{view.id}/",
        "inLanguage": shelf.words.language,
        "isPartOf": _website(shelf, settings),
        "mainEntity": _article(document),
    }
    return _filled(page)


def of_name(name: str, shelf: Shelf, settings: Settings) -> Data:
    """The page of a name; whether it is a person or a place is not known."""
    page = {"@type": "CollectionPage", "name": name, "about": {"@type": "Thing", "name": name}}
    return _filled({**page, "inLanguage": shelf.words.language, "isPartOf": _website(shelf, settings)})


def _cited(names: Iterable[str], shelf: Shelf) -> Iterable[Data]:
    found = [shelf.documents[name] for name in names if name in shelf.documents]
    return map(_article, found[:_MOST_CITED])


def _article(document: Document) -> Data:
    source = document.source
    publisher, author = records.one_line(source.publisher or ""), records.one_line(source.author or "")
    article = {
        "@type": "Article",
        "headline": records.title(document),
        "url": web_address(source.url),
        "archivedAt": web_address(source.archive),
        "inLanguage": document.language,
        "datePublished": document.dct.isoformat() if document.dct else None,
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "author": {"@type": "Person", "name": author} if author else None,
    }
    return _filled(article)


def _website(shelf: Shelf, settings: Settings) -> Data:
    return _filled({"@type": "WebSite", "name": shelf.timeline.title, "url": settings.base_url})


def _address(event: Event, settings: Settings) -> str:
    return settings.base_url and settings.base_url + records.address(event)


def _full(rows: Iterable[Data]) -> list[Data]:
    return [_filled(row) for row in rows]


def _filled(data: Data) -> Data:
    """The data without what is not known."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}
