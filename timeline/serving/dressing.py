"""A page as it was built → the page as it is served: with the editor, which no published page has."""

from __future__ import annotations

import re
from importlib import resources

PREFIX = "/__timeline__/"
STATIC = {"editor.js": "text/javascript; charset=utf-8", "editor.css": "text/css; charset=utf-8"}
_POLICY = re.compile(
    rb'(?P<policy><meta http-equiv="Content-Security-Policy" content="(?![^"]{0,2000}connect-src)[^"]{0,2000})"'
)
_OPENED = rb"""\g<policy>; connect-src 'self'" """.rstrip()


def dressed(page: bytes, token: str, generation: int) -> bytes:
    """The page with the editor in its head, and leave to ask its own server; `token` is that of this start."""
    script = f'<script src="{PREFIX}editor.js" data-token="{token}" data-generation="{generation}" defer></script>'
    style = f'<link rel="stylesheet" href="{PREFIX}editor.css">'
    opened = _POLICY.sub(_OPENED, page, count=1)
    return opened.replace(b"</head>", f"{style}\n{script}\n</head>".encode(), 1)


def static(name: str) -> bytes | None:
    """A file of the editor; None for another name."""
    if name not in STATIC:
        return None
    return (resources.files(__package__ or "") / "static" / name).read_bytes()
