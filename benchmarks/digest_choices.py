"""What each choice of the digest brings, topic by topic, and whether choices made on four topics hold on the fifth.

    python -m benchmarks.digest_choices [--days]

Needs what benchmarks.digest needs. First each step is taken out by itself: what the whole then loses, and on how many
of the topics. Then the figures of the days are set anew, from none at all, on all topics but one, and tried on that
one. `--days` leaves the sentences out, which take most of the time.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from benchmarks.digest import KEYS, T17, Task, load_rouge, tasks
from timeline import calendar
from timeline.digest import Article, choosing, days
from timeline.digest.passages import Passage, passages
from timeline.digest.topic import Topic, topic_of
from timeline.events.stems import content
from timeline.events.words import words

# A step of the digest: where its figure stands, the value with which it does nothing, and values to choose from.
DAYS: Mapping[str, tuple[float, ...]] = {
    "ON_TOPIC": (0.0, 0.35, 0.5, 0.7),
    "PUBLISHED": (0.0, 0.4, 0.8),
    "TO_COME": (1.0, 0.5, 0.3),
    "PERSONAL": (1.0, 0.5, 0.3),
    "HALFWAY": (1e9, 100, 50),
    "ENTRY": (1.0, 2.0, 3.0),
    "FLATTENING": (0.0, 0.2, 0.35, 0.5),
}
SENTENCES = {
    "FURTHER": 1.0,
    "PERSONAL": 1.0,
    "ENTRY": 1.0,
    "LENGTH_MATTERS": 0.0,
    "REDUNDANT": 1.0,
    "DIVERSITY": 0.0,
}
AROUND = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4)  # of the number of dates: over these a figure is chosen, for steadiness


class Prepared(NamedTuple):
    """A task with all that does not depend on the figures."""

    task: Task
    """the timeline to come near to"""
    collection: Sequence[Passage]
    """the passages of its articles"""
    topic: Topic
    """what they are about"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables; 1 where the timelines are missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digest_choices", description="What each choice brings.")
    parser.add_argument("--days", action="store_true", help="leave the sentences out")
    options = parser.parse_args(arguments)
    if not T17.is_dir():
        print(f"There are no timelines in {T17}.", file=sys.stderr)
        return 1
    read: dict[Article, Sequence[Passage]] = {}
    prepared = [prepare(task, read) for task in tasks(sorted(path.name for path in T17.iterdir()))]
    print(f"{'without':<28}{'date F1':>10}{'better on':>12}")
    whole = by_topic(prepared, steady)
    for name, (nothing, *_) in DAYS.items():
        with figures(days, {name: nothing}):
            show(f"days.{name}", by_topic(prepared, steady), whole)
    left_out(prepared)
    if not options.days:
        sentences(prepared)
    return 0


def prepare(task: Task, read: dict[Article, Sequence[Passage]]) -> Prepared:
    """The passages and the topic of a task; `read` keeps the passages of articles that several tasks have."""
    for article in sorted(task.articles):
        if article not in read:
            read[article] = passages(len(read), article)
    collection = [item for article in sorted(task.articles) for item in read[article]]
    keywords = [term for word in task.keywords for term in content(words(word), "en")]
    return Prepared(task, collection, topic_of(collection, keywords))


@contextmanager
def figures(module: Any, values: Mapping[str, float]) -> Iterator[None]:
    """The figures of a module, changed for a while."""
    before = {name: getattr(module, name) for name in values}
    for name, value in values.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def ranked(item: Prepared) -> list[calendar.Day]:
    """The days within the span of a task, the best first."""
    gold = [day.toordinal() for day in item.task.gold]
    found = days.weigh_days(item.collection, item.topic)
    inside = {day: figure for day, figure in found.items() if min(gold) <= day <= max(gold)}
    return list(days.best_days(inside, len(inside)))


def date_f1(item: Prepared, best: Sequence[calendar.Day], number: int) -> float:
    """How well the best so many days agree with the journalist's."""
    gold = {day.toordinal() for day in item.task.gold}
    chosen = set(best[:number])
    return 2 * len(chosen & gold) / (len(chosen) + len(gold))


def exact(item: Prepared) -> float:
    """Date F1, told how many."""
    return date_f1(item, ranked(item), len(item.task.gold))


def steady(item: Prepared) -> float:
    """Date F1, on the mean over somewhat fewer and more dates, in which a single date weighs less."""
    best = ranked(item)
    return sum(date_f1(item, best, round(share * len(item.task.gold))) for share in AROUND) / len(AROUND)


def by_topic(prepared: Sequence[Prepared], measure: Any) -> dict[str, float]:
    """The mean of a measure over the timelines of each topic."""
    found: dict[str, list[float]] = {}
    for item in prepared:
        found.setdefault(item.task.topic, []).append(measure(item))
    return {topic: sum(values) / len(values) for topic, values in found.items()}


def mean(values: Mapping[str, float]) -> float:
    """The mean over topics."""
    return sum(values.values()) / len(values)


def show(name: str, without: Mapping[str, float], whole: Mapping[str, float]) -> None:
    """Print what is lost without a step, and on how many topics it helps and harms."""
    helps = sum(whole[topic] > without[topic] for topic in whole)
    harms = sum(whole[topic] < without[topic] for topic in whole)
    print(f"{name:<28}{mean(without) - mean(whole):>+10.4f}{f'{helps} : {harms}':>12}", flush=True)


def left_out(prepared: Sequence[Prepared]) -> None:
    """Print, for each topic, what figures set on the others reach on it."""
    print(f"\n{'date F1 on':<14}{'no figures':>12}{'set on others':>15}{'as they are':>13}")
    rows = []
    nothing = {name: values[0] for name, values in DAYS.items()}
    for topic in sorted({item.task.topic for item in prepared}):
        others = [item for item in prepared if item.task.topic != topic]
        own = [item for item in prepared if item.task.topic == topic]
        with figures(days, nothing):
            plain = mean(by_topic(own, exact))
        with figures(days, chosen_on(others)):
            set_on_others = mean(by_topic(own, exact))
        rows.append((plain, set_on_others, mean(by_topic(own, exact))))
        print(f"{topic:<14}{rows[-1][0]:>12.4f}{rows[-1][1]:>15.4f}{rows[-1][2]:>13.4f}", flush=True)
    sums = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    print(f"{'mean':<14}{sums[0]:>12.4f}{sums[1]:>15.4f}{sums[2]:>13.4f}")


def chosen_on(prepared: Sequence[Prepared]) -> dict[str, float]:
    """The figures that are best on some tasks: one after the other, each with those before as chosen."""
    chosen = {name: values[0] for name, values in DAYS.items()}
    for name, values in DAYS.items():
        reached = {}
        for value in values:
            with figures(days, chosen | {name: value}):
                reached[value] = mean(by_topic(prepared, steady))
        chosen[name] = max(values, key=lambda value: reached[value])
    return chosen


def sentences(prepared: Sequence[Prepared]) -> None:
    """Print what the sentences lose without each step, on the journalist's own dates."""
    rouge = load_rouge()
    print(f"\n{'without':<28}{'AR2':>10}{'better on':>12}    on the journalists' dates")

    def reached(item: Prepared) -> float:
        return ar2(rouge, item)

    whole = by_topic(prepared, reached)
    for name, nothing in SENTENCES.items():
        with figures(choosing, {name: nothing}):
            show(f"choosing.{name}", by_topic(prepared, reached), whole)


def ar2(rouge: Any, item: Prepared) -> float:
    """AR2 of the sentences that are chosen for the journalist's dates."""
    gold = item.task.gold
    pool = choosing.pool_of(item.collection, frozenset(day.toordinal() for day in gold))
    number = round(sum(map(len, gold.values())) / len(gold)) or 1
    used: set[str] = set()
    told = {}
    for day in sorted(pool):
        chosen = choosing.choose(pool[day], item.collection, item.topic, number, used)
        told[datetime.date.fromordinal(day)] = list(chosen)
        used.update(chosen)
    score = rouge.score(told, [gold], variants=("align+m:1",))
    return float(score[KEYS[2]]["f"])


if __name__ == "__main__":
    sys.exit(main())
