"""The id of a document: readable, safe in an address, and the same in every build."""

from __future__ import annotations

import datetime
import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r"[^a-z0-9]{1,500}")
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # names that Windows keeps for its devices
_LONGEST = 60


def slug(text: str) -> str:
    """Small letters a to z, digits and hyphens: 'Café No. 5' → 'cafe-no-5'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return _UNSAFE.sub("-", plain)[:_LONGEST].strip("-")


def document_id(path: str, published: datetime.date | None) -> str:
    """The id of the document at a path: its file name and its day, unless the name has that already.

    >>> document_id("news/moscow-times.txt", datetime.date(2022, 1, 28))
    'moscow-times-2022-01-28'
    """
    name = path.rsplit("/", 1)[-1]
    stem = slug(name.rsplit(".", 1)[0]) or f"document-{short_hash(path)}"
    if _RESERVED.fullmatch(stem):
        stem = f"document-{stem}"
    day = published.isoformat() if published else ""
    return stem if not day or day in stem or day.replace("-", "") in stem else f"{stem}-{day}"


def short_hash(path: str) -> str:
    """Six hexadecimal digits that belong to a path."""
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:6]
