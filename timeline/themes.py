"""Theme folders → {relative path: bytes}: what one lacks comes from the one below it."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import UsageError

DEFAULT = "default"


def load(themes: Path, name: str = DEFAULT, own: Path | None = None) -> dict[str, bytes]:
    """Every file of the theme `name` in the folder `themes`, over those of the default theme, and under those of `own`.

    Templates of the default theme are there a second time under 'default/', so that one that takes the place of
    another may extend it. Raises UsageError where there is no such theme, or where it holds no template at all.
    """
    known = sorted(folder.name for folder in themes.iterdir() if folder.is_dir() and not _hidden(folder.name))
    if name not in known:
        raise UsageError(f"there is no theme {name!r}. Known are: {', '.join(known)}.")
    plain = _files(themes / DEFAULT)
    theme = {f"{DEFAULT}/{path}": data for path, data in plain.items() if path.endswith(".html")} | plain
    if name != DEFAULT:
        theme |= _files(themes / name)
    if own is not None and own.is_dir():
        theme |= _files(own)
    return theme


def _files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, with forward slashes and in order; hidden files are left out."""
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    theme = {path: file.read_bytes() for path, file in files.items() if not _hidden(path)}
    for path, data in theme.items():
        if path.endswith(".html") and not _is_text(data):
            raise UsageError(f"{folder / path}: is not UTF-8 text. Save it as UTF-8.")
    return theme


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _hidden(path: str) -> bool:
    return any(part.startswith((".", "__")) for part in path.split("/"))
