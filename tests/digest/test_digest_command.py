"""`python -m timeline digest` as people and other programs meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.__main__ import main

GOOD = [
    {"id": "a", "published": "2021-03-04", "text": "A wall of the Orrin dam gave way on Wednesday after heavy rain."},
    {"id": "b", "published": "2021-03-12T08:00:00Z", "text": "Work on the dam, whose wall gave way on 3 March, began."},
]
FAULTY = [
    ("oops", "It is not JSON."),
    ("[1]", "It has no text."),
    ('{"published": "2021-03-04"}', "It has no text."),
    ('{"text": "A"}', "It has no date of publication."),
    ('{"text": "A", "published": "soon"}', "Its date of publication 'soon' is no date."),
    ("[" * 100_000, "It is not JSON."),
]


def corpus(folder: Path, *extra: str) -> str:
    lines = [json.dumps(GOOD[0]), *extra, "", json.dumps(GOOD[1])]
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return str(folder / "corpus.jsonl")


def test_json_has_dates_in_order_with_their_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", corpus(tmp_path), "--dates", "1", "--sentences", "1", "--format", "json"]) == 0
    ((day, sentences),) = json.loads(capsys.readouterr().out)
    assert day == "2021-03-03"
    assert len(sentences) == 1


def test_without_a_format_it_prints_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", corpus(tmp_path), "--to", "2021-03-03"]) == 0
    assert capsys.readouterr().out.startswith("## 2021-03-03\n\n- ")


@pytest.mark.parametrize(("line", "message"), FAULTY, ids=[message for _, message in FAULTY])
def test_a_faulty_line_is_named_and_the_others_are_used(
    line: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["digest", corpus(tmp_path, line), "--dates", "1", "--format", "json"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"Line 2: {message}")
    assert told.err.count("\n") == 1
    assert [day for day, _ in json.loads(told.out)] == ["2021-03-03"]


def test_a_folder_of_documents_will_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for item in GOOD:
        text = f"---\ntitle: The dam\npublished: {str(item['published'])[:10]}\n---\n\n{item['text']}\n"
        (tmp_path / f"{item['id']}.md").write_text(text, encoding="utf-8")
    assert main(["digest", str(tmp_path), "--dates", "1", "--format", "json"]) == 0
    assert [day for day, _ in json.loads(capsys.readouterr().out)] == ["2021-03-03"]


def test_a_document_without_a_date_is_named_and_the_others_are_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text(f"---\npublished: 2021-03-04\n---\n\n{GOOD[0]['text']}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("Nobody said when the dam was built.\n", encoding="utf-8")
    assert main(["digest", str(tmp_path), "--format", "json"]) == 1
    told = capsys.readouterr()
    assert told.err == "b.md: Its date of publication is not known. Give it one.\n"
    assert json.loads(told.out)


MISUSED = [["--dates", "0"], ["--dates", "many"], ["--sentences", "-1"], ["--from", "spring"], ["--format", "pdf"]]


@pytest.mark.parametrize("arguments", MISUSED)
def test_a_wrong_option_is_refused(arguments: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["digest", corpus(tmp_path), *arguments])
    assert left.value.code == 2


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl cannot be opened" in capsys.readouterr().err
