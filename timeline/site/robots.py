"""What crawlers and GitHub Pages look for; the map of the site only where its full address is known."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from timeline.settings import Settings

_MOST = 50_000  # addresses that a map may hold; a larger site has several and an index of them
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def for_robots(paths: Sequence[str], settings: Settings) -> dict[str, bytes]:
    """robots.txt, .nojekyll and, with a base address, the maps of the pages at `paths`."""
    lines = ["User-agent: *", "Allow: /"]
    files = {".nojekyll": b""}
    if settings.base_url:
        lines.append(f"Sitemap: {settings.base_url}sitemap.xml")
        files |= _maps(sorted(path.removesuffix("index.html") for path in paths), settings.base_url)
    return files | {"robots.txt": "".join(f"{line}\n" for line in lines).encode()}


def _maps(paths: Sequence[str], base: str) -> dict[str, bytes]:
    if len(paths) <= _MOST:
        return {"sitemap.xml": _map("urlset", "url", paths, base)}
    parts = [paths[start : start + _MOST] for start in range(0, len(paths), _MOST)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    maps = {name: _map("urlset", "url", part, base) for name, part in zip(names, parts, strict=True)}
    return maps | {"sitemap.xml": _map("sitemapindex", "sitemap", names, base)}


def _map(root: str, element: str, paths: Sequence[str], base: str) -> bytes:
    rows = "".join(f"<{element}><loc>{escape(base + path)}</loc></{element}>\n" for path in paths)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} {_SPACE}>\n{rows}</{root}>\n'.encode()
