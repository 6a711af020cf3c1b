"""The documentation against the program: what can be asked for stands there, and what stands there is so."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from timeline import command, exporting, settings
from timeline.__main__ import COMMANDS
from timeline.correcting import by_hand, checking, parsing
from timeline.model import Publish

ROOT = Path(__file__).parents[1]
DOCS = sorted(
    [*(ROOT / "docs").glob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]
)
PAGES = (
    "index",
    "how-to",
    "settings",
    "limits",
    "reading",
    "dates",
    "events",
    "corrections",
    "digest",
    "formats",
    "site",
    "themes",
    "architecture",
)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)]*)?\)")
TEST_LINE = re.compile(r"^python3 -m venv .+ -m pytest$", re.MULTILINE)
BUILD_LINE = re.compile(r"^python3 -m venv .+ build\.py$", re.MULTILINE)

OPTIONS = [option for action in command.arguments()._actions for option in action.option_strings]
SETTINGS = [item.name for item in fields(settings.Settings) if item.name != "sources"]
SOURCE_SETTINGS = [item.name for item in fields(settings.SourceSettings)]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_documentation_is_there_and_listed(name: str) -> None:
    assert (ROOT / "docs" / f"{name}.md").is_file()
    assert name == "index" or f"({name}.md)" in page("docs/index.md")


def test_no_page_is_left_off_the_list() -> None:
    assert {file.stem for file in (ROOT / "docs").glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    assert [link for link in LINK.findall(file.read_text("utf-8")) if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_stands_in_the_guide(option: str) -> None:
    assert re.search(rf"`{re.escape(option)}[` ]", page("docs/how-to.md"))


@pytest.mark.parametrize("code", ["0", "1", "2", "130"])
def test_every_exit_code_stands_in_the_guide(code: str) -> None:
    assert f"\n| {code} | " in page("docs/how-to.md")


@pytest.mark.parametrize("name", sorted({*SETTINGS, *SOURCE_SETTINGS}))
def test_every_setting_stands_in_its_tables_and_in_an_example(name: str) -> None:
    tables = page("docs/settings.md").split("## One document")
    assert (f"\n| `{name}` |" in tables[0]) == (name in SETTINGS)
    assert (f"\n| `{name}` |" in tables[1]) == (name in SOURCE_SETTINGS)
    assert re.search(rf"^{name} = ", tables[0], re.MULTILINE) or name not in SETTINGS
    assert re.search(rf"^{name} = ", tables[1], re.MULTILINE) or name not in SOURCE_SETTINGS


@pytest.mark.parametrize("name", SETTINGS)
def test_the_default_of_every_setting_is_as_documented(name: str) -> None:
    row = next(line for line in page("docs/settings.md").splitlines() if line.startswith(f"| `{name}` |"))
    default = getattr(settings.Settings(), name)
    said = tomllib.loads(f"x = {row.split('|')[2].strip(' `')}")["x"]
    assert said == (list(default) if isinstance(default, tuple) else default)


@pytest.mark.parametrize("choice", Publish.__args__)
def test_every_way_to_publish_is_explained(choice: str) -> None:
    assert f'`"{choice}"`' in page("docs/settings.md")


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.name)
def test_examples_of_settings_and_front_matter_can_be_used_as_they_stand(file: Path) -> None:
    text = re.sub(r"^ {3}", "", file.read_text("utf-8"), flags=re.MULTILINE)
    for block in re.findall(r"^```toml\n(.+?)^```", text, re.MULTILINE | re.DOTALL):
        if "sources" in block or "title" in block:
            settings.parse(block)
    for block in re.findall(r"^```yaml\n---\n(.+?)^---\n```", text, re.MULTILINE | re.DOTALL):
        assert isinstance(yaml.safe_load(block), dict)


def problem_names() -> list[str]:
    """The names that the source gives to problems: the first argument wherever one is made."""
    text = "".join(file.read_text("utf-8") for file in sorted((ROOT / "timeline").rglob("*.py")))
    return sorted(set(re.findall(r"\b(?:ReadingError|Problem)\(\s*\"([a-z ]+)\"", text)))


@pytest.mark.parametrize("name", problem_names())
def test_every_problem_is_explained_by_its_name(name: str) -> None:
    assert f"\n| `{name}` |" in page("docs/how-to.md")


def test_no_problem_is_explained_that_cannot_occur() -> None:
    table = page("docs/how-to.md").split("## What each problem means")[1]
    assert set(re.findall(r"^\| `([a-z ]+)` \|", table, re.MULTILINE)) == set(problem_names())


@pytest.mark.parametrize("path", list(exporting.FORMATS))
def test_every_export_stands_in_the_page_of_formats(path: str) -> None:
    assert path in page("docs/formats.md")


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_every_format_that_is_read_is_named(ending: str) -> None:
    for name in ("README.md", "docs/how-to.md", "docs/reading.md"):
        assert ending in page(name)


def test_the_readme_opens_with_the_two_commands() -> None:
    head = page("README.md").split("## ")[0]
    assert (len(BUILD_LINE.findall(head)), len(TEST_LINE.findall(head))) == (1, 1)
    assert head.index("build.py\n```") < head.index("-m pytest\n```") < 1000


def test_the_check_runs_the_test_command_of_the_readme_as_it_stands() -> None:
    script = page(".ci/run")
    pattern = re.search(r"grep -m1 -E '(?P<pattern>[^']+)' README\.md", script)
    assert pattern
    found = [line for line in page("README.md").splitlines() if re.search(pattern["pattern"], line)]
    assert found == TEST_LINE.findall(page("README.md"))
    assert script.index("README.md") < script.index('bash -c "$command"')


def test_the_commands_for_windows_do_the_same_as_the_others() -> None:
    text = page("README.md")
    for line in (*BUILD_LINE.findall(text), *TEST_LINE.findall(text)):
        windows = line.replace("python3 -m venv", "py -m venv").replace(".venv/bin/", ".venv\\Scripts\\")
        assert f'cmd /c "{windows}"' in text


def test_the_files_that_the_commands_name_exist() -> None:
    for name in re.findall(r"requirements/\w+\.txt", page("README.md") + page(".ci/run") + page("CONTRIBUTING.md")):
        assert (ROOT / name).is_file()


@pytest.mark.parametrize("name", ["build", "test", "dev"])
def test_requirements_are_pinned_with_hashes_and_name_no_registry(name: str) -> None:
    text = page(f"requirements/{name}.txt")
    pins = re.findall(r"^[a-z][\w.\-]*==\S+.*$", text, re.MULTILINE)
    assert len(pins) > 10
    assert all(line.endswith("\\") for line in pins)
    assert "://" not in text
    assert "--index-url" not in text


def test_every_dependency_is_pinned() -> None:
    wanted = tomllib.loads(page("pyproject.toml"))["project"]["dependencies"]
    names = {re.split(r"[><=~! ;\[]", line)[0].lower() for line in wanted}
    assert names <= set(re.findall(r"^([a-z][\w.\-]*)==", page("requirements/build.txt"), re.MULTILINE))


def test_help_fits_a_terminal_and_names_the_defaults() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--help"], capture_output=True, encoding="utf-8", check=True
    )
    assert max(map(len, done.stdout.splitlines())) <= 100
    assert "(content/)" in done.stdout
    assert "(_site/)" in done.stdout


@pytest.mark.parametrize("file", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda file: file.name)
def test_a_workflow_asks_for_no_more_rights_than_it_says(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert "group" in workflow["concurrency"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "values reach a shell as environment variables only"
            assert re.fullmatch(r"actions/[\w-]+@v\d+", step.get("uses", "actions/x@v1"))


def test_the_address_of_the_pages_reaches_the_build() -> None:
    steps = yaml.safe_load(page(".github/workflows/pages.yml"))["jobs"]["build"]["steps"]
    build = next(step for step in steps if "build.py" in step.get("run", ""))
    assert '--base-url "$BASE_URL"' in build["run"]
    assert build["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert [step.get("id") for step in steps if "configure-pages" in step.get("uses", "")] == ["pages"]


CORRECTIONS = page("docs/corrections.md")
TABLES = re.findall(r"^```toml\n(.+?)^```", CORRECTIONS, re.MULTILINE | re.DOTALL)


def test_every_example_of_a_correction_can_be_used_as_it_stands() -> None:
    assert len(TABLES) >= 8
    for block in TABLES:
        entries, problems = parsing.parse(block, "corrections.toml")
        assert (len(entries), problems) == (1, ())


@pytest.mark.parametrize("key", ["hide", "merge", "split", *checking.PART])
def test_every_correction_is_explained_with_an_example(key: str) -> None:
    assert re.search(rf"`{key}`[ ,|]", CORRECTIONS)
    assert re.search(rf"\b{key}\b(?: =|\]\])", CORRECTIONS)


def test_the_example_of_a_written_event_can_be_used_as_it_stands() -> None:
    [text] = re.findall(r"^```markdown\n(.+?)^```", CORRECTIONS, re.MULTILINE | re.DOTALL)
    event, problems = by_hand.read("_events/2019-05-01-line-opens.md", text)
    assert event is not None
    assert problems == ()
    assert event.links and event.evidence and event.body


@pytest.mark.parametrize("key", list(checking.WRITTEN))
def test_every_field_of_a_written_event_is_explained(key: str) -> None:
    assert f"`{key}`" in CORRECTIONS.split("## Events written by hand")[1]


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_stands_in_the_documentation(name: str) -> None:
    assert any(f"python -m timeline {name}" in file.read_text("utf-8") for file in DOCS)
