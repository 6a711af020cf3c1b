"""Edits on the served site as they reach the file: small, and leaving alone what people wrote there."""

from __future__ import annotations

import tomllib

import pytest

from timeline.correcting.editing import Edit, edit_of, edited
from timeline.correcting.parsing import parse
from timeline.errors import UsageError

MINE = """# What I mended.

[event."2019-a"]   # the ferry
headline = "Old"   # too long before
merge = [
    "2019-x",  # the same
]

[event."2019-b"]
hide = true
"""
EDITS = [
    (Edit("2019-a", "headline", 'The "new" one'), {"headline": 'The "new" one', "merge": ["2019-x"]}),
    (Edit("2019-c", "hide", ""), {"hide": True}),
    (Edit("2019-c", "date", "2019-W19"), {"date": "2019-W19"}),
]


@pytest.mark.parametrize(("edit", "table"), EDITS)
def test_an_edit_is_in_the_file_and_everything_else_stays(edit: Edit, table: dict[str, object]) -> None:
    text = edited(MINE, edit)
    assert tomllib.loads(text)["event"][edit.event] == table
    assert parse(text, "corrections.toml")[1] == ()
    for line in MINE.splitlines():
        assert line in text or line.startswith("headline")
    assert "# too long before" in text


def test_an_event_is_merged_into_the_other_and_only_once() -> None:
    edit = Edit("2019-c", "merge", "2019-a")
    text = edited(edited(MINE, edit), edit)
    assert tomllib.loads(text)["event"]["2019-a"]["merge"] == ["2019-x", "2019-c"]
    assert "# the same" in text
    assert tomllib.loads(edited(MINE, Edit("2019-a", "merge", "2019-b")))["event"]["2019-b"] == {
        "hide": True,
        "merge": ["2019-a"],
    }


def test_a_day_is_written_as_toml_has_days() -> None:
    assert edited("", Edit("2019-a", "date", "2019-05-06")) == "[event.2019-a]\ndate = 2019-05-06\n"


def test_a_file_that_is_no_toml_is_left_as_it_is() -> None:
    with pytest.raises(UsageError, match=r"corrections\.toml: cannot be changed"):
        edited('[event."a"\n', Edit("2019-a", "hide", ""))


REFUSED = [("rename", "x", "no edit"), ("date", "soon", "must be a date"), ("headline", " \n", "must be a text")]


@pytest.mark.parametrize(("kind", "value", "message"), REFUSED)
def test_what_is_no_edit_is_refused(kind: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        edit_of("2019-a", kind, value)
