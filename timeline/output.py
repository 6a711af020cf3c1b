"""The only writer: {path: bytes} → a folder, and an edited file of corrections; each whole or not at all.

The new site is written beside the old one and takes its place by two renames:

    _site.new   being written           an interruption here leaves the old site as it is
    _site.old   the old one, set aside  an interruption here is healed by the next run
    _site       the site

The marker file lists what was written, so that files of others inside the folder are known and kept.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from timeline.errors import OutputError

MARKER = ".timeline-site"
_HEAD = "This folder is written by timeline-builder; a path a line follows. Files that are not listed are kept."
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$')


def publish(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the site: `folder` holds `files` afterwards, what others put there, and nothing of an earlier site.

    Raises OutputError; the folder is then as it was.
    """
    check_paths(files)
    check_place(folder)
    folder = folder.absolute()
    with _readable_faults(folder):
        _publish(folder, files)


def replace_text(file: Path, text: str) -> None:
    """Give a file another text, whole or not at all; its permissions stay."""
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        if file.exists():
            shutil.copymode(file, new)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def check_place(folder: Path, content: Path | None = None) -> None:
    """Say early whether a site can be written to `folder`, made from `content`. Raises OutputError."""
    if folder.is_symlink():
        raise OutputError(f"{folder}: is a symbolic link. Name the folder that it points to.")
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder}: is a file. Name another output folder, or remove it.")
    if content is not None:
        _check_apart(folder.resolve(), content.resolve())
    with _readable_faults(folder):
        foreign = folder.is_dir() and not (folder / MARKER).is_file() and next(folder.iterdir(), None)
    if foreign:
        raise OutputError(
            f"{folder}: holds files that are not of an earlier build, such as {foreign.name!r}. "
            "Name another output folder, or empty this one."
        )
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise OutputError(f"{folder}: may not be written to. Change its permissions, or name another output folder.")


def earlier(folder: Path, path: str) -> bytes | None:
    """A file of the site in `folder`; None where there is none, or one that no build wrote."""
    listed = _listed(folder) if (folder / MARKER).is_file() and not folder.is_symlink() else set()
    file = folder.joinpath(*path.split("/"))
    if path not in listed or not file.resolve().is_relative_to(folder.resolve()):
        return None
    with _readable_faults(folder):
        return file.read_bytes() if file.is_file() else None


def _listed(folder: Path) -> set[str]:
    """The paths that the marker of a site names."""
    return set((folder / MARKER).read_text(encoding="utf-8", errors="replace").split("\n")[1:])


def check_paths(paths: Iterable[str]) -> None:
    """Refuse a path that leaves the folder, or that some file system cannot hold. Raises OutputError."""
    files: dict[str, str] = {}
    folders: set[str] = set()
    for path in paths:
        parts = path.split("/")
        if not all(_is_safe(part) for part in parts) or path == MARKER:
            raise OutputError(f"{path!r}: is no path that a site may hold. Rename what it is made from.")
        twin = files.setdefault(path.casefold(), path)
        if twin != path:
            raise OutputError(f"{path!r} and {twin!r}: are one file on some systems. Rename what they are made from.")
        folders.update("/".join(parts[:end]).casefold() for end in range(1, len(parts)))
    for name in folders & files.keys():
        raise OutputError(f"{files[name]!r}: would be a file and a folder. Rename what it is made from.")


def _is_safe(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and not _UNSAFE.search(part)
        and not _RESERVED.fullmatch(part)
        and len(part.encode()) < 256
    )


def _check_apart(folder: Path, content: Path) -> None:
    if folder == content or content in folder.parents:
        raise OutputError(
            f"{folder}: lies inside the content folder, and would be read as content. Name one outside it."
        )
    if folder in content.parents:
        raise OutputError(f"{folder}: holds the content folder. Name another output folder.")


def _publish(folder: Path, files: Mapping[str, bytes]) -> None:
    new, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    folder.parent.mkdir(parents=True, exist_ok=True)
    if old.is_dir() and not folder.exists():
        old.rename(folder)  # an earlier run was cut off between its two renames
    for rest in (new, old):
        _remove_rest(rest)
    try:
        _write(new, files)
        _keep_foreign(folder, new, files)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        if old.is_dir() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)  # what cannot be removed now is removed by the next run


def _remove_rest(rest: Path) -> None:
    """Remove what a run that was cut off left behind; refuse what it did not write."""
    if not rest.is_symlink() and not rest.exists():
        return
    if rest.is_symlink() or not rest.is_dir() or not ((rest / MARKER).is_file() or not any(rest.iterdir())):
        raise OutputError(f"{rest}: stands where the new site is prepared. Move it away.")
    shutil.rmtree(rest)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    (folder / MARKER).write_text("\n".join([_HEAD, *sorted(files), ""]), encoding="utf-8", newline="\n")
    made = {folder}
    for path, data in files.items():
        target = folder.joinpath(*path.split("/"))
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(data)


def _keep_foreign(folder: Path, new: Path, files: Mapping[str, bytes]) -> None:
    """Carry over what others put into the folder. Raises OutputError where it stands in the site's way."""
    if not (folder / MARKER).is_file():
        return
    written = _listed(folder) | {MARKER}
    for path in _all_files(folder):
        if path in written:
            continue
        if path in files or (new / path).exists() or any(str(up) in files for up in PurePosixPath(path).parents):
            raise OutputError(
                f"{folder / path}: is not of an earlier build, and the site needs its place. Move it away."
            )
        _carry(folder / path, new / path)


def _all_files(folder: Path) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in sorted([*names, *links]):
            yield (Path(root) / name).relative_to(folder).as_posix()


def _carry(source: Path, target: Path) -> None:
    """The same file in a second place: a second name where the file system has such, else a copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


@contextmanager
def _readable_faults(folder: Path) -> Iterator[None]:
    """A fault of the file system as one line with its remedy."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            f"{error.filename or folder}: cannot be written ({reason}). "
            "Check permissions and free space, close programs that use it, or name another output folder."
        ) from error
