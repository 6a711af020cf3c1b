"""Jinja over the templates of a theme: everything escaped, nothing undefined let through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from timeline.model import Timeline
from timeline.settings import Settings
from timeline.site.words import Words


class Templates:
    """The templates of a theme, each compiled once, with what every page is given."""

    def __init__(
        self, theme: Mapping[str, bytes], names: Mapping[str, str], words: Words, timeline: Timeline, settings: Settings
    ) -> None:
        """`names` maps a static file of the theme to its place in the site."""
        sources = {path: data.decode() for path, data in theme.items() if path.endswith(".html")}
        self._environment = Environment(
            loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.globals |= {
            "say": words.say,
            "count": words.count,
            "number": words.number,
            "asset": names.__getitem__,
            "site": {
                "title": timeline.title,
                "description": settings.description,
                "notice": settings.notice,
                "language": words.language,
                "direction": words.direction,
                "documents": len(timeline.documents),
                "problems": len(timeline.problems),
                "names": any(name.strip() for event in timeline.events for name in event.names),
                "base_url": settings.base_url,
            },
        }

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """The text of a page."""
        return self._environment.get_template(name).render(context)
