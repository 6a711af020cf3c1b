# ruff: noqa: E501 — a row a line
"""Files that cannot be read: each is named with what to do, and none ends in a traceback."""

from __future__ import annotations

import random

import pytest

from timeline.errors import ReadingError
from timeline.reading import read_document
from timeline.settings import Settings, parse

NOISE = random.Random(7).randbytes(3000).replace(b"\x00", b"\x01")

FILES = [
    ("an empty file", "a.txt", b"", "empty", None),
    ("white space alone", "a.txt", b" \n\t\r\n ", "empty", None),
    ("a byte order mark alone", "a.txt", b"\xef\xbb\xbf", "empty", None),
    ("marks alone", "a.txt", b"*** --- ***", "empty", None),
    ("front matter alone", "a.md", b"---\ntitle: x\n---\n", "empty", None),
    ("a page without an article", "a.html", b"<html><body><nav>Home</nav></body></html>", "empty", None),
    ("a page without anything", "a.html", b"<!-- -->", "empty", None),
    ("NUL bytes", "a.txt", b"The pier\x00\x01\x02 closed.", "not text", None),
    ("a picture", "a.txt", b"\x89PNG\r\n\x1a\n1234", "not text", None),
    ("a PDF", "a.txt", b"%PDF-1.7 ...", "not text", None),
    ("an office file", "a.txt", b"PK\x03\x04 ...", "not text", None),
    ("control characters", "a.txt", b"The pier" + b"\x01\x02\x03" * 30 + b" closed.", "not text", None),
    ("noise", "a.txt", NOISE, "", None),
    ("a broken mark", "a.txt", b"\xff\xfe\x41", "unknown encoding", None),
    ("a large file", "a.txt", b"The pier closed. " * 2000, "too large", None),
    ("an unknown format", "a.docx", b"PK\x03\x04", "unknown format", None),
    ("front matter without an end", "a.md", b"---\ntitle: x\n\nThe pier closed.", "front matter", 1),
    ("TOML front matter without an end", "a.md", b'+++\ntitle = "x"\n\nThe pier closed.', "front matter", 1),
    ("broken YAML", "a.md", b"---\ntitle: x\nsource: a: b\n---\nThe pier closed.", "front matter", 3),
    ("broken TOML", "a.md", b'+++\ntitle = "x"\nsource = y z\n+++\nThe pier closed.', "front matter", 3),
    ("an alias", "a.md", b"---\ntitle: &a [x, x]\nauthor: [*a, *a]\n---\nThe pier closed.", "front matter", 3),
    ("a day that does not exist", "a.md", b"---\ndate: 2022-02-30\n---\nThe pier closed.", "front matter", None),
    ("a tag of Python", "a.md", b"---\ntitle: !!python/object/apply:os.system [ls]\n---\nThe pier closed.", "front matter", 2),
]  # fmt: skip


@pytest.mark.parametrize(("path", "data", "name", "line"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
    path: str, data: bytes, name: str, line: int | None
) -> None:
    with pytest.raises(ReadingError) as caught:
        read_document(path, data, parse("max_megabytes = 0.02"))
    error = caught.value
    assert not name or error.name == name
    assert (error.line, error.message[-1], error.remedy[-1]) == (line, ".", ".")
    assert "\n" not in str(error)


def test_deep_nesting_is_no_traceback() -> None:
    for name, text in (
        ("a.md", "> " * 3000 + "x y."),
        ("a.md", "[" * 3000 + "x y."),
        ("a.html", "<div>" * 9000 + "x y."),
    ):
        try:
            read_document(name, text.encode(), Settings())
        except ReadingError as error:
            assert error.remedy
