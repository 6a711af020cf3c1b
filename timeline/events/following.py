"""What an article tells further of an event: its sentences without a date, beside the event that they go on from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from timeline import calendar
from timeline.events.clusters import Cluster
from timeline.events.placing import Told, place
from timeline.events.similarity import SOME_WORDS, Weights, cosine_of_terms, strength
from timeline.events.tellings import Telling
from timeline.events.tense import is_reported
from timeline.events.words import lexicon, words
from timeline.model import Document, Evidence, Grain, Mention, Span, Verdict

NEAR = 10  # days between a sentence and an event of its article that it can still be about
WEEK = 7  # days
ALIKE = 0.3  # likeness from which on a sentence goes with an event that does not stand right before it


@dataclass(frozen=True, slots=True)
class _Article:
    """A document with what is known of its sentences."""

    document: Document
    """Document('moscow-times-2022-01-28', …)"""
    members: Mapping[Span, Sequence[tuple[int, Telling]]]
    """sentence → the numbers of the events that it is evidence of, and what it tells of each"""
    numbers: Sequence[int]
    """the numbers of these events"""
    tellings: Mapping[Span, Sequence[Telling]]
    """sentence → everything that it tells"""
    events: Sequence[Cluster]
    """the events of the whole collection, by number"""
    weights: Weights
    """how rare words are"""


def follow(
    events: Sequence[Cluster], tellings: Iterable[Telling], documents: Mapping[str, Document], weights: Weights
) -> list[list[Evidence]]:
    """For each event, further sentences of the documents that tell it; `tellings`: all of the collection.

    A document of which nothing is to be shown but what it is quoted for ('none') gives none.
    """
    members: dict[str, dict[Span, list[tuple[int, Telling]]]] = defaultdict(lambda: defaultdict(list))
    for number, cluster in enumerate(events):
        for telling in cluster.tellings:
            members[telling.mention.document][telling.mention.sentence].append((number, telling))
    every: dict[str, dict[Span, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        every[telling.mention.document][telling.mention.sentence].append(telling)
    result: list[list[Evidence]] = [[] for _ in events]
    for name, own in members.items():
        if documents[name].source.publish == "none":
            continue
        numbers = sorted({number for found in own.values() for number, _ in found})
        for number, evidence in _further(_Article(documents[name], own, numbers, every[name], events, weights)):
            result[number].append(evidence)
    return result


def _further(article: _Article) -> Iterator[tuple[int, Evidence]]:
    """The further evidence of one document, each with the number of its event."""
    dated = dict(_with_a_date(article))
    yield from dated.values()
    settled = article.members.keys() | dated.keys()
    told = {span: _told(article, span) for span in article.tellings}
    for placed in place(article.document, told, settled):
        number = _event(article, placed.sentence, placed.value, 0 if placed.sentence in settled else NEAR)
        own = {other for other, _ in article.members.get(placed.sentence, ())} | {
            dated.get(placed.sentence, (None,))[0]
        }
        if number is not None and number not in own:
            mention = Mention(article.document.id, placed.sentence, None, placed.value)
            yield number, _evidence(article, mention, placed.explanation, "undated")


def _with_a_date(article: _Article) -> Iterator[tuple[Span, tuple[int, Evidence]]]:
    """The sentences that make no event of their own, yet name the day of another one of their document."""
    for span, found in article.tellings.items():
        for telling in found if span not in article.members else ():
            timex = telling.mention.timex
            number = _event(article, span, telling.mention.value, 0) if timex and not telling.weak else None
            verdict = _verdict(article, telling, number) if number is not None else None
            if number is not None and timex and verdict:
                yield span, (number, _evidence(article, telling.mention, timex.explanation, verdict))
                break


def _verdict(article: _Article, telling: Telling, number: int) -> Verdict | None:
    """What a sentence that names an event's day says of its date: something only where it tells the like.

    What is unlike goes along without a say where it names the very day, and not at all where its date is coarser, for
    which names in common are not enough.
    """
    event = article.events[number]
    exact = (telling.grain or Grain.DAY) <= max(Grain.DAY, calendar.grain(event.value) or Grain.DAY)
    alike = [member for member in event.supporting if strength(telling, member, article.weights) >= ALIKE]
    if not any(exact or cosine_of_terms(telling, member, article.weights) >= SOME_WORDS for member in alike):
        return "undated" if exact else None
    return "supports" if exact else "coarser"


def _told(article: _Article, span: Span) -> list[Told]:
    """The days that a sentence tells of, in order of the text: those of its events, else those of its own dates."""
    members = [(telling, article.events[number].value) for number, telling in article.members.get(span, ())]
    others = [(telling, "") for telling in article.tellings[span] if telling.days]
    ordered = sorted(members or others, key=lambda pair: pair[0].clause)
    return [_told_of(article.document, telling, telling.mention.value or value) for telling, value in ordered]


def _told_of(document: Document, telling: Telling, value: str) -> Told:
    timex = telling.mention.timex
    sentence = telling.mention.sentence
    within = timex is not None and is_reported(document, sentence, timex.span)
    before = words(document.text, sentence.start, telling.clause.start)[-1:]
    within |= bool(before) and before[0].lower in lexicon(document.language).relative
    return Told(value, timex.text if timex else "", telling.planned, within, telling.weak)


def _event(article: _Article, span: Span, value: str | None, nearby: int) -> int | None:
    """The number of the document's event, at most so many days off, that a sentence goes with; None without any.

    The nearest day wins, then the event that is told most alike, if it is alike at all, then the nearest sentence.
    """
    days = calendar.period(value) if value else None
    if days is None:
        return None
    apart = {number: _apart(days, article.events[number].value) for number in article.numbers}
    for distance in sorted({figure for figure in apart.values() if figure <= nearby}):
        numbers = {number for number, figure in apart.items() if figure == distance}
        ranked = list(_ranked(article, span, numbers, likely=nearby == 0))
        if ranked:
            return min(ranked)[-1]
    return None


def _ranked(
    article: _Article, span: Span, numbers: Set[int], *, likely: bool
) -> Iterator[tuple[float, bool, int, int]]:
    """The sentences of these events, the one that another sentence goes with first, each with its event's number.

    `likely`: whether the sentence goes with a plan too that it is not like.
    """
    for other, members in article.members.items():
        for number, member in members:
            if number in numbers:
                likeness = max(strength(one, member, article.weights) for one in article.tellings[span])
                alike = -likeness if likeness >= ALIKE else 0.0
                if alike or likely or not member.planned:
                    yield alike, other > span, abs(other.start - span.start), number


def _apart(days: calendar.Period, value: str) -> int:
    """The days between two dates; what says only the month or the year of a day lies as far off as its far end."""
    period = calendar.period(value) or calendar.Period(0, 0)
    if period.length > max(days.length, WEEK):
        return max(period.last - days.first, days.last - period.first)
    return max(0, days.first - period.last, period.first - days.last)


def _evidence(article: _Article, mention: Mention, explanation: str, verdict: Verdict) -> Evidence:
    return Evidence(mention, mention.sentence.of(article.document.text), explanation, verdict)
