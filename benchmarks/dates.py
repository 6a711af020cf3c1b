"""How right and how fast expressions of time are found and worked out, beside other ways to do it.

    python -m benchmarks.dates [--errors 10] [--rounds 3]

First how right they are on each corpus, with the commonest kinds of error; then how fast they are found.

Needs ../shared/data/dates beside the project, and ../shared/tools/score_timexes.py. The speeds are of one process, in
MB of text per second of processor time; the slow ones are measured on a few documents only.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.date_errors import show_kinds
from benchmarks.date_speed import day, how_fast
from timeline import languages
from timeline.dates import tag

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = [("news-en", "en"), ("narrative-en", "en"), ("news-de", "de"), ("news-fr", "fr"), ("tweets-en", "en")]
Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all tables; 1 where the corpora are missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description="How right and how fast dates are.")
    parser.add_argument("--errors", type=int, default=10, metavar="N", help="show the N commonest kinds of error (10)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of each speed the best of so many is taken")
    options = parser.parse_args(arguments)
    if not (SHARED / "data" / "dates").is_dir():
        print(f"There are no corpora in {SHARED}.", file=sys.stderr)
        return 1
    how_right(options.errors)
    how_fast(load("news-en"), options.rounds)
    return 0


def how_right(errors: int) -> None:
    """Print value, calendar value and span F1 of each corpus in a language that has a folder."""
    scorer = load_scorer()
    print(f"{'corpus':<14}{'expressions':>12}{'value F1':>10}{'calendar':>10}{'span, strict':>14}{'span, any':>11}")
    for name, code in CORPORA:
        if code not in languages.available():
            continue
        rows = load(name)
        answers = [answer(row, code) for row in rows]
        reached = scorer.score(rows, answers)
        value, calendar, strict, relaxed = (reached[key]["f1"] for key in ("value", "calendar", "strict", "relaxed"))
        print(f"{name:<14}{reached['gold']:>12,}{value:>10.1f}{calendar:>10.1f}{strict:>14.1f}{relaxed:>11.1f}")
        if errors:
            show_kinds(scorer, rows, answers, errors)


def answer(row: Row, code: str) -> Row:
    """A document's expressions as the scorer takes them."""
    found = tag(row["text"], day(row), code)
    return {
        "id": row["id"],
        "timexes": [
            {**position(timex), "type": timex.type, "value": timex.value, "rule": timex.rule} for timex in found
        ],
    }


def position(timex: Any) -> Row:
    """Start and end of an expression."""
    return {"start": timex.span.start, "end": timex.span.end}


def load(name: str) -> list[Row]:
    """The documents of a corpus."""
    lines = (SHARED / "data" / "dates" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def load_scorer() -> ModuleType:
    """The scorer that stands beside the corpora."""
    spec = importlib.util.spec_from_file_location("score_timexes", SHARED / "tools" / "score_timexes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
