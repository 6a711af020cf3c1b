"""How fast expressions of time are found: beside other ways to do it, and in floods that are made to be slow."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from timeline.dates import tag

ROOT = Path(__file__).resolve().parent.parent
BARE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{1,2})?(?:,? \d{4})?|today|yesterday|tomorrow|(?:last|next|this) \w+|\d{4})\b"
)
FLOOD = 1_000_000  # bytes
ENGLISH = [
    # a piece that is repeated
    "1 ",
    "1234567890",
    "1234567890 ",
    "on the the ",
    "([{}])",
    "a\u0301",
    "\u0301",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday ",
    "1990 ",
    "noon ",
    "yesterday ",
    "May 3 and 4 ",
    "two years ago ",
    "On 3 May 2009 at 10:30, last week, three days later, in the 1990s, every Friday. ",
]
OTHERS = [
    ("de", "Montag Dienstag Mittwoch "),
    ("fr", "lundi mardi mercredi "),
    ("es", "lunes martes miércoles "),
    ("it", "lunedì martedì mercoledì "),
    ("pt", "segunda-feira terça-feira "),
    ("nl", "maandag dinsdag woensdag "),
    ("ru", "понедельник вторник среда "),
    ("uk", "понеділок вівторок середа "),
]
Row = dict[str, Any]


def how_fast(rows: Sequence[Row], rounds: int) -> None:
    """Print the speed on news of this program, of a bare regular expression and of dateparser's search, then floods."""
    print(f"\n{'on news-en':<34}{'MB a second':>12}")
    prose = 0.0
    for name, chosen, work in (
        ("timeline.dates.tag", rows, lambda row: tag(row["text"], day(row))),
        ("a bare regular expression", rows, lambda row: BARE.findall(row["text"])),
        ("dateparser.search_dates, English", rows[:4], lambda row: search_dates(row["text"], languages=["en"])),
    ):
        seconds = spent(chosen, work, rounds if chosen is rows else 1)
        prose = prose or seconds
        print(f"{name:<34}{1 / seconds:>12.2f}")
    print(f"\n{start():.2f} s of processor time from nothing to one sentence tagged")
    print(f"\n{f'{FLOOD // 1000} kB of':<64}{'times as slow as news':>22}")
    for code, piece in [("en", piece) for piece in ENGLISH] + [
        (code, piece) for code, names in OTHERS for piece in (names, "1 ")
    ]:
        flood = {"text": piece * (FLOOD // len(piece.encode()))}
        seconds = spent([flood], lambda row, code=code: tag(row["text"], datetime.date(2022, 1, 28), code), 2)
        print(f"{code}  {ascii(piece) if len(piece) < 3 else repr(piece):<60}{seconds / prose:>22.1f}")


def spent(rows: Sequence[Row], work: Callable[[Row], object], rounds: int) -> float:
    """Seconds of processor time for a MB of text, the best of some rounds."""
    size = sum(len(row["text"].encode()) for row in rows) / 1e6
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        for row in rows:
            work(row)
        times.append(time.process_time() - begun)
    return min(times) / size


def start() -> float:
    """Seconds of processor time that a new process takes to tag one sentence."""
    program = "import time; from timeline.dates import tag; tag('On 3 May.', None); print(time.process_time())"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT)
    return float(told.stdout)


def day(row: Row) -> datetime.date:
    """The publication day of a document."""
    return datetime.date.fromisoformat(row["dct"][:10])
