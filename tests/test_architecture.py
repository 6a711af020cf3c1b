"""The rules of the house that a machine can hold, read off the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "timeline").rglob("*.py"))

# The staircase, the lowest step first: a module imports from lower steps and its own package, never sideways or up.
STEPS: tuple[tuple[str, ...], ...] = (
    ("model", "errors", "work"),
    ("calendar", "settings", "languages"),
    ("reading", "dates"),
    ("events",),
    ("remembering",),
    ("correcting",),
    ("digest",),
    ("exporting",),
    ("site", "themes", "output"),
    ("pipeline",),
    ("command", "serving", "inspecting", "__main__"),
)
BORDER = {
    "command",
    "serving",
    "inspecting",
    "work",
    "__main__",
}  # what deals with the world: terminal, processes, network
WRITERS = {"output"}
CLOCKS = {
    "now",
    "today",
    "utcnow",
    "time",
    "time_ns",
    "localtime",
    "environ",
    "getenv",
    "setlocale",
    "getlocale",
    "uuid4",
}
CLOCK_HOLDERS = {"datetime", "date", "time", "os", "locale", "uuid"}
WRITING = {
    "write_text",
    "write_bytes",
    "mkdir",
    "rename",
    "unlink",
    "rmdir",
    "rmtree",
    "touch",
    "symlink_to",
    "replace",
}
UNFORESEEABLE = {"time", "locale", "random", "secrets", "socket", "subprocess", "http", "ftplib", "requests"}


def name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(file): file for file in FILES}
STEP = {name: number for number, names in enumerate(STEPS) for name in names}


def part(module: str) -> str:
    """'dates' of 'timeline.dates.tokens'."""
    return [*module.split("."), ""][1]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """Every module that an import statement names, those of ours as far as they are modules."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports name their module in full"
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            yield full if full in MODULES else str(node.module)


def ours(file: Path) -> set[str]:
    names = {name for node in ast.walk(tree(file)) for name in imported(node)}
    return {name for name in names if name.startswith("timeline.") and name != name_of(file)}


each_file = pytest.mark.parametrize("file", FILES, ids=[name_of(file) for file in FILES])


@each_file
def test_imports_only_go_down(file: Path) -> None:
    own = part(name_of(file))
    if not own:
        assert ours(file) == set(), "the package itself imports nothing"
        return
    assert own in STEP, "a new part of the program wants its place on the staircase"
    up = {name for name in ours(file) if part(name) != own and STEP[part(name)] >= STEP[own]}
    assert {name for name in up if own not in BORDER or part(name) not in BORDER} == set()


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {name: ours(file) for name, file in MODULES.items()}
    while graph:
        leaves = {name for name, wanted in graph.items() if not wanted & graph.keys()}
        assert leaves, f"a circle among {sorted(graph)}"
        graph = {name: wanted for name, wanted in graph.items() if name not in leaves}


@each_file
def test_no_import_hides_in_a_function_or_a_condition(file: Path) -> None:
    top = set(tree(file).body)
    hidden = [
        node.lineno
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Import | ast.ImportFrom) and node not in top
    ]
    assert hidden == []


@each_file
def test_no_function_is_over_40_lines(file: Path) -> None:
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {node.name: length(node) for node in functions if length(node) > 40} == {}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@each_file
def test_no_file_is_a_heap(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_command_is_under_40_lines() -> None:
    assert len((ROOT / "build.py").read_text(encoding="utf-8").splitlines()) < 40


@each_file
def test_no_stage_asks_clock_locale_environment_or_network(file: Path) -> None:
    if part(name_of(file)) in BORDER:
        return
    roots = {name.split(".")[0] for node in ast.walk(tree(file)) for name in imported(node)}
    assert roots & UNFORESEEABLE == set()
    asked = [
        f"{holder}.{node.attr}" for node, holder in attributes(file) if node.attr in CLOCKS and holder in CLOCK_HOLDERS
    ]
    assert asked == []


def attributes(file: Path) -> Iterator[tuple[ast.Attribute, str]]:
    """Each `x.name` with the last word of x."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Attribute):
            yield node, ast.unparse(node.value).rpartition(".")[2]


@each_file
def test_only_the_writer_writes(file: Path) -> None:
    if part(name_of(file)) in WRITERS:
        return
    calls = [
        node for node in ast.walk(tree(file)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    written = {call.func.attr for call in calls if call.func.attr in WRITING - {"replace"}}  # type: ignore[attr-defined]
    assert written == set()


@each_file
def test_dateparser_is_known_to_one_file_only(file: Path) -> None:
    roots = {name.split(".")[0] for node in ast.walk(tree(file)) for name in imported(node)}
    assert "dateparser" not in roots or name_of(file) == "timeline.dates.fallback"


@each_file
def test_each_field_of_a_frozen_type_has_an_example_under_it(file: Path) -> None:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.ClassDef) and is_frozen(node):
            bare = [
                ast.unparse(field.target)
                for field, after in zip(node.body, [*node.body[1:], None], strict=True)
                if isinstance(field, ast.AnnAssign) and not is_text(after)
            ]
            assert bare == [], node.name


def is_frozen(node: ast.ClassDef) -> bool:
    marks = [ast.unparse(mark) for mark in (*node.decorator_list, *node.bases)]
    return any("frozen=True" in mark or mark == "NamedTuple" for mark in marks)


def is_text(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


@each_file
def test_nothing_is_left_undone(file: Path) -> None:
    assert re.findall(r"\b(?:TODO|FIXME|XXX|HACK)\b|raise NotImplementedError", file.read_text(encoding="utf-8")) == []


def test_every_step_of_the_staircase_exists() -> None:
    parts = {part(name) for name in MODULES} - {""}
    assert set(STEP) - {"__main__"} <= parts
