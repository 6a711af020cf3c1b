"""Whom the served site answers, and what it takes for an edit."""

from __future__ import annotations

from email.message import Message

import pytest

from timeline.correcting.editing import Edit
from timeline.errors import UsageError
from timeline.serving.guard import is_at_home, read_edit, refusal

GOOD = {
    "Host": "127.0.0.1:8000",
    "Origin": "http://127.0.0.1:8000",
    "X-Timeline-Token": "secret",
    "Content-Type": "application/json",
    "Content-Length": "50",
}


def headers(**changed: str | None) -> Message:
    message = Message()
    for name, value in (GOOD | {key.replace("_", "-"): value for key, value in changed.items()}).items():
        if value is not None:
            message[name] = value
    return message


FINE = [
    {},
    {"Host": "localhost:8000", "Origin": "http://localhost:8000"},
    {"Content_Type": "application/json; charset=utf-8"},
]


@pytest.mark.parametrize("changed", FINE)
def test_an_edit_from_a_page_of_this_server_is_taken(changed: dict[str, str]) -> None:
    assert refusal(headers(**changed), 8000, "secret") is None


REFUSED: list[tuple[str, dict[str, str | None], int]] = [
    ("another name for this computer", {"Host": "evil.example:8000", "Origin": "http://evil.example:8000"}, 403),
    ("another port", {"Host": "127.0.0.1:8001"}, 403),
    ("no host", {"Host": None}, 403),
    ("another site", {"Origin": "https://evil.example"}, 403),
    ("another server of this computer", {"Origin": "http://127.0.0.1:9000"}, 403),
    ("a page from the disk", {"Origin": "null"}, 403),
    ("no origin", {"Origin": None}, 403),
    ("a secure page", {"Origin": "https://127.0.0.1:8000"}, 403),
    ("a frame of others", {"Sec_Fetch_Site": "cross-site"}, 403),
    ("an earlier start", {"X_Timeline_Token": "old"}, 403),
    ("no token", {"X_Timeline_Token": None}, 403),
    ("a form", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
    ("plain text", {"Content_Type": "text/plain"}, 415),
    ("no kind", {"Content_Type": None}, 415),
    ("no length", {"Content_Length": None}, 411),
    ("a wrong length", {"Content_Length": "-1"}, 411),
    ("an endless length", {"Content_Length": "9" * 99}, 411),
    ("too much", {"Content_Length": "10001"}, 413),
]


@pytest.mark.parametrize(("changed", "status"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_an_edit_from_elsewhere_is_refused(changed: dict[str, str | None], status: int) -> None:
    refused = refusal(headers(**changed), 8000, "secret")
    assert refused is not None
    assert refused[0] == status


@pytest.mark.parametrize(
    ("host", "answered"), [("127.0.0.1:8000", True), ("LOCALHOST:8000", True), ("a.example", False)]
)
def test_a_page_is_shown_to_who_calls_this_computer_by_its_name(host: str, answered: bool) -> None:
    assert is_at_home(headers(Host=host), 8000) is answered


def test_an_edit_is_read() -> None:
    assert read_edit(b'{"event": "a", "edit": "date", "value": " 2019-05 "}') == Edit("a", "date", "2019-05")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"event": "a", "edit": "hide"}',
        b'{"event": "a", "edit": "hide", "value": 1}',
        b"\xff",
        b"[" * 9000,
        b'{"event": "a", "edit": "run", "value": ""}',
        b'{"event": "a", "edit": "hide", "value": "", "file": "x"}',
    ],
)
def test_what_is_no_edit_is_refused(body: bytes) -> None:
    with pytest.raises(UsageError):
        read_edit(body)
