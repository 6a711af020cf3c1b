"""`corrections.toml` and the files of written events as they are read: what holds, and what each fault is called."""

from __future__ import annotations

import pytest

from timeline.correcting.by_hand import read
from timeline.correcting.nouns import Citation, Wishes
from timeline.correcting.parsing import parse
from timeline.model import Reference

WHOLE = """# mine
[event."2019-a"]   # the ferry
headline = "  The
  ferry"
""".replace("The\n ", "The")
RIGHT = [
    ('headline = "The  ferry"', Wishes(headline="The ferry")),
    ("date = 2019-05-06", Wishes(date="2019-05-06")),
    ("date = 2019-05-06T14:00:00", Wishes(date="2019-05-06T14:00")),
    ('date = "2019-W19"\nuntil = "2019-06"', Wishes(date="2019-W19", until="2019-06")),
    ("date = 2019\napproximate = true", Wishes(date="2019", approximate=True)),
    ('note = """\n[event."x"]\nhide = true\n"""', Wishes(note='[event."x"] hide = true')),
    ("pin = true\ndisputed = true\nplanned = false", Wishes(pin=True, disputed=True, planned=False)),
]


@pytest.mark.parametrize(("lines", "wished"), RIGHT, ids=[row[0][:24] for row in RIGHT])
def test_a_table_says_what_is_wished(lines: str, wished: Wishes) -> None:
    entries, problems = parse(f'[event."2019-a"]\n{lines}\n[event."2019-b"]\nhide = true\n', "corrections.toml")
    assert problems == ()
    assert [(entry.event, entry.hide) for entry in entries] == [("2019-a", False), ("2019-b", True)]
    assert entries[0].wishes == wished


WRONG = [
    ('[event."a"]\nhede = true', 2, "Did you mean 'hide'?"),
    ('[event."a"]\nqqq = true', 2, "Known are: hide, merge"),
    ('[event."a"]\nhide = "yes"', 2, "hide must be true or false, not 'yes'."),
    ('[event."a"]\nhide = true\nheadline = 3', 3, "headline must be a text"),
    ('[event."a"]\nheadline = " "', 2, "headline must be a text"),
    ('[event."a"]\ndate = "soon"', 2, "date must be a date such as"),
    ('[event."a"]\ndate = "2019-02-30"', 2, "date must be a date such as"),
    ('[event."a"]\nmerge = [1]', 2, "merge must be a list of texts"),
    ('[event."a"]\nmerge = []', 2, "merge must be a list of texts"),
    ('[[event."a".split]]\nheadline = "x"', 1, "split must be tables with the quotes"),
    ('[[event."a".split]]\nquotes = ["x"]\nhedline = "x"', 3, "Did you mean 'headline'?"),
    ('\n[event."a"\nhide = true', 2, "No valid TOML"),
    ('[event."a"]\nhide = ture', 2, "No valid TOML"),
    ('[event."a"]\nhide = true\nhide = true', 3, "No valid TOML"),
    ("[events.a]\nhide = true", 1, "'events' is no table of an event."),
    ("[event]\nhide = true", 1, "'event' is no table of an event."),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG, ids=[row[2][:24] + row[0][-9:] for row in WRONG])
def test_a_fault_is_named_with_its_line_and_loses_no_other_table(text: str, line: int, message: str) -> None:
    entries, problems = parse(f'[event."0"]\npin = true\n{text}\n[event."z"]\nhide = true\n', "corrections.toml")
    assert [(problem.name, problem.path, problem.line) for problem in problems] == [
        ("correction", "corrections.toml", line + 2)
    ]
    assert message in problems[0].message
    assert problems[0].remedy
    assert {"0", "z"} <= {entry.event for entry in entries}
    assert next(entry for entry in entries if entry.event == "z").hide


def test_what_stands_before_the_first_table_is_named() -> None:
    entries, [problem] = parse('# mine\ntitle = "x"\n[event."a"]\nhide = true\n', "corrections.toml")
    assert [entry.event for entry in entries] == ["a"]
    assert (problem.line, problem.message) == (2, "'title' is no table of an event.")


def test_two_tables_of_one_event_are_one_entry() -> None:
    [entry], problems = parse(
        '[event."a"]\nmerge = "b"\n[[event."a".split]]\nquotes = "q"\n[[event."a".split]]\nquotes = "r"\n', "c"
    )
    assert problems == ()
    assert (entry.merge, [part.quotes for part in entry.split]) == (("b",), [("q",), ("r",)])


WRITTEN = """---
headline: The line opens
date: 2019-05
names: [Aurora, Tarn Quay]
links:
  - https://example.org/a
  - {title: Timetable, url: https://example.org/b}
evidence: [{document: quay-post, quote: The line opened.}]
---

The ferry ran *twice* a day.
"""


def test_a_written_event_is_front_matter_and_markdown() -> None:
    event, problems = read("_events/2019 Öffnung.md", WRITTEN)
    assert event is not None
    assert problems == ()
    assert (event.id, event.wishes) == ("2019-offnung", Wishes(headline="The line opens", date="2019-05"))
    assert event.names == ("Aurora", "Tarn Quay")
    assert event.links == (
        Reference("https://example.org/a", "https://example.org/a"),
        Reference("Timetable", "https://example.org/b"),
    )
    assert event.evidence == (Citation("quay-post", "The line opened."),)
    assert event.body == "The ferry ran *twice* a day."


@pytest.mark.parametrize(
    ("path", "name"),
    [("_events/con.md", "event-con"), ("_events/….md", "event-..."), ("_events/x/北京之行.md", "beijingzhixing")],
)
def test_the_id_of_a_written_event_is_safe_in_an_address(path: str, name: str) -> None:
    event, _ = read(path, WRITTEN)
    assert event is not None
    assert event.id == name.rstrip("-.")


UNREADABLE = [
    ("No front matter.", 1, "no headline and no date"),
    ("---\nheadline: x\n---\n", 1, "no date"),
    ("---\nheadline: x\ndate: soon\n---\n", 3, "date must be"),
    ("---\nheadline: x\ndate: 2019\nlinks: javascript:alert(1)\n---\n", 4, "links must be"),
    ("---\nheadline: x\ndate: 2019\nevidence: [a]\n---\n", 4, "evidence must be"),
    ("---\nheadline: x\ndate: 2019\nhide: true\n---\n", 4, "Unknown key 'hide'"),
    ("---\nheadline: x\ndate: 2019\n", 1, "not closed"),
    ("---\nheadline: [x\n---\n", 2, "cannot be read"),
]


@pytest.mark.parametrize(("text", "line", "message"), UNREADABLE, ids=[row[2] for row in UNREADABLE])
def test_a_fault_of_a_written_event_is_named_with_its_line(text: str, line: int, message: str) -> None:
    _, problems = read("_events/a.md", text)
    assert message in problems[0].message
    assert (problems[0].path, problems[0].line) == ("_events/a.md", line)
