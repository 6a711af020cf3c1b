"""The names of the events: an index of them, and for each name a timeline of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from timeline.model import Event
from timeline.settings import Settings
from timeline.site import linked
from timeline.site.addresses import numbered
from timeline.site.home import home, volume
from timeline.site.listing import sections
from timeline.site.page import Page
from timeline.site.shelf import Shelf, by_name
from timeline.site.views import EventView, Initial, Link, NameView
from timeline.site.volumes import Weights, volumes

_MOST_NAMES = 1500  # on a page of the index
_OTHER = "#"


def name_pages(shelf: Shelf, views: Mapping[str, EventView], weights: Weights, settings: Settings) -> Iterator[Page]:
    """The index on as many pages as it needs, then the pages of every name; none where no event bears a name."""
    found = by_name(shelf.timeline.events)
    names = sorted((NameView(text, url, len(events)) for url, (text, events) in found.items()), key=_order)
    yield from _index(names, shelf)
    for name in names:
        told = linked.of_name(name.text, shelf, settings)
        for place, page in enumerate(_own(name, found[name.url][1], shelf, views, weights)):
            yield replace(page, linked=told) if place == 0 else page


def _index(names: Sequence[NameView], shelf: Shelf) -> Iterator[Page]:
    parts = [names[start : start + _MOST_NAMES] for start in range(0, len(names), _MOST_NAMES)]
    links = [Link(f"{part[0].text} – {part[-1].text}", numbered("names", n)) for n, part in enumerate(parts, 1)]
    for number, (part, link) in enumerate(zip(parts, links, strict=True), 1):
        initials = tuple(Initial(letter, tuple(inside)) for letter, inside in groupby(part, key=_initial))
        title = shelf.words.say("site.names")
        title = title if number == 1 else f"{title}: {link.text}"
        context = {"initials": initials, "parts": links if len(parts) > 1 else [], "part": link, "total": len(names)}
        yield Page(link.url, "names.html", title, shelf.words.say("names.lede"), "names", context)


def _own(
    name: NameView, events: Sequence[Event], shelf: Shelf, views: Mapping[str, EventView], weights: Weights
) -> Iterator[Page]:
    mine = shelf.only(events)
    folder = name.url.removesuffix("/index.html")
    pages = volumes(sections(events, shelf.words), weights, shelf.words, name.url, folder)
    about = shelf.words.count("names.about", len(events), name=name.text)
    context: dict[str, Any] = {"name": name, **home(mine, views, pages, weights)}
    yield Page(name.url, "name.html", name.text, about, "names", context)
    for place, page in enumerate(pages if len(pages) > 1 else ()):
        context = {"of": Link(name.text, name.url), **volume(place, pages, mine, views)}
        yield Page(page.url, "volume.html", f"{name.text}: {page.title}", about, "names", context)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _initial(name: NameView) -> str:
    """The letter that the name stands under; one sign for what begins with none, or with one of thousands."""
    first = _folded(name.text)[:1].upper()
    alphabetic = (first.isalpha() and unicodedata.category(first) != "Lo") or "\u0590" <= first <= "\u08ff"
    return first if alphabetic else _OTHER


def _order(name: NameView) -> tuple[bool, str, str, str]:
    initial = _initial(name)
    return initial == _OTHER, initial, _folded(name.text), name.text
