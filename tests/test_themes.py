"""Themes: what one lacks comes from the default one, and a folder of the author's own comes over both."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests import sample_timeline
from timeline import pipeline, themes
from timeline.errors import OutputError, UsageError
from timeline.settings import OWN_THEME, Settings
from timeline.site import check, render

THEMES = Path(__file__).parents[1] / "site_templates"


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_a_theme_has_what_it_brings_and_the_rest_from_the_default_one() -> None:
    plain, ledger = themes.load(THEMES), themes.load(THEMES, "ledger")
    assert set(plain) < set(ledger)
    assert ledger["list.html"] != plain["list.html"] == ledger["default/list.html"]
    assert ledger["event.html"] == plain["event.html"]


def test_the_second_theme_shows_every_event_as_a_row_of_a_table() -> None:
    files = render(sample_timeline.sample(), Settings(), themes.load(THEMES, "ledger"))
    check(files)
    page = html.document_fromstring(files["index.html"].decode())
    rows = page.xpath("//table//tr[contains(@class, 'ev')]")
    assert [row.get("id") for row in rows] == [
        entry.get("id")
        for entry in html.document_fromstring(
            render(sample_timeline.sample(), Settings(), themes.load(THEMES))["index.html"].decode()
        ).find_class("ev")
    ]
    assert all(row.find("th").get("scope") == "row" for row in rows)


def test_single_templates_and_files_of_the_authors_own_come_over_the_theme(tmp_path: Path) -> None:
    own = written(
        tmp_path,
        {
            "static/colours.css": b":root { --paper: red }",
            "missing.html": b'{% extends "default/missing.html" %}{% block main %}<h1>Nothing here</h1>{% endblock %}',
        },
    )
    theme = themes.load(THEMES, own=own)
    files = render(sample_timeline.single(), Settings(), theme)
    check(files)
    assert b"<h1>Nothing here</h1>" in files["404.html"]
    assert b"--paper: red" in b"".join(data for path, data in files.items() if path.startswith("assets/colours."))


def test_a_theme_that_there_is_not_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no theme .nope.\. Known are: default, ledger"):
        themes.load(THEMES, "nope")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (b"{% if %}", r"The template home\.html, line 1: .+ Mend that line"),
        (b"{{ nothing }}", r"The template home\.html: 'nothing' is undefined"),
        (b'{% extends "gone.html" %}', r"no template 'gone\.html'"),
    ],
)
def test_a_fault_of_a_template_is_named_with_its_place(tmp_path: Path, template: bytes, message: str) -> None:
    theme = themes.load(THEMES, own=written(tmp_path, {"home.html": template}))
    with pytest.raises(OutputError, match=message):
        render(sample_timeline.single(), Settings(), theme)


def test_a_template_that_is_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"home\.html: is not UTF-8 text"):
        themes.load(THEMES, own=written(tmp_path, {"home.html": b"\xff\xfe"}))


def test_the_authors_own_theme_is_no_document(tmp_path: Path) -> None:
    written(tmp_path, {f"{OWN_THEME}/home.html": b"<p>x</p>", "a.txt": b"The ferry left Vik on 3 May 2021, they said."})
    assert [document.source.path for document in pipeline.build(tmp_path, Settings()).documents] == ["a.txt"]
