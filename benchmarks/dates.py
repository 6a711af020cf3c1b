"""How right and how fast expressions of time are found and worked out, beside other ways to do it.

    python -m benchmarks.dates [--errors 10] [--rounds 3]

Needs ../shared/data/dates beside the project, and ../shared/tools/score_timexes.py. The speeds are of one process, in
MB of text per second of processor time; the slow ones are measured on a few documents only.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from dateparser.search import search_dates

from timeline import languages
from timeline.dates import tag

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = [("news-en", "en"), ("narrative-en", "en"), ("news-de", "de"), ("news-fr", "fr"), ("tweets-en", "en")]
BARE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{1,2})?(?:,? \d{4})?|today|yesterday|tomorrow|(?:last|next|this) \w+|\d{4})\b"
)
Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables; 1 where the corpora are missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description="How right and how fast dates are.")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N commonest shapes of each error")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of each speed the best of so many is taken")
    options = parser.parse_args(arguments)
    if not (SHARED / "data" / "dates").is_dir():
        print(f"There are no corpora in {SHARED}.", file=sys.stderr)
        return 1
    how_right(options.errors)
    how_fast(options.rounds)
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
            scorer.show_errors(scorer.errors(rows, answers), errors)


def how_fast(rounds: int) -> None:
    """Print the speed on news of this program, of a bare regular expression, and of dateparser's search."""
    rows = load("news-en")
    print(f"\n{'on news-en':<34}{'MB a second':>12}")
    for name, chosen, work in (
        ("timeline.dates.tag", rows, lambda row: tag(row["text"], day(row))),
        ("a bare regular expression", rows, lambda row: BARE.findall(row["text"])),
        ("dateparser.search_dates, English", rows[:4], lambda row: search_dates(row["text"], languages=["en"])),
    ):
        print(f"{name:<34}{speed(chosen, work, rounds if chosen is rows else 1):>12.2f}")
    print(f"\n{start():.2f} s of processor time from nothing to one sentence tagged")


def speed(rows: Sequence[Row], work: Callable[[Row], object], rounds: int) -> float:
    """MB of text per second of processor time, the best of some rounds."""
    size = sum(len(row["text"].encode()) for row in rows) / 1e6
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        for row in rows:
            work(row)
        times.append(time.process_time() - begun)
    return size / min(times)


def start() -> float:
    """Seconds of processor time that a new process takes to tag one sentence."""
    program = "import time; from timeline.dates import tag; tag('On 3 May.', None); print(time.process_time())"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT)
    return float(told.stdout)


def answer(row: Row, code: str) -> Row:
    """A document's expressions as the scorer takes them."""
    found = tag(row["text"], day(row), code)
    return {
        "id": row["id"],
        "timexes": [{**position(timex), "type": timex.type, "value": timex.value} for timex in found],
    }


def position(timex: Any) -> Row:
    """Start and end of an expression."""
    return {"start": timex.span.start, "end": timex.span.end}


def day(row: Row) -> datetime.date:
    """The publication day of a document."""
    return datetime.date.fromisoformat(row["dct"][:10])


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
