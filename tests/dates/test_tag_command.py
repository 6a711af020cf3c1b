"""`python -m timeline tag` and `explain`, as other programs and people meet them."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from timeline import __main__ as command
from timeline.dates import tag

LINE = '{"id": "a", "text": "😀 On Wednesday.", "dct": "2022-01-28T16:34:00", "language": "en"}'


def answered(*lines: str) -> tuple[int, list[dict[str, object]], str]:
    out, complaints = io.StringIO(), io.StringIO()
    code = command.tag_lines(lines, out, complaints)
    return code, [json.loads(line) for line in out.getvalue().splitlines()], complaints.getvalue()


def test_a_line_is_answered_by_a_line() -> None:
    code, (answer,), complaints = answered(LINE)
    assert (code, complaints) == (0, "")
    assert answer["id"] == "a"
    (timex,) = answer["timexes"]  # type: ignore[misc]
    expected = {"start": 5, "end": 14, "text": "Wednesday", "type": "DATE", "value": "2022-01-26", "mod": None}
    assert {key: timex[key] for key in expected} == expected
    assert (timex["rule"], timex["anchor"]) == ("weekday", "2022-01-28")


NO_LANGUAGE = [
    ("Der Rat tagte am Mittwoch, und die Fischer waren dagegen.", "2022-01-26"),
    ("Совет собрался в среду.", "2022-01-26"),
    ("The board met on Wednesday.", "2022-01-26"),
]


@pytest.mark.parametrize(("text", "value"), NO_LANGUAGE)
def test_a_line_without_a_language_is_read_in_the_one_that_it_is_written_in(text: str, value: str) -> None:
    _, (answer,), _ = answered(json.dumps({"text": text, "dct": "2022-01-28"}))
    assert [timex["value"] for timex in answer["timexes"]] == [value]  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", ["de", "DE", "de-AT", "de_CH"])
def test_a_language_may_be_written_with_its_country(code: str) -> None:
    _, (answer,), _ = answered(json.dumps({"text": "Am Mittwoch.", "dct": "2022-01-28", "language": code}))
    assert [timex["value"] for timex in answer["timexes"]] == ["2022-01-26"]  # type: ignore[attr-defined]


FAULTY = [
    ("oops", "It is not JSON."),
    ('{"id": NaN, "text": "May 3"}', "It is not JSON."),
    ("[1]", "It has no text."),
    ('{"id": "b"}', "It has no text."),
    ('{"text": 5}', "It has no text."),
    ('{"text": "May", "dct": "yesterday"}', "Its dct 'yesterday' is no date."),
    ('{"text": "May", "language": 5}', "Its language is no text."),
    ("[" * 100_000, "It is not JSON."),
]


@pytest.mark.parametrize(("line", "message"), FAULTY, ids=[message for _, message in FAULTY])
def test_a_faulty_line_is_named_and_the_others_are_answered(line: str, message: str) -> None:
    code, answers, complaints = answered(LINE, "", line, LINE)
    assert code == 1
    assert len(answers) == 2
    assert complaints.startswith(f"Line 3: {message}")
    assert complaints.count("\n") == 1


def test_the_command_reads_and_writes_utf8_whatever_the_terminal() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "timeline", "tag"],
        input=("\ufeff" + LINE + '\n{"id": "\\ud800", "text": "\\ud800 May 3"}\n').encode(),
        env={"PYTHONIOENCODING": "ascii", "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        check=True,
    )
    first, second = [json.loads(line) for line in told.stdout.splitlines()]
    assert first["timexes"][0]["start"] == 5
    assert (second["id"], second["timexes"][0]["start"]) == ("\ud800", 2)


def test_an_explanation_names_rule_anchor_and_what_was_rejected(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["explain", "He sat there on Wednesday.", "--dct", "2022-01-28"]) == 0
    told = capsys.readouterr().out
    assert "'Wednesday' at 16–25: DATE 2022-01-26" in told
    assert "rule      weekday" in told
    assert "anchor    2022-01-28, publication" in told
    assert "'sat' at 3–6, rule weekday: 'sat' in small letters is another word" in told


def test_a_wrong_date_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command.main(["explain", "He came.", "--dct", "soon"])
    assert left.value.code == 2
    assert "argument --dct: 'soon' is no date. Write it as 2022-01-28." in capsys.readouterr().err


WRITTEN_OUT = [
    ("ca", "el 3 de maig de 2009 i juny de 2010", ["2009-05-03", "2010-06"]),
    ("pl", "Było to 3 maja 2009 roku.", ["2009-05-03"]),
    ("tr", "3 Mayıs 2009 günü, 28.01.2022", ["2009-05-03", "2022-01-28"]),
    ("xx", "am 3. Mai 2009", []),
]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("code", "text", "values"), WRITTEN_OUT)
def test_a_language_without_a_folder_has_its_dates_that_are_written_out(
    code: str, text: str, values: list[str]
) -> None:
    found = tag(text, None, code)
    assert [timex.value for timex in found] == values
    assert all(timex.span.of(text) == timex.text for timex in found)
