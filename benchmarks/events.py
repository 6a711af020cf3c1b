"""How well happenings are found, dated, merged and headlined: the golden stories, real stories, and gold sentences.

    python -m benchmarks.events [--fast]

Three tables. Merging on tests/golden, by pairs of documents: of the pairs that a story says tell one event, how many do
(recall); of the pairs that a found event of the story brings together, how many the story says so (precision, a lower
bound: a story names the documents that must tell an event, and others may). Then the stories of ../shared, with their
scorer, and the happenings of news articles by day (../shared/tools/score_placing.py). At last, how long it takes
as a collection grows, unless --fast is given.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import math
import re
import statistics
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline import calendar, pipeline, settings
from timeline.digest.articles import article_of_line
from timeline.events import find
from timeline.exporting import records
from timeline.model import Document, Event, Publication, Source, Timeline

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SHARED = ROOT.parent / "shared"
STORIES = (SHARED / "seeds", *sorted((SHARED / "stories").glob("*/")))
PLACING = SHARED / "data" / "placing"
T17 = SHARED / "data" / "timelines" / "t17"
SIZES = (150, 300, 600, 1200)
LONGEST = 16  # words of a headline
CUT = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|as)|[,;:…–—-])$", re.IGNORECASE
)
PRONOUN = re.compile(r"(?:he|she|it|they|his|her|its|their|this|these)\b", re.IGNORECASE)

Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; what lies beside the project is left out, with a word, where it is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description="How well events are found.")
    parser.add_argument("--fast", action="store_true", help="leave out the measure of speed")
    parser.add_argument(
        "--speed", type=int, nargs="+", metavar="ARTICLES", help="nothing but the speed, for these sizes"
    )
    options = parser.parse_args(arguments)
    if options.speed:
        show_speed(options.speed)
        return 0
    show_merging()
    if SHARED.is_dir():
        show_stories()
        show_placing()
    else:
        print(f"\nThere are no stories in {SHARED}.")
    if not options.fast and T17.is_dir():
        show_speed(SIZES)
    return 0


def built(content: Path) -> Timeline:
    """The timeline of a folder, by its own settings."""
    file = content / settings.FILE
    given = settings.parse(file.read_text(encoding="utf-8")) if file.is_file() else settings.Settings()
    return pipeline.build(content, given)


def show_merging() -> None:
    """Pairs of documents, and headlines, for each golden story."""
    print(f"{'golden story':<22}{'pairs':>6}{'recall':>8}{'precision':>11}{heads_title()}")
    sums = [0, 0, 0, 0]
    every: list[Event] = []
    for file in sorted(GOLDEN.glob("*/expected.toml")):
        rows = tomllib.loads(file.read_text(encoding="utf-8"))
        timeline = built(file.parent / rows.get("content", "content"))
        counts = pairs_of(timeline, rows["event"])
        sums = [one + other for one, other in zip(sums, counts, strict=True)]
        every += timeline.events
        print(f"{file.parent.name:<22}{merging(counts)}{heads(timeline.events)}")
    print(f"{'all':<22}{merging(sums)}{heads(every, together=False)}")


def pairs_of(timeline: Timeline, rows: Sequence[Row]) -> list[int]:
    """Pairs of documents: of the rows, of those the ones in one event; of the events found, of those the right ones."""
    paths = {document.id: document.source.path for document in timeline.documents}
    wanted = joined = found = right = 0
    for row in rows:
        told = [{paths[name] for name in event.documents} for event in timeline.events if meets(event, row)]
        pairs = list(combinations(sorted(row["documents"]), 2))
        wanted += len(pairs)
        joined += sum(any(set(pair) <= names for names in told) for pair in pairs)
    for event in timeline.events:
        met = [set(row["documents"]) for row in rows if meets(event, row)]
        pairs = list(combinations(sorted({paths[name] for name in event.documents}), 2)) if met else []
        found += len(pairs)
        right += sum(any(set(pair) <= names for names in met) for pair in pairs)
    return [wanted, joined, found, right]


def meets(event: Event, row: Row) -> bool:
    """Whether an event has a row's date, and of each group of its words at least one."""
    days = calendar.period(event.value)
    dates = [row["date"], row["date"]] if "date" in row else row["within"]
    first, last = (calendar.period(date) for date in dates)
    text = " ".join([event.headline, event.summary, *(item.quote for item in event.evidence)]).casefold()
    dated = bool(days and first and last) and first.first <= days.first and days.last <= last.last  # type: ignore[union-attr]
    return dated and all(any(word.casefold() in text for word in group) for group in row["words"])


def merging(counts: Sequence[int]) -> str:
    """The columns of one row: pairs, recall, precision."""
    wanted, joined, found, right = counts
    return f"{wanted:>6}{share(joined, wanted):>8}{share(right, found):>11}"


def share(part: int, whole: int) -> str:
    """'92.3', per cent; '-' of nothing."""
    return f"{100 * part / whole:.1f}" if whole else "-"


def heads_title() -> str:
    """The heads of the columns that `heads` fills."""
    return f"{'events':>8}{'words':>7}{'long':>6}{'cut':>5}{'pronoun':>9}{'twice':>7}"


def heads(events: Iterable[Event], *, together: bool = True) -> str:
    """Events, words of a headline in the middle, headlines too long, cut, with a pronoun at the head, told twice."""
    lines = [event.headline for event in events]
    lengths = [len(line.split()) for line in lines]
    faults = (
        sum(length > LONGEST for length in lengths),
        sum(bool(CUT.search(line)) for line in lines),
        sum(bool(PRONOUN.match(line)) for line in lines),
        len(lines) - len(set(lines)) if together else "",
    )
    counts = "".join(f"{fault:>{width}}" for fault, width in zip(faults, (6, 5, 9, 7), strict=True))
    return f"{len(lines):>8}{statistics.median(lengths or [0]):>7.0f}{counts}"


def show_stories() -> None:
    """What the scorer beside the stories says of each."""
    scorer = load("score_story")
    print(
        f"\n{'story':<22}{'required':>9}{'sources':>9}{'optional':>9}{'duplicates':>11}{'forbidden':>10}{'others':>8}{heads_title()}"
    )
    for story in STORIES:
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        timeline = built(story)
        data = table(timeline)
        rows, others = scorer.check_events(data, gold)
        required = [row for row in rows if row["gold"].get("required", True)]
        optional = [row for row in rows if not row["gold"].get("required", True)]
        whole = [row for row in required if row["found"] and not row["missing"]]
        counts = (of(found(required), required), of(whole, required), of(found(optional), optional))
        print(
            f"{story.name:<22}{''.join(f'{count:>9}' for count in counts)}"
            f"{sum(len(row['extra']) for row in required):>11}{len(scorer.check_forbidden(data, gold)):>10}"
            f"{len(others):>8}{heads(timeline.events)}"
        )


def found(rows: Iterable[Row]) -> list[Row]:
    """The rows of a story's gold whose event is among those found."""
    return [row for row in rows if row["found"]]


def of(part: Sequence[Row], whole: Sequence[Row]) -> str:
    """'7/7'."""
    return f"{len(part)}/{len(whole)}"


def show_placing() -> None:
    """Gold sentences among the evidence, and on the right day."""
    scorer = load("score_placing")
    print(f"\n{'placing':<22}{'pairs':>6}{'found':>8}{'recall':>8}{'accuracy':>10}{'~':>7}{'joined':>8}{'pure':>7}")
    for folder in sorted(PLACING.glob("*/")):
        gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        figures = scorer.score(table(built(folder / "content")), gold)
        every, pairs = figures["all"], figures["merging"]
        print(
            f"{folder.name:<22}{every['pairs']:>6}{every['found']:>8}{every['recall']:>8}{every['accuracy']:>10}"
            f"{every['accuracy~']:>7}{pairs['joined pairs']:>8}{pairs['pure']:>7}"
        )


def table(timeline: Timeline) -> dict[str, Any]:
    """What data/events.json holds."""
    return {"documents": records.documents(timeline), "events": records.events(timeline)}


def load(name: str) -> ModuleType:
    """A scorer that lies beside the data."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "tools" / f"{name}.py")
    if spec is None or spec.loader is None:
        sys.exit(f"There is no tools/{name}.py beside the data.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def show_speed(sizes: Sequence[int]) -> None:
    """Seconds for collections of several sizes, and the power of their size by which the time grows."""
    print(f"\n{'articles':<22}{'sentences':>10}{'events':>8}{'seconds':>9}{'ms each':>9}{'power':>7}")
    measured = [(size, *speed(size)) for size in sizes]
    powers = ["", *(f"{power(one, other):.2f}" for one, other in pairwise(measured))]
    for (size, sentences, events, seconds), grown in zip(measured, powers, strict=True):
        print(f"{size:<22}{sentences:>10}{events:>8}{seconds:>9.1f}{1000 * seconds / size:>9.1f}{grown:>7}")


def speed(size: int) -> tuple[int, int, float]:
    """The sentences and events of so many articles, and the seconds that finding them took, without the dates."""
    documents = list(articles(size))
    timexes = {document.id: pipeline.tag(document) for document in documents}
    begun = time.process_time()
    events = find(documents, timexes)
    return sum(len(document.sentences) for document in documents), len(events), time.process_time() - begun


def power(one: tuple[int, int, int, float], other: tuple[int, int, int, float]) -> float:
    """By which power of the number of sentences the time grew: 1 is in proportion."""
    return math.log(other[3] / one[3]) / math.log(other[1] / one[1])


def articles(size: int) -> Iterator[Document]:
    """So many articles of all topics, spread evenly."""
    lines = [line for folder in sorted(T17.iterdir()) for line in (folder / "articles.jsonl").open(encoding="utf-8")]
    for number in range(size):
        article = article_of_line(lines[number * len(lines) // size])
        yield Document(
            id=f"a{number:05d}",
            source=Source(f"a{number:05d}.txt", publisher=f"p{number % 40}"),
            language=article.language,
            publication=Publication(datetime.date.fromordinal(article.published), "given"),
            text=article.text,
            heading=None,
            sentences=article.sentences,
            furniture=(),
            digest="",
        )


if __name__ == "__main__":
    sys.exit(main())
