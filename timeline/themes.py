"""A theme folder → {relative path: bytes}."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import UsageError


def load(folder: Path) -> dict[str, bytes]:
    """Every file of a theme by its path, with forward slashes and in order; hidden files are left out.

    Raises UsageError where the folder is none, or holds no template of the home page.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such theme. Name a folder of site_templates/ in timeline.toml.")
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    theme = {path: file.read_bytes() for path, file in files.items() if not _hidden(path)}
    if "home.html" not in theme:
        raise UsageError(f"{folder}: is no theme, for it has no home.html. Compare site_templates/default/.")
    return theme


def _hidden(path: str) -> bool:
    return any(part.startswith((".", "__")) for part in path.split("/"))
