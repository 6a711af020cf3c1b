"""The writer: the whole site or none of it, and nothing of anybody else's lost."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from timeline import output
from timeline.errors import OutputError
from timeline.output import MARKER, check_paths, check_place, publish

SITE = {"index.html": b"<p>one</p>", "events/a/index.html": b"<p>two</p>", "data/events.json": b"{}\n"}


def found(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but our marker."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    return {path: file.read_bytes() for path, file in files.items() if path != MARKER}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "_site"


def test_writes_every_file_and_leaves_nothing_beside_it(folder: Path) -> None:
    publish(folder, SITE)
    assert found(folder) == SITE
    assert beside(folder) == ["_site"]


def test_makes_the_folders_above(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b", SITE)
    assert found(tmp_path / "a" / "b") == SITE


def test_a_relative_folder_is_written_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish(Path("_site"), SITE)
    publish(Path("_site"), SITE)
    assert found(tmp_path / "_site") == SITE


def test_files_of_the_old_site_are_gone_and_foreign_ones_are_kept(folder: Path) -> None:
    publish(folder, SITE)
    (folder / "CNAME").write_text("example.org")
    (folder / "events" / "a" / "note.txt").write_text("mine")
    (folder / "own").mkdir()
    (folder / "own" / "x.bin").write_bytes(b"\0\1")
    publish(folder, {"index.html": b"new"})
    kept = {"CNAME": b"example.org", "events/a/note.txt": b"mine", "own/x.bin": b"\0\1"}
    assert found(folder) == {"index.html": b"new"} | kept
    publish(folder, SITE)
    assert found(folder) == SITE | kept


def test_a_foreign_file_where_the_site_needs_to_stand_is_named_and_nothing_is_changed(folder: Path) -> None:
    publish(folder, {"index.html": b"old"})
    (folder / "data").write_text("mine")
    before = found(folder)
    with pytest.raises(OutputError, match=r"data: is not of an earlier build"):
        publish(folder, SITE)
    assert found(folder) == before
    assert beside(folder) == ["_site"]


def test_a_foreign_file_with_the_name_of_a_new_page_is_never_overwritten(folder: Path) -> None:
    publish(folder, {"index.html": b"old"})
    (folder / "about.html").write_text("mine")
    with pytest.raises(OutputError, match=r"about\.html: is not of an earlier build"):
        publish(folder, {"index.html": b"new", "about.html": b"ours"})
    assert found(folder) == {"index.html": b"old", "about.html": b"mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="making a symbolic link needs a privilege there")
def test_a_foreign_link_is_carried_over_as_a_link(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("x")
    publish(folder, SITE)
    (folder / "link").symlink_to(outside)
    publish(folder, SITE)
    assert (folder / "link").is_symlink()
    assert (outside / "precious").read_text() == "x"


def test_an_empty_folder_is_taken(folder: Path) -> None:
    folder.mkdir()
    publish(folder, SITE)
    assert found(folder) == SITE


def test_a_folder_of_others_is_refused_and_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.doc").write_text("years of work")
    with pytest.raises(
        OutputError, match=r"holds files that are not of an earlier build, such as 'thesis\.doc'"
    ) as error:
        publish(folder, SITE)
    assert "\n" not in str(error.value)
    assert found(folder) == {"thesis.doc": b"years of work"}


def test_a_file_is_refused_as_output(folder: Path) -> None:
    folder.write_text("x")
    with pytest.raises(OutputError, match="is a file"):
        publish(folder, SITE)


@pytest.mark.skipif(sys.platform == "win32", reason="making a symbolic link needs a privilege there")
@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_is_refused_as_output(folder: Path, tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "real").mkdir()
    folder.symlink_to(tmp_path / "real")
    with pytest.raises(OutputError, match="is a symbolic link"):
        publish(folder, SITE)


@pytest.mark.parametrize(
    ("content", "site", "message"),
    [
        ("content", "content", "inside the content folder"),
        ("content", "content/_site", "inside the content folder"),
        ("work/content", "work", "holds the content folder"),
        ("work/content", "work/content/../../work", "holds the content folder"),
    ],
)
def test_content_and_output_must_lie_apart(tmp_path: Path, content: str, site: str, message: str) -> None:
    (tmp_path / content).mkdir(parents=True)
    with pytest.raises(OutputError, match=message):
        check_place(tmp_path / site, tmp_path / content)


def test_content_and_output_side_by_side_are_fine(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    check_place(tmp_path / "content-site", tmp_path / "content")
    check_place(tmp_path / "_site", tmp_path / "content")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_is_named(folder: Path) -> None:
    folder.parent.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="cannot be written"):
            publish(folder, SITE)
    finally:
        folder.parent.chmod(0o755)


def test_a_fault_of_the_disk_is_one_line_and_the_old_site_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(folder, SITE)

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="no space left on device") as error:
        publish(folder, {"index.html": b"new"})
    assert "\n" not in str(error.value)
    monkeypatch.undo()
    assert found(folder) == SITE
    assert beside(folder) == ["_site"]


@pytest.mark.parametrize("moment", range(5))
def test_an_interruption_at_any_moment_leaves_the_old_site_or_the_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    publish(folder, SITE)
    (folder / "CNAME").write_text("example.org")
    new = {"index.html": b"new", "a.html": b"1", "b.html": b"2"}
    steps = iter(range(100))

    def stop() -> None:
        if next(steps) == moment:
            raise KeyboardInterrupt

    write, rename = Path.write_bytes, Path.rename
    monkeypatch.setattr(Path, "write_bytes", lambda path, data: (stop(), write(path, data))[1])
    monkeypatch.setattr(Path, "rename", lambda path, target: (stop(), rename(path, target))[1])
    with pytest.raises(KeyboardInterrupt):
        publish(folder, new)
    monkeypatch.undo()
    assert found(folder) in (SITE | {"CNAME": b"example.org"}, new | {"CNAME": b"example.org"})
    publish(folder, new)
    assert found(folder) == new | {"CNAME": b"example.org"}
    assert beside(folder) == ["_site"]


def test_a_run_that_was_killed_between_its_renames_is_healed_by_the_next(folder: Path) -> None:
    publish(folder, SITE)
    (folder / "CNAME").write_text("example.org")
    shutil.copytree(folder, folder.with_name("_site.new"))
    folder.rename(folder.with_name("_site.old"))
    publish(folder, {"index.html": b"new"})
    assert found(folder) == {"index.html": b"new", "CNAME": b"example.org"}
    assert beside(folder) == ["_site"]


@pytest.mark.parametrize("rest", ["_site.new", "_site.old"])
def test_a_folder_of_others_where_the_new_site_is_prepared_is_left_alone(folder: Path, rest: str) -> None:
    folder.mkdir()
    (folder.parent / rest).mkdir()
    (folder.parent / rest / "mine").write_text("x")
    with pytest.raises(OutputError, match="stands where the new site is prepared"):
        publish(folder, SITE)
    assert (folder.parent / rest / "mine").read_text() == "x"


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "",
        "a/",
        "a\\b",
        "c:x",
        "con",
        "events/NUL.html",
        "com1/index.html",
        "a./index.html",
        "a /index.html",
        "what?.html",
        "a\nb",
        "a\0b",
        "x" * 256,
        MARKER,
    ],
)
def test_a_path_that_leaves_the_folder_or_that_no_system_holds_is_refused(folder: Path, path: str) -> None:
    with pytest.raises(OutputError, match="is no path that a site may hold"):
        publish(folder, {path: b""})
    assert not folder.exists()


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["A.html", "a.html"], "are one file on some systems"),
        (["a", "a/b"], "a file and a folder"),
        (["A/b", "a"], "a file and"),
    ],
)
def test_paths_that_are_in_each_other_s_way_are_refused(paths: list[str], message: str) -> None:
    with pytest.raises(OutputError, match=message):
        check_paths(paths)


@pytest.mark.parametrize(
    "path", ["conference.html", "events/é/index.html", ".nojekyll", "a.b.c", "console/nullable.html", "日本/x"]
)
def test_ordinary_paths_are_fine(path: str) -> None:
    check_paths([path])


def test_the_marker_lists_what_was_written(folder: Path) -> None:
    publish(folder, SITE)
    assert (folder / MARKER).read_text().splitlines()[1:] == sorted(SITE)
    assert output.MARKER.startswith(".")


def test_a_text_is_replaced_whole_with_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    output.replace_text(file, "a\n")
    file.chmod(0o640)
    output.replace_text(file, "b\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"b\n", 0o640)
    assert [path.name for path in tmp_path.iterdir()] == ["corrections.toml"]


def test_a_text_that_cannot_be_replaced_leaves_the_old_one_and_no_rest(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError):
        output.replace_text(tmp_path / "folder", "a\n")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
