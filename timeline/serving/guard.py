"""Whom the server answers: pages of its own, on this computer, and nobody else."""

from __future__ import annotations

import hmac
import json
from email.message import Message

from timeline.correcting.editing import Edit, edit_of
from timeline.errors import UsageError

HOSTS = ("127.0.0.1", "localhost")
LARGEST = 10_000  # bytes of an edit
HEADER = "X-Timeline-Token"  # in which a page shows that it is of this start
_KEYS = {"event", "edit", "value"}


def hosts(port: int) -> frozenset[str]:
    """What may stand in a request's Host: a name of this computer. A name that was turned to it by others may not."""
    return frozenset(f"{host}:{port}" for host in HOSTS) | (frozenset(HOSTS) if port == 80 else frozenset())


def is_at_home(headers: Message, port: int) -> bool:
    """Whether a request was sent to this computer by its own name (else it may be DNS rebinding)."""
    return (headers.get("Host") or "").lower() in hosts(port)


def refusal(headers: Message, port: int, token: str) -> tuple[int, str] | None:
    """The status and the reason why an edit is refused by its headers; None where it is not."""
    origin = (headers.get("Origin") or "").lower()
    if not is_at_home(headers, port) or origin not in {f"http://{host}" for host in hosts(port)}:
        return 403, "Edits are taken from the pages of this server only."
    if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return 403, "Edits are taken from the pages of this server only."
    if not hmac.compare_digest(headers.get(HEADER, "").encode(), token.encode()):
        return 403, "This page is of an earlier start of the server. Load it again."
    if (headers.get("Content-Type") or "").partition(";")[0].strip().lower() != "application/json":
        return 415, "An edit is sent as application/json."
    length = headers.get("Content-Length") or ""
    if not (length.isascii() and length.isdigit()) or len(length) > 9:
        return 411, "The length of the edit is not told."
    return (413, f"An edit has {LARGEST} bytes at most.") if int(length) > LARGEST else None


def read_edit(body: bytes) -> Edit:
    """The edit in a request's body. Raises UsageError."""
    try:
        row = json.loads(body)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or row.keys() != _KEYS or not all(isinstance(value, str) for value in row.values()):
        raise UsageError('An edit is {"event": "…", "edit": "…", "value": "…"}.')
    return edit_of(row["event"], row["edit"], row["value"])
