"""Folder in, documents and problems out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from timeline.reading import read_folder
from timeline.reading.identity import document_id
from timeline.settings import Settings, parse

TEXT = "The harbour board of Port Ansel voted on Monday to close the old pier."


def fill(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_documents_come_in_order_of_their_paths_from_subfolders_too(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.md", "B.txt", "a/b/c.html", "é.txt"]
    page = f"<html><body><article><p>{TEXT} {TEXT}</p><p>{TEXT} The crews left.</p></article></body></html>"
    fill(tmp_path, {name: page if name.endswith("html") else TEXT for name in names})
    documents, problems = read_folder(tmp_path, Settings())
    assert [document.source.path for document in documents] == sorted(names)
    assert not problems


def test_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    skipped = ["timeline.toml", "corrections.toml", "gold.json", ".hidden.txt", ".git/a.txt", "pier.jpg", "a/style.css"]
    fill(tmp_path, {"a.txt": TEXT} | dict.fromkeys(skipped, TEXT))
    documents, problems = read_folder(tmp_path, Settings())
    assert [document.source.path for document in documents] == ["a.txt"]
    assert not problems


def test_each_file_that_fails_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    files = {
        "a.txt": TEXT,
        "b.txt": "",
        "c.docx": b"PK\x03\x04",
        "d.txt": b"\x00\x01",
        "e.txt": TEXT * 400,
        "f.md": "---\nx: [\n---\n",
    }
    documents, problems = read_folder(fill(tmp_path, files), parse("max_megabytes = 0.02"))
    assert [document.source.path for document in documents] == ["a.txt"]
    assert [(problem.path, problem.name, problem.fatal) for problem in problems] == [
        ("b.txt", "empty", True),
        ("c.docx", "unknown format", True),
        ("d.txt", "not text", True),
        ("e.txt", "too large", True),
        ("f.md", "front matter", True),
    ]
    assert all(problem.message and problem.remedy for problem in problems)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs symbolic links")
def test_links_that_lead_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    outside = fill(tmp_path / "outside", {"secret.txt": TEXT})
    content = fill(tmp_path / "content", {"a.txt": TEXT})
    (content / "b.txt").symlink_to(outside / "secret.txt")
    (content / "c.txt").symlink_to(content / "a.txt")
    (content / "d.txt").symlink_to(content / "missing.txt")
    (content / "e").symlink_to(outside)
    documents, problems = read_folder(content, Settings())
    assert [document.source.path for document in documents] == ["a.txt", "c.txt"]
    assert [(problem.path, problem.name) for problem in problems] == [("b.txt", "outside"), ("d.txt", "unreadable")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions hold back")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    content = fill(tmp_path, {"a.txt": TEXT})
    (content / "a.txt").chmod(0)
    _, problems = read_folder(content, Settings())
    assert [problem.name for problem in problems] == ["unreadable"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions hold back")
def test_a_folder_without_permission_is_a_problem(tmp_path: Path) -> None:
    content = fill(tmp_path, {"a/b.txt": TEXT})
    (content / "a").chmod(0)
    _, problems = read_folder(content, Settings())
    (content / "a").chmod(0o700)
    assert [(problem.path, problem.name) for problem in problems] == [("a", "unreadable")]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs symbolic links")
def test_a_link_to_itself_is_a_problem_that_names_no_place_on_this_machine(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    _, problems = read_folder(tmp_path, Settings())
    assert [problem.name for problem in problems] == ["unreadable"]
    assert str(tmp_path) not in problems[0].message


@pytest.mark.parametrize("language", ['"><script>', "English", "12", "eng"])
def test_a_language_that_is_no_code_of_two_letters_is_recognised_from_the_text(tmp_path: Path, language: str) -> None:
    head = f"---\nlanguage: {json.dumps(language)}\n---\n"
    documents, _ = read_folder(fill(tmp_path, {"a.md": head + TEXT}), Settings())
    assert documents[0].language == "en"


def test_settings_for_a_file_that_is_not_there_are_a_problem(tmp_path: Path) -> None:
    settings = parse('[sources."a.txt"]\ntitle = "x"\n[sources."news/b.txt"]\ntitle = "y"')
    _, problems = read_folder(fill(tmp_path, {"a.txt": TEXT}), settings)
    assert [(problem.path, problem.name, problem.fatal) for problem in problems] == [
        ("timeline.toml", "no such source", False)
    ]
    assert "news/b.txt" in problems[0].message


IDS = [
    ("news/moscow-times.txt", "January 28, 2022\n\n", "moscow-times-2022-01-28"),
    ("2022-01-28 Moscow Times.txt", "", "2022-01-28-moscow-times"),
    ("Café No. 5.txt", "", "cafe-no-5"),
    ("причал.txt", "", "document-"),
]


@pytest.mark.parametrize(("path", "head", "id_"), IDS)
def test_an_id_is_made_of_the_file_name_and_the_day(tmp_path: Path, path: str, head: str, id_: str) -> None:
    documents, _ = read_folder(fill(tmp_path, {path: head + TEXT}), Settings())
    assert documents[0].id.startswith(id_)
    assert documents[0].id == id_ or id_.endswith("-")


@pytest.mark.parametrize("name", ["CON.txt", "nul.md", "Lpt9.html", "news/aux"])
def test_an_id_is_no_name_that_windows_keeps_for_a_device(name: str) -> None:
    stem = name.rpartition("/")[2].partition(".")[0].lower()
    assert document_id(name, None) == f"document-{stem}"


def test_ids_are_unique_and_stay_when_other_files_come(tmp_path: Path) -> None:
    fill(tmp_path, {"a/pier.txt": TEXT, "b/pier.txt": TEXT, "quay.txt": TEXT})
    before = {d.source.path: d.id for d in read_folder(tmp_path, Settings())[0]}
    assert len(set(before.values())) == 3
    fill(tmp_path, {"c/pier.md": TEXT, "0.txt": TEXT})
    after = {d.source.path: d.id for d in read_folder(tmp_path, Settings())[0]}
    assert before.items() <= after.items()
    assert len(set(after.values())) == 5


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert read_folder(tmp_path, Settings()) == ((), ())
