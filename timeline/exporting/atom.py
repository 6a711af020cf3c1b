"""An Atom feed (RFC 4287), from entries to text."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from timeline.exporting import records
from timeline.settings import Settings

NEVER = "1970-01-01"  # of what has no dated source: an hour must be given, and none is known
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed."""

    key: str
    """'2022-01-26-us-reply', what its id is made from"""
    title: str
    """'The United States hands over its answer'"""
    updated: str
    """'2022-01-28', a day"""
    path: str
    """'events/2022-01-26-us-reply/', from the site's root"""
    summary: str
    """'[2022-01-26] Ambassador John Sullivan delivers the reply.'"""


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed says of itself."""

    key: str
    """'changes', what its id is made from, beside the site; '' for the site itself"""
    title: str
    """'Written answers'"""
    file: str
    """'data/feed.xml', from the site's root"""
    page: str
    """'changes/', the page that shows the same; ''"""
    site: str
    """'Written answers', the name of the site"""


def feed(head: Head, entries: Sequence[Entry], settings: Settings) -> str:
    """The feed, as dated as its latest entry.

    Ids are UUIDs made from the base address (else the name of the site) and the keys. Without a base address links are
    relative to the feed.
    """
    space = uuid.uuid5(uuid.NAMESPACE_URL, settings.base_url or head.site)
    root = settings.base_url or "../" * head.file.count("/")
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append(f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(settings.language)}>')
    lines.append(f"<title>{_text(head.title)}</title>")
    if settings.description:
        lines.append(f"<subtitle>{_text(settings.description)}</subtitle>")
    lines.append(f"<id>{(uuid.uuid5(space, head.key) if head.key else space).urn}</id>")
    lines.append(f"<updated>{max((entry.updated for entry in entries), default=NEVER)}T00:00:00Z</updated>")
    lines.append(f"<author><name>{_text(head.site)}</name></author>")
    lines.append(f'<link rel="alternate" type="text/html" href={_link(root, head.page)}/>')
    lines.append(f'<link rel="self" type="application/atom+xml" href={_link(root, head.file)}/>')
    for entry in entries:
        lines += _entry(entry, space, root)
    return "\n".join([*lines, "</feed>", ""])


def _entry(entry: Entry, space: uuid.UUID, root: str) -> Iterator[str]:
    yield "<entry>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f"<id>{uuid.uuid5(space, entry.key).urn}</id>"
    yield f"<updated>{entry.updated}T00:00:00Z</updated>"
    yield f'<link rel="alternate" type="text/html" href={_link(root, entry.path)}/>'
    yield f"<summary>{_text(entry.summary)}</summary>"
    yield "</entry>"


def _link(root: str, path: str) -> str:
    """A quoted address; a relative one names its file, for it may be followed from a folder."""
    name = "index.html" if root.startswith("../") and (not path or path.endswith("/")) else ""
    return quoteattr(root + path + name)


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", records.one_line(text)))
