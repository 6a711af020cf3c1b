"""How near the key dates of big collections come to the timelines that journalists made of them, and how fast.

    python -m benchmarks.digest [--topics bpoil,mj]
    python -m benchmarks.digest --scale [4000]

Needs ../shared/data/timelines/t17 beside the project, and ../shared/tools/timeline_rouge.py. One task a journalist's
timeline: the articles that appeared within its span, told how many dates and sentences, and then how many sentences
only. Without nltk, which is not among the requirements, words are not stemmed and AR1 and AR2 come out lower.
`--scale` prints instead how long collections of so many articles take, 500 to 4,000 where none are named: seconds of
one core, reading included.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from timeline.digest import Article, Wish, digest
from timeline.digest.articles import article_of_line

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
T17 = SHARED / "data" / "timelines" / "t17"
SIZES = "500,1000,2000,4000"  # articles
KEYS = ("date", "align+m:1 R1", "align+m:1 R2")
Gold = dict[date, list[str]]


class Task(NamedTuple):
    """A timeline to come near to."""

    topic: str
    """'bpoil'"""
    articles: list[Article]
    """those that appeared within its span"""
    keywords: tuple[str, ...]
    """('bp', 'oil', 'spill')"""
    gold: Gold
    """day → the journalist's sentences"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 where the timelines are missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digest", description="How near key dates come.")
    parser.add_argument("--topics", default="", metavar="A,B", help="these topics only")
    parser.add_argument("--scale", nargs="?", const=SIZES, metavar="N,…", help="how long so many articles take")
    options = parser.parse_args(arguments)
    if not T17.is_dir():
        print(f"There are no timelines in {T17}.", file=sys.stderr)
        return 1
    if options.scale:
        return scale([int(number) for number in options.scale.split(",")])
    rouge = load_rouge()
    topics = [name for name in options.topics.split(",") if name] or sorted(path.name for path in T17.iterdir())
    told, alone = [], []
    print(
        f"{'':<10}{'articles':>9}{'dates':>7}{'date F1':>10}{'AR1':>8}{'AR2':>8}{'seconds':>9}    by itself: dates, F1"
    )
    for task in tasks(topics):
        begun = time.process_time()
        told.append(reached(rouge, task, len(task.gold)))
        seconds = time.process_time() - begun
        alone.append(reached(rouge, task, None))
        show(task.topic, len(task.articles), len(task.gold), told[-1], alone[-1], f"{seconds:9.1f}")
    show("mean", 0, 0, rouge.average(told), rouge.average(alone), f"{'':9}")
    return 0


def scale(sizes: Sequence[int]) -> int:
    """Print the time that collections of those sizes take, one core."""
    lines = mixed()
    print(f"{'articles':>9}{'sentences':>11}{'seconds':>9}{'ms a sentence':>15}")
    for number in sizes:
        begun = time.process_time()
        articles = [article_of_line(line) for line in lines[:number]]
        digest(articles, Wish())
        seconds = time.process_time() - begun
        sentences = sum(len(item.sentences) for item in articles)
        print(f"{number:>9}{sentences:>11}{seconds:>9.1f}{1000 * seconds / sentences:>15.3f}", flush=True)
    return 0


def mixed() -> list[str]:
    """The articles of all topics, and once more with longer words turned round; each part shuffled."""
    files = sorted(T17.glob("*/articles.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    lines.sort(key=lambda line: hashlib.sha256(line.encode()).digest())
    return lines + [json.dumps(turned(json.loads(line))) for line in lines]


def turned(row: dict[str, Any]) -> dict[str, Any]:
    """An article of other words: its longer words in small letters are turned round, its dates stay."""
    return row | {"text": re.sub(r"\b[a-z]{7,}\b", lambda word: word.group()[::-1], row["text"])}


def show(name: str, articles: int, dates: int, told: dict[str, Any], alone: dict[str, Any], seconds: str) -> None:
    """Print one row of the table."""
    figures = "".join(f"{told[key]['f']:{width}.4f}" for key, width in zip(KEYS, (10, 8, 8), strict=True))
    own = f"{alone['n_pred']:>15}" if "n_pred" in alone else f"{'':15}"
    print(f"{name:<10}{articles or '':>9}{dates or '':>7}{figures}{seconds}{own}{alone['date']['f']:>9.4f}", flush=True)


def load_rouge() -> ModuleType:
    """The measure of timelines that lies beside the data."""
    spec = importlib.util.spec_from_file_location("timeline_rouge", SHARED / "tools" / "timeline_rouge.py")
    if spec is None or spec.loader is None:
        sys.exit("There is no tools/timeline_rouge.py beside the data.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tasks(topics: Sequence[str]) -> Iterator[Task]:
    """The timelines of the topics."""
    for name in topics:
        lines = (T17 / name / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        articles = [article_of_line(line) for line in lines]
        keywords = tuple(json.loads((T17 / name / "keywords.json").read_text(encoding="utf-8")))
        for rows in json.loads((T17 / name / "gold.json").read_text(encoding="utf-8")):
            gold = {date.fromisoformat(day): sentences for day, sentences in rows}
            first, last = min(gold).toordinal(), max(gold).toordinal()
            yield Task(name, [item for item in articles if first <= item.published <= last], keywords, gold)


def reached(rouge: ModuleType, task: Task, dates: int | None) -> dict[str, Any]:
    """What the key dates of a task reach, told how many or not."""
    sentences = round(sum(map(len, task.gold.values())) / len(task.gold)) or 1
    first, last = min(task.gold).toordinal(), max(task.gold).toordinal()
    found = digest(task.articles, Wish(dates, sentences, first, last, task.keywords))
    predicted = {date.fromordinal(key.day): list(key.sentences) for key in found}
    score: dict[str, Any] = rouge.score(predicted, [task.gold], variants=("align+m:1",))
    return score


if __name__ == "__main__":
    sys.exit(main())
