"""How right the dates are on corpora that others annotated: never below these floors."""

from __future__ import annotations

import datetime
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from timeline.dates import tag

SHARED = Path(__file__).parents[3] / "shared"
SCORER = SHARED / "tools" / "score_timexes.py"
FLOORS = [
    # corpus, least value F1, least calendar value F1, least strict span F1
    ("news-en", 87.0, 90.0, 88.0),
    ("narrative-en", 88.5, 93.0, 90.0),
    ("news-de", 74.0, 80.0, 78.0),
    ("news-fr", 82.0, 86.5, 83.5),
]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the corpora are not beside the project, in ../shared")
    spec = importlib.util.spec_from_file_location("score_timexes", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def answer(row: dict[str, Any], code: str) -> dict[str, Any]:
    found = tag(row["text"], datetime.date.fromisoformat(row["dct"][:10]), code)
    timexes = [{"start": x.span.start, "end": x.span.end, "type": x.type, "value": x.value} for x in found]
    return {"id": row["id"], "timexes": timexes}


@pytest.mark.parametrize(("corpus", "value", "calendar", "strict"), FLOORS)
def test_no_corpus_is_read_worse_than_its_floor(
    scorer: ModuleType, corpus: str, value: float, calendar: float, strict: float
) -> None:
    rows = scorer.load(SHARED / "data" / "dates" / f"{corpus}.jsonl")
    reached = scorer.score(rows, [answer(row, corpus[-2:]) for row in rows])
    assert reached["value"]["f1"] >= value
    assert reached["calendar"]["f1"] >= calendar
    assert reached["strict"]["f1"] >= strict
