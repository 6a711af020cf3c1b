"""What has changed in the folders that a site is made from.

The folders are looked through twice a second: that finds changes on every system and over every network drive, takes
a thousandth of a second for a hundred files, and needs no other package.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

INTERVAL = 0.5  # seconds

State = Mapping[str, tuple[int, int]]
"""path → time of the last change in nanoseconds, and size in bytes"""


def state(folders: Iterable[Path]) -> State:
    """Every file of some folders that is not hidden."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        for root, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if not name.startswith((".", "__"))]
            for name in names:
                if not name.startswith("."):
                    found |= _file(Path(root) / name)
    return found


def _file(path: Path) -> dict[str, tuple[int, int]]:
    try:
        facts = path.stat()
    except OSError:
        return {}  # it has just been removed, or is a link to nothing
    return {str(path): (facts.st_mtime_ns, facts.st_size)}
