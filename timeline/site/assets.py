"""The static files of a theme → files of the site whose names change with their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

FOLDER = "static/"


def published(theme: Mapping[str, bytes]) -> dict[str, str]:
    """{'site.css': 'assets/site.3579c391.css'} for each file under static/; a browser may keep such a file for ever."""
    return {
        path.removeprefix(FOLDER): _address(path.removeprefix(FOLDER), data)
        for path, data in theme.items()
        if path.startswith(FOLDER)
    }


def _address(path: str, data: bytes) -> str:
    file = PurePosixPath(path)
    digest = hashlib.sha256(data).hexdigest()[:8]
    return str(PurePosixPath("assets") / file.with_name(f"{file.stem}.{digest}{file.suffix}"))
