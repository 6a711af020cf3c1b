"""The whole site as files: pages, assets, exports, and what crawlers look for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from markupsafe import Markup

from timeline.exporting import export, records
from timeline.model import Timeline
from timeline.settings import Settings
from timeline.site import assets, words
from timeline.site.cards import SITE, cards
from timeline.site.changes import FEED, changes_feed
from timeline.site.contents import EMBED, pages
from timeline.site.event_views import event_view
from timeline.site.finder import finder
from timeline.site.linked import as_script
from timeline.site.page import Page
from timeline.site.pictures import picture_files
from timeline.site.robots import for_robots
from timeline.site.search_index import search_index
from timeline.site.shelf import opened
from timeline.site.templates import Templates

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MISSING = "404.html"


def render(timeline: Timeline, settings: Settings, theme: Mapping[str, bytes]) -> dict[str, bytes]:
    """The whole site as {relative path: bytes}, in order of path; the same input gives the same bytes.

    `theme` is what timeline.themes.load gives.
    """
    settings = replace(settings, language=words.chosen(settings.language, timeline.documents))
    names = assets.published(theme)
    files = {names[path]: theme[assets.FOLDER + path] for path in names}
    files |= picture_files(timeline)
    files |= export(timeline, settings)
    shelf = opened(timeline, words.load(settings.language))
    views = {event.id: event_view(event, shelf) for event in timeline.events}
    found = finder(shelf)
    index = search_index(shelf, views, found)
    search = {"finder": found, "index": tuple(index)}
    templates = Templates(theme, names, shelf.words, timeline, settings)
    drawn = cards(shelf, views) if settings.base_url else {}
    listed = []
    for page in pages(shelf, views, search, settings, files):
        card = page.card if page.card in drawn else SITE if drawn else ""
        files[page.path] = _written(page, card, templates, settings)
        if page.path not in (_MISSING, EMBED) and not page.leads_to:
            listed.append(page.path)
    files[FEED] = changes_feed(shelf, settings)
    return dict(sorted((files | index | drawn | for_robots(listed, settings)).items()))


def _written(page: Page, card: str, templates: Templates, settings: Settings) -> bytes:
    """The page's bytes, without the characters that HTML forbids."""
    root = "../" * page.path.count("/")
    if page.path == _MISSING:  # a server shows it at any depth
        root = urlsplit(settings.base_url).path
    address = settings.base_url and settings.base_url + (page.leads_to or page.path).removesuffix("index.html")
    text = templates.render(
        page.template,
        {
            **page.context,
            "root": root,
            "title": records.one_line(page.title),
            "about": records.one_line(page.description),
            "section": page.section,
            "card": card and settings.base_url + card,
            "linked": Markup(as_script(page.linked)),  # noqa: S704, for it is escaped there
            "canonical": address if page.path not in (_MISSING, EMBED) else "",
        },
    )
    return _FORBIDDEN.sub("", text).encode()
