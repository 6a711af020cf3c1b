"""What the command says and which code it leaves with, whatever the stages do."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import command
from timeline.errors import OutputError, ReadingError, UsageError
from timeline.model import Document, Problem, Publication, Source, Timeline


def document(path: str, day: datetime.date | None) -> Document:
    publication = Publication(day, "the line 'January 28, 2022'" if day else "nothing tells it")
    return Document(path, Source(path), "en", publication, "", None, (), (), "")


def problem(name: str, path: str, fatal: bool = False, line: int | None = None) -> Problem:
    return Problem(name, path, line, "It is empty.", "Fill it.", fatal)


FAULTS: list[tuple[BaseException, int, str]] = [
    (KeyboardInterrupt(), 130, "Interrupted."),
    (UsageError("content/timeline.toml: unknown setting 'x'."), 2, "content/timeline.toml: unknown setting 'x'."),
    (OutputError("_site: holds files."), 1, "_site: holds files."),
    (ReadingError("empty", "It is empty.", "Fill it."), 1, "It is empty. Fill it."),
    (PermissionError(13, "Permission denied", "content/a.txt"), 1, "content/a.txt: Permission denied."),
    (OSError("disk on fire"), 1, "disk on fire"),
    (KeyError("value"), 1, "A fault of the program: KeyError: 'value' (test_command.py, line "),
    (RecursionError("maximum depth"), 1, "A fault of the program: RecursionError"),
    (MemoryError(), 1, "A fault of the program: MemoryError"),
    (ValueError("one\ntwo\x1b[31m"), 1, "ValueError: one?two?[31m"),
]


@pytest.mark.parametrize(("fault", "code", "message"), FAULTS, ids=[type(fault).__name__ for fault, _, _ in FAULTS])
def test_every_fault_is_one_line_and_an_exit_code(
    fault: BaseException,
    code: int,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command.pipeline, "build", raiser(fault))
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert command.main([]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), err.startswith("build.py: ")) == ("", 1, True)
    assert message in err


def raiser(fault: BaseException) -> Callable[..., Timeline]:
    def fail(*_: object) -> Timeline:
        raise fault

    return fail


def test_the_summary_counts_problems_by_name_the_most_frequent_first() -> None:
    problems = (
        problem("undated", "a.txt"),
        problem("empty", "b.txt", fatal=True, line=3),
        problem("empty", "c.txt", True),
    )
    timeline = Timeline("x", (document("a.txt", None),), {}, (), problems)
    assert list(command.summary(timeline, Path("_site"), verbose=False)) == [
        "Read 1 document, left out 2, found 0 events.",
        "3 problems: 2 empty, 1 undated.",
        "  a.txt: It is empty. Fill it.",
        "  b.txt, line 3: It is empty. Fill it.",
        "  c.txt: It is empty. Fill it.",
        f"The site lies in _site; open {Path('_site') / 'index.html'}",
    ]


@pytest.mark.parametrize(("verbose", "listed"), [(False, 20), (True, 50)])
def test_a_long_list_of_problems_is_cut_unless_all_is_asked_for(verbose: bool, listed: int) -> None:
    timeline = Timeline("x", (), {}, (), tuple(problem("empty", f"{number}.txt") for number in range(50)))
    lines = list(command.summary(timeline, Path("_site"), verbose))
    assert sum(line.endswith("It is empty. Fill it.") for line in lines) == listed
    assert any("and 30 more" in line for line in lines) != verbose


def test_verbose_says_what_each_date_rests_on() -> None:
    dated, undated = document("a.txt", datetime.date(2022, 1, 28)), document("b.txt", None)
    lines = list(command.summary(Timeline("x", (dated, undated), {}, ()), Path("_site"), verbose=True))
    assert lines[:2] == ["a.txt: 2022-01-28, the line 'January 28, 2022'", "b.txt: no date, nothing tells it"]
