"""The formats that can be read: one line and one file each."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from timeline.errors import ReadingError
from timeline.reading import from_html, from_markdown, from_text
from timeline.reading.raw import Raw

FORMATS: MappingProxyType[str, Callable[[bytes], Raw]] = MappingProxyType(
    {
        ".txt": from_text.read,
        ".text": from_text.read,
        ".md": from_markdown.read,
        ".markdown": from_markdown.read,
        ".html": from_html.read,
        ".htm": from_html.read,
        ".xhtml": from_html.read,
    }
)
"""suffix in small letters → the function that makes Raw of a file's bytes"""

MEDIA = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".mp3",
        ".mp4",
        ".m4a",
        ".ogg",
        ".wav",
        ".webm",
        ".mov",
        ".css",
        ".js",
        ".woff",
        ".woff2",
        ".ttf",
    ]
)
"""suffixes of what lies beside articles without being one"""


def suffix_of(path: str) -> str:
    """The suffix of a path in small letters, with its stop; '' without one."""
    name = path.rsplit("/", 1)[-1]
    stem, stop, suffix = name.rpartition(".")
    return f".{suffix.lower()}" if stem and stop else ""


def reader(path: str) -> Callable[[bytes], Raw]:
    """The function that reads a file of this name; a name without a suffix is plain text. Raises ReadingError."""
    suffix = suffix_of(path)
    found = FORMATS.get(suffix or ".txt")
    if found is None:
        known = ", ".join(FORMATS)
        raise ReadingError(
            "unknown format", f"Files of the kind {suffix!r} are not read.", f"Save it as one of {known}, or remove it."
        )
    return found
