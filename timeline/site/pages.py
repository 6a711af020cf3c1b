"""Which pages there are, and what each is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from timeline.exporting import export, records
from timeline.exporting.as_ics import fits
from timeline.model import Timeline
from timeline.settings import Settings
from timeline.site import assets, kinds, listing, words
from timeline.site.event_views import event_view, evidence_of
from timeline.site.finder import finder
from timeline.site.home import home, volume
from timeline.site.search_index import search_index
from timeline.site.shelf import Shelf, opened
from timeline.site.source_views import source_views
from timeline.site.table import table
from timeline.site.templates import Templates
from timeline.site.views import EventView, Link
from timeline.site.volumes import Volume, volumes

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page, before it is written."""

    path: str
    """'events/2022-01-26-us-reply/index.html'"""
    template: str
    """'event.html'"""
    title: str
    """'The United States hands over its answer'"""
    description: str
    """'Ambassador John Sullivan delivers the reply.'"""
    section: str
    """'timeline', the entry of the navigation that it belongs to; ''"""
    context: Mapping[str, Any]
    """what the template is given besides"""


def render(timeline: Timeline, settings: Settings, theme: Mapping[str, bytes]) -> dict[str, bytes]:
    """The whole site as {relative path: bytes}, in order of path; the same input gives the same bytes.

    `theme` is what timeline.themes.load gives.
    """
    names = assets.published(theme)
    files = {names[path]: theme[assets.FOLDER + path] for path in names}
    files |= export(timeline, settings)
    shelf = opened(timeline, words.load(settings.language))
    views = {event.id: event_view(event, shelf) for event in timeline.events}
    found = finder(shelf)
    index = search_index(shelf, views, found)
    search = {"finder": found, "index": tuple(index)}
    templates = Templates(theme, names, shelf.words, timeline, settings)
    paths = []
    for page in _pages(shelf, views, search, settings, files):
        files[page.path] = _written(page, templates, settings)
        paths.append(page.path)
    return dict(sorted((files | index | _for_robots(paths, settings)).items()))


def _pages(
    shelf: Shelf,
    views: Mapping[str, EventView],
    search: dict[str, Any],
    settings: Settings,
    exports: Mapping[str, bytes],
) -> Iterator[Page]:
    timeline, say = shelf.timeline, shelf.words.say
    pages = volumes(listing.sections(timeline.events, shelf.words), shelf.words)
    about = settings.description or timeline.title
    yield Page("index.html", "home.html", timeline.title, about, "timeline", home(shelf, views, pages) | search)
    if len(pages) > 1:
        for place, page in enumerate(pages):
            context = volume(place, pages, shelf, views) | search
            yield Page(page.url, "volume.html", page.title, about, "timeline", context)
    yield from _event_pages(shelf, views, pages)
    yield from _source_pages(shelf)
    yield from _other_pages(shelf, exports)
    yield Page("404.html", "missing.html", say("missing.title"), say("missing.lede"), "", {})


def _event_pages(shelf: Shelf, views: Mapping[str, EventView], pages: Sequence[Volume]) -> Iterator[Page]:
    ordered = [
        (event, page, section)
        for page in pages
        for section in page.sections
        for row in section.rows
        for event in row.events
    ]
    shown = [views[event.id] for event, _, _ in ordered]
    for place, (event, page, section) in enumerate(ordered):
        view = shown[place]
        context = {
            "event": view,
            "table": table(event, evidence_of(event, shelf), shelf),
            "list": page.url,
            "section_link": Link(section.title, f"{page.url}#{section.id}"),
            "before": shown[place - 1] if place else None,
            "next": shown[place + 1] if place + 1 < len(shown) else None,
        }
        yield Page(view.url, "event.html", view.headline, view.summary or view.headline, "timeline", context)


def _other_pages(shelf: Shelf, exports: Mapping[str, bytes]) -> Iterator[Page]:
    say, timeline = shelf.words.say, shelf.timeline
    sizes = {path.rpartition("/")[2]: len(data) for path, data in exports.items() if path.startswith("data/")}
    data = {"sizes": sizes, "held": sum(fits(event) for event in timeline.events)}
    yield Page("data/index.html", "data.html", say("site.data"), say("data.lede"), "data", data)
    found = {"problems": timeline.problems}
    yield Page("problems/index.html", "problems.html", say("site.problems"), say("problems.lede"), "problems", found)
    shapes = {"shapes": kinds.SHAPES}
    yield Page("about/index.html", "about.html", say("site.method"), say("about.lede"), "about", shapes)


def _source_pages(shelf: Shelf) -> Iterator[Page]:
    views, say = source_views(shelf), shelf.words.say
    short = [replace(view, paragraphs=()) for view in views]
    yield Page(
        "sources/index.html", "sources.html", say("site.sources"), say("source.lede"), "sources", {"sources": short}
    )
    for view in views:
        if view.url:
            about = ", ".join(part for part in (view.publisher, view.published) if part) or view.title
            yield Page(view.url, "source.html", view.title, about, "sources", {"source": view})


def _written(page: Page, templates: Templates, settings: Settings) -> bytes:
    """The page's bytes, without the characters that HTML forbids."""
    depth = page.path.count("/")
    root = "../" * depth
    if page.path == "404.html":  # a server shows it at any depth
        root = urlsplit(settings.base_url).path
    address = settings.base_url and settings.base_url + page.path.removesuffix("index.html")
    text = templates.render(
        page.template,
        {
            **page.context,
            "root": root,
            "title": records.one_line(page.title),
            "about": records.one_line(page.description),
            "section": page.section,
            "canonical": address if page.path != "404.html" else "",
        },
    )
    return _FORBIDDEN.sub("", text).encode()


def _for_robots(paths: list[str], settings: Settings) -> dict[str, bytes]:
    """What crawlers and GitHub Pages look for; the map of the site only where its full address is known."""
    lines = ["User-agent: *", "Allow: /"]
    files = {".nojekyll": b""}
    if settings.base_url:
        lines.append(f"Sitemap: {settings.base_url}sitemap.xml")
        found = sorted(path.removesuffix("index.html") for path in paths if path != "404.html")
        rows = "".join(f"<url><loc>{settings.base_url}{path}</loc></url>\n" for path in found)
        head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        files["sitemap.xml"] = f"{head}{rows}</urlset>\n".encode()
    return files | {"robots.txt": "".join(f"{line}\n" for line in lines).encode()}
