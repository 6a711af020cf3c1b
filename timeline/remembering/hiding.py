"""The id of an event that the author hides, told to nobody and known again by who names it."""

from __future__ import annotations

import hashlib

SIGN = "#"


def secret(name: str) -> str:
    """'#5d41402abc4b2a76' for an id; it says nothing of the event, and any id can be held against it."""
    return SIGN + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]
