"""Jinja over the templates of a theme: everything escaped, nothing undefined let through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError

from timeline.errors import OutputError
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
        """The text of a page. Raises OutputError, naming the template and what to mend, where the theme is at fault."""
        try:
            return self._environment.get_template(name).render(context)
        except TemplateNotFound as error:
            raise OutputError(f"The theme has no template {str(error)!r}. Compare site_templates/default/.") from None
        except TemplateSyntaxError as error:
            place = f"{error.name or name}, line {error.lineno}"
            raise OutputError(f"The template {place}: {error.message}. Mend that line.") from None
        except UndefinedError as error:
            raise OutputError(f"The template {name}: {error.message}. Mend it; docs/themes.md has the names.") from None
