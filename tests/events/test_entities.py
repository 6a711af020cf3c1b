"""Names from a spaCy pipeline: a blank one with a list of entities, saved to disk, stands for a trained one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.events.story import document
from timeline import dates, events
from timeline.errors import UsageError
from timeline.events import names
from timeline.model import Document, Span

SENTENCE = "The minister met bell hooks of the river board in Oslo on Tuesday."
ONE = document("one", "2022-01-28", SENTENCE)


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    """The folder of a pipeline that knows two names in small letters."""
    spacy: Any = pytest.importorskip("spacy", reason="spaCy is not installed")
    blank = spacy.blank("en")
    ruler = blank.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "bell hooks"}, {"label": "DATE", "pattern": "Tuesday"}])
    blank.to_disk(tmp_path / "pipeline")
    return str(tmp_path / "pipeline")


def found(one: Document, spans: tuple[Span, ...]) -> list[str]:
    known = names.collect([one], {one.id: spans})
    return [span.of(one.text) for _, span in known.places(one, one.sentences[0])]


def test_what_a_pipeline_finds_joins_the_plain_names(pipeline: str) -> None:
    assert found(ONE, events.entities(ONE, (pipeline,))) == ["bell hooks", "Oslo"]


def test_a_pipeline_reads_its_own_language_only(pipeline: str) -> None:
    other = document("one", "2022-01-28", SENTENCE, language="de")
    assert events.entities(other, (pipeline,)) == ()


def test_the_same_pipeline_gives_the_same_events(pipeline: str) -> None:
    timexes = {ONE.id: dates.tag(ONE.text, ONE.dct, ONE.language)}
    built = [events.find([ONE], timexes, {ONE.id: events.entities(ONE, (pipeline,))}) for _ in range(2)]
    assert built[0] == built[1]
    assert "bell hooks" in built[0][0].names


def test_a_missing_pipeline_is_named_with_its_remedy() -> None:
    pytest.importorskip("spacy", reason="spaCy is not installed")
    with pytest.raises(
        UsageError, match=r"there is no pipeline 'xx_none'\. Install it: python -m spacy download xx_none"
    ):
        events.check(["xx_none"])


def test_a_missing_library_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"needs the library spaCy. Install it: python -m pip install"):
        events.check(["en_missing"])


def test_an_entity_replaces_the_plain_names_that_it_overlaps() -> None:
    one = document("one", None, "They spoke to Anna Berg Lane in Oslo.")
    place = Span(one.text.index("Anna"), one.text.index(" Lane"))
    assert found(one, (place,)) == ["Anna Berg", "Oslo"]
