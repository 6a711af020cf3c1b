"""Markdown of the author's → HTML that may stand on a page."""

from __future__ import annotations

import markdown
import nh3
from markupsafe import Markup

from timeline.site.addresses import web_address

_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h2", "h3", "h4", "h5", "h6"}
_HEADINGS = {"toc": {"baselevel": 2}}  # the page has its one heading of the first level


def prose(text: str) -> Markup:
    """The text as safe HTML: no picture, no script, no style, and no link but to the web."""
    if not text:
        return Markup()
    rendered = markdown.markdown(text, output_format="html", extensions=["toc"], extension_configs=_HEADINGS)
    return Markup(nh3.clean(rendered, tags=_TAGS, attributes={"a": {"href"}}, attribute_filter=_kept, link_rel=None))  # noqa: S704


def _kept(_element: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" else web_address(value) or None
