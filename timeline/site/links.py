"""The site's check on itself: every internal link, anchor and asset of what `render` gives."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from timeline.errors import OutputError

_SHOWN = 3  # faults that a message names; the number says how many there are
_TAG = re.compile(rb"<[a-zA-Z][a-zA-Z0-9]{0,20}\s[^<>]{1,4000}>")  # those with attributes
_ATTRIBUTE = re.compile(
    r'\s(?P<name>href|src|id|cite|for|content|data-index|aria-labelledby|aria-describedby)="(?P<value>[^"]*)"'
)
_LINKING = ("href", "src", "cite")
_BY_ID = ("for", "aria-labelledby", "aria-describedby")
_IN_STYLES = re.compile(rb"""url\(\s{0,9}["']?(?P<value>[^"')]{1,2000})["']?\s{0,9}\)""")
_IN_XML = re.compile(rb"""(?:<loc>|\shref=["'])(?P<value>[^<"']{1,4000})""")


def check(files: Mapping[str, bytes], base_url: str = "") -> None:
    """Raise OutputError where a file links to what the site does not hold, or a page names an anchor twice.

    An address that begins with `base_url` is one of the site's own, wherever it stands: in a feed, a map, a card.
    Everything on a page that came from a document is escaped, so that attributes can be told by their quotes.
    """
    pages = {path: _Page(data, base_url) for path, data in files.items() if path.endswith(".html")}
    faults = [fault for path, page in pages.items() for fault in _anchors(path, page)]
    links = {path: page.links for path, page in pages.items()} | dict(_others(files))
    faults += [fault for path, found in links.items() for fault in _broken(path, found, pages, files, base_url)]
    if faults:
        more = f" and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise OutputError(f"The site has broken links: {'; '.join(faults[:_SHOWN])}{more}. Mend the theme's templates.")


class _Page:
    """The anchors and the links of a page."""

    def __init__(self, data: bytes, base_url: str) -> None:
        found = _ATTRIBUTE.findall(b"".join(_TAG.findall(data)).decode())
        counts = Counter(value for name, value in found if name == "id")
        self.ids = frozenset(counts)
        self.twice = sorted(name for name, times in counts.items() if times > 1)
        links = [value for name, value in found if name in _LINKING]
        links += [value for name, value in found if name == "content" and base_url and value.startswith(base_url)]
        links += [part for name, value in found if name == "data-index" for part in value.split()]
        self.links = dict.fromkeys(map(unescape, links))
        self.named = dict.fromkeys(part for name, value in found if name in _BY_ID for part in value.split())


def _others(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict[str, None]]]:
    """The links of style sheets, feeds and maps."""
    for path, data in files.items():
        pattern = _IN_STYLES if path.endswith(".css") else _IN_XML if path.endswith(".xml") else None
        if pattern:
            found = (unescape(match["value"].decode()) for match in pattern.finditer(data))
            yield path, dict.fromkeys(link for link in found if not link.startswith("data:"))


def _anchors(path: str, page: _Page) -> Iterator[str]:
    for name in page.twice:
        yield f"{path} has the anchor {name!r} twice"
    for name in page.named:
        if name not in page.ids:
            yield f"{path} names {name!r}, which it does not have"


def _broken(
    path: str, links: Iterable[str], pages: Mapping[str, _Page], files: Mapping[str, bytes], base_url: str
) -> Iterator[str]:
    base = urlsplit(base_url).path
    for link in links:
        own = base + link.removeprefix(base_url) if base_url and link.startswith(base_url) else link
        address = urlsplit(own)
        if address.scheme or address.netloc:
            continue
        target = _target(path, address.path, base)
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
