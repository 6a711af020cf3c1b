"""The site's check on itself: every internal link, anchor and asset of what `render` gives."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from timeline.errors import OutputError

_SHOWN = 3  # faults that a message names; the number says how many there are
_TAG = re.compile(rb"<[a-zA-Z][^<>]{0,4000}>")
_ATTRIBUTE = re.compile(r'\s(?P<name>href|src|id|cite|for|aria-labelledby|aria-describedby)="(?P<value>[^"]*)"')


def check(files: Mapping[str, bytes], base_url: str = "") -> None:
    """Raise OutputError where a page links to what the site does not hold, or names an anchor twice.

    Everything on a page that came from a document is escaped, so that attributes can be told by their quotes.
    """
    pages = {path: _Page(data) for path, data in files.items() if path.endswith(".html")}
    faults = [fault for path, page in pages.items() for fault in _faults(path, page, pages, files, base_url)]
    if faults:
        more = f" and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise OutputError(f"The site has broken links: {'; '.join(faults[:_SHOWN])}{more}. Mend the theme's templates.")


class _Page:
    """The anchors and the links of a page."""

    def __init__(self, data: bytes) -> None:
        found = [match.groups() for tag in _TAG.findall(data) for match in _ATTRIBUTE.finditer(tag.decode())]
        counts = Counter(value for name, value in found if name == "id")
        self.ids = frozenset(counts)
        self.twice = sorted(name for name, times in counts.items() if times > 1)
        self.links = dict.fromkeys(unescape(value) for name, value in found if name in ("href", "src", "cite"))
        self.named = dict.fromkeys(part for name, value in found if name in _BY_ID for part in value.split())


_BY_ID = ("for", "aria-labelledby", "aria-describedby")


def _faults(
    path: str, page: _Page, pages: Mapping[str, _Page], files: Mapping[str, bytes], base_url: str
) -> Iterator[str]:
    for name in page.twice:
        yield f"{path} has the anchor {name!r} twice"
    for name in page.named:
        if name not in page.ids:
            yield f"{path} names {name!r}, which it does not have"
    for link in page.links:
        address = urlsplit(link)
        if address.scheme or address.netloc:
            continue
        target = _target(path, address.path, urlsplit(base_url).path)
        if target not in files:
            yield f"{path} links to {link!r}, which is not there"
        elif address.fragment and target in pages and unquote(address.fragment) not in pages[target].ids:
            yield f"{path} links to {link!r}, where no such anchor is"


def _target(path: str, link: str, base: str) -> str:
    """The file that a link leads to, from the site's root."""
    if not link:
        return path
    if link.startswith("/"):
        link, path = link.removeprefix(base or "/").lstrip("/"), ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link)))
    return posixpath.normpath(f"{target}/index.html") if link.endswith("/") or target == "." else target
