"""The stage itself: articles → key dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from timeline import calendar
from timeline.digest.articles import Article
from timeline.digest.choosing import choose, pool_of
from timeline.digest.days import best_days, weigh_days
from timeline.digest.passages import passages
from timeline.digest.topic import topic_of
from timeline.events.stems import terms
from timeline.events.words import small_words


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks for."""

    dates: int | None = None
    """40, how many; None leaves it to the collection"""
    sentences: int = 2
    """how many for each date, at most"""
    first: calendar.Day | None = None
    """733791, the first day of interest; None for no limit"""
    last: calendar.Day | None = None
    """733943, the last day of interest"""
    keywords: tuple[str, ...] = ()
    """('oil', 'spill'), what it is to be about"""


class KeyDate(NamedTuple):
    """A day that matters in a collection, and what is told of it."""

    day: calendar.Day
    """733882"""
    sentences: tuple[str, ...]
    """('The bridge was closed on Monday.',), the best first"""


def digest(articles: Iterable[Article], wish: Wish) -> tuple[KeyDate, ...]:
    """The key dates of a collection in order of date, each with at least one sentence.

    The order of the articles is no matter. Costs n log n in the number of sentences.
    """
    ordered = sorted(articles)
    collection = [passage for number, article in enumerate(ordered) for passage in passages(number, article)]
    languages = sorted({article.language for article in ordered})
    keywords = [term for language in languages for word in wish.keywords for term in terms(small_words(word), language)]
    topic = topic_of(collection, keywords)
    figures = {day: figure for day, figure in weigh_days(collection, topic).items() if _within(day, wish)}
    pool = pool_of(collection, frozenset(figures))
    days = best_days({day: figure for day, figure in figures.items() if day in pool}, wish.dates)
    used: set[str] = set()
    found = []
    for day in days:
        sentences = choose(pool[day], collection, topic, wish.sentences, used)
        used.update(sentences)
        found.append(KeyDate(day, sentences))
    return tuple(sorted(key for key in found if key.sentences))


def _within(day: calendar.Day, wish: Wish) -> bool:
    return (wish.first is None or wish.first <= day) and (wish.last is None or day <= wish.last)
