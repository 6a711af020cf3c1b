"""Where everything stands in the site, from its root; an address depends on the thing itself alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from timeline.exporting import records
from timeline.model import Event, Span

_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # names that Windows keeps for its devices
_LONGEST = 60


def event_url(event: Event) -> str:
    """The file of an event's page."""
    return records.address(event) + "index.html"


def source_url(document: str) -> str:
    """The file of a source's page."""
    return f"sources/{document}/index.html"


def sentence_id(span: Span) -> str:
    """The anchor of a quoted sentence on its source's page."""
    return f"s{span.start}-{span.end}"


def quote_id(document: str, span: Span) -> str:
    """The anchor of a quoted sentence on its event's page."""
    return f"q-{document}-{span.start}-{span.end}"


def name_key(name: str) -> str:
    """What two spellings of one name share: small letters, composed."""
    return unicodedata.normalize("NFC", records.one_line(name)).casefold()


def name_url(name: str) -> str:
    """The file of a name's page: 'names/red-cross/index.html'.

    A name that is not plain letters a to z and digits gets a part of its hash, so that no two names share an address.
    """
    key = name_key(name)
    folded = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    readable = re.sub(r"[^a-z0-9]+", "-", folded)[:_LONGEST].strip("-")
    if not _PLAIN.fullmatch(key) or len(key) > _LONGEST or _RESERVED.fullmatch(key):
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        readable = f"{readable}-{digest}" if readable else digest
    return f"names/{readable}/index.html"


def numbered(folder: str, number: int) -> str:
    """The file of one of several pages of a kind, the first of which is the folder's own."""
    return f"{folder}/index.html" if number == 1 else f"{folder}/_{number}/index.html"


def web_address(url: str | None) -> str:
    """The address if a browser may follow it without harm, else ''."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""
