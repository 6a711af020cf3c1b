"""Every language's own sentences: what each rule finds and means, and what none of them may take for a time."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from timeline import languages
from timeline.dates import language, tag
from timeline.model import Span, Timex

LANGUAGES = [code for code in languages.available() if languages.has(code, "rules")]
CORPORA = [(code, languages.load(code, "corpus")) for code in LANGUAGES]
EXAMPLES = [(code, corpus["anchor"], row) for code, corpus in CORPORA for row in corpus["example"]]
NEGATIVES = [(code, corpus["anchor"], row) for code, corpus in CORPORA for row in corpus["negative"]]


def names(rows: list[tuple[str, datetime.date, dict[str, Any]]]) -> list[str]:
    return [f"{code}: {row['text']}" for code, _, row in rows]


def unmarked(text: str) -> tuple[str, Span]:
    """A sentence without its brackets, and the span that they marked."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), Span(start, end)


def marked(code: str, anchor: datetime.date, text: str) -> Timex:
    """The expression that is found at the brackets of a sentence."""
    plain, span = unmarked(text)
    found = {timex.span: timex for timex in tag(plain, anchor, code)}
    assert span in found, f"found instead: {[timex.text for timex in found.values()]}"
    return found[span]


@pytest.mark.parametrize(("code", "anchor", "row"), EXAMPLES, ids=names(EXAMPLES))
def test_an_example_means_what_its_corpus_says(code: str, anchor: datetime.date, row: dict[str, Any]) -> None:
    timex = marked(code, anchor, row["text"])
    assert (timex.type, timex.value, timex.mod) == (row["type"], row["value"], row.get("mod"))


@pytest.mark.parametrize(("code", "anchor", "row"), EXAMPLES, ids=names(EXAMPLES))
def test_an_example_is_found_by_the_rule_that_it_stands_for(
    code: str, anchor: datetime.date, row: dict[str, Any]
) -> None:
    assert marked(code, anchor, row["text"]).rule == row["rule"]


@pytest.mark.parametrize(("code", "anchor", "row"), NEGATIVES, ids=names(NEGATIVES))
def test_a_negative_is_left_alone(code: str, anchor: datetime.date, row: dict[str, Any]) -> None:
    found = [(timex.text, timex.value, timex.rule) for timex in tag(row["text"], anchor, code)]
    assert found == [], row["reason"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_rule_is_without_an_example(code: str) -> None:
    shown = {row["rule"] for row in languages.load(code, "corpus")["example"]}
    assert set(language.load(code).rules) - shown == set()
    assert shown - set(language.load(code).rules) == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_a_name_of_its_own(code: str) -> None:
    rows = [row["name"] for row in languages.load(code, "rules")["rule"]]
    assert sorted(rows) == sorted(set(rows))


@pytest.mark.parametrize("name", list(language.load("en").rules))
def test_every_rule_of_english_is_documented_with_an_example(name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")
    shown = [row for row in languages.load("en", "corpus")["example"] if row["rule"] == name]
    rows = [f"| {name} | {row['text'].replace('[', '**').replace(']', '**')} | `{row['value']}`" for row in shown]
    assert any(row in page for row in rows)
